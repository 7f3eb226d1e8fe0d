using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Which words lead where.</summary>
internal static class Links
{
    private const int MostLinksOfPage = 2_000;
    private const int LongestAddress = 2_000;

    public static void Mark(Page page, IReadOnlyList<Ink> inks)
    {
        var links = page.GetAnnotations()
            .Where(annotation => annotation is { Type: AnnotationType.Link, Action: UriAction { Uri.Length: > 0 and <= LongestAddress } })
            .Take(MostLinksOfPage)
            .ToList();
        foreach (var link in links)
        {
            var box = link.Rectangle;
            foreach (
                var ink in inks.Where(ink =>
                    !ink.IsTurned
                    && ink.Middle >= box.Left
                    && ink.Middle <= box.Right
                    && ink.Baseline + (ink.Size / 3) >= box.Bottom
                    && ink.Baseline + (ink.Size / 3) <= box.Top
                )
            )
            {
                ink.Link = ((UriAction)link.Action!).Uri;
            }
        }
    }
}
