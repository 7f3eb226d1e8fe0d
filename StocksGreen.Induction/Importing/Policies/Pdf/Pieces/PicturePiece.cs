using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>Makes a piece of a picture, and names the one that cannot be shown or that no one has described.</summary>
internal static class PicturePiece
{
    /// <param name="alternative">What it shows, in words; null where the file does not say.</param>
    /// <returns>Null for a picture that cannot be taken over.</returns>
    public static Piece? Make(PlacedPicture picture, string? alternative, WarningList warnings)
    {
        var size = $"{picture.Width} × {picture.Height} pixels";
        var words = string.IsNullOrWhiteSpace(alternative) ? null : alternative.Trim();
        if (picture.File is not { } file)
        {
            warnings.LeaveOut(LeftOutKind.Picture, $"A picture that cannot be taken over, {words ?? "without a description"} ({size})", $"page {picture.Page}");
            return null;
        }

        if (words is null)
        {
            warnings.LeaveOut(LeftOutKind.Picture, $"A picture without a description ({size})", $"page {picture.Page}");
        }

        warnings.Keep(file);
        return new Piece
        {
            Kind = PieceKind.Picture,
            Block = new Picture(file.Sha256, file.MediaType, words, picture.Width, picture.Height),
            Page = picture.Page,
            Left = picture.Left,
            Top = picture.Top,
        };
    }
}
