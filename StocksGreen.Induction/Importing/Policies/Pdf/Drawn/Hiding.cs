using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Finds words of the colour of the paper.</summary>
internal static class Hiding
{
    /// <param name="fills">Coloured boxes, on which white words can be read.</param>
    public static void Mark(Page page, IReadOnlyList<Ink> inks, IReadOnlyList<PdfRectangle> fills, IReadOnlyList<PlacedPicture> pictures)
    {
        var white = page.Letters.Where(letter => letter.Color is { } colour && Drawing.IsWhite(colour)).Select(letter => letter.StartBaseLine).ToHashSet();
        if (white.Count == 0)
        {
            return;
        }

        foreach (var ink in inks.Where(ink => !ink.IsTurned && white.Contains(new PdfPoint(ink.Left, ink.Baseline))))
        {
            var height = ink.Baseline + (ink.Size / 3);
            ink.IsHidden |=
                !fills.Any(box => ink.Middle >= box.Left - 1 && ink.Middle <= box.Right + 1 && height >= box.Bottom - 1 && height <= box.Top + 1)
                && !pictures.Any(picture => ink.Middle >= picture.Left && height >= picture.Bottom && height <= picture.Top);
        }
    }
}
