using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>A picture on a page.</summary>
/// <param name="File">Its bytes; null where they cannot be taken over.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Mark">As for <see cref="Ink.Mark"/>.</param>
internal sealed record PlacedPicture(PictureFile? File, int Width, int Height, int Page, double Left, double Top, double Bottom, int Mark)
{
    public double Right { get; init; }

    /// <summary>True where the bytes alone look as the page does: upright, with no mask over it and no colours turned round.</summary>
    public bool IsWhole { get; init; }
}
