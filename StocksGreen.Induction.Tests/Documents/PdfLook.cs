using System.Globalization;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents;

/// <summary>Where each word of a document stands, as poppler sees it.</summary>
internal sealed partial class PdfLook
{
    private PdfLook(List<List<Word>> pages) => Pages = pages;

    public IReadOnlyList<IReadOnlyList<Word>> Pages { get; }

    public static async Task<PdfLook> AtAsync(byte[] pdf)
    {
        var boxes = (await PdfTools.RunAsync(pdf, "pdftotext", ["-bbox", "-enc", "UTF-8"], ["-"])).Output;
        var pages = new List<List<Word>>();
        foreach (var part in boxes.Split("<page ").Skip(1))
        {
            var page = PageSize().Match(part);
            pages.Add([
                .. WordBox()
                    .Matches(part)
                    .Select(word => new Word(
                        word.Groups["text"].Value,
                        Number(word, "left"),
                        Number(word, "top"),
                        Number(word, "right"),
                        Number(word, "bottom"),
                        Number(page, "width"),
                        Number(page, "height")
                    )),
            ]);
        }

        return new PdfLook(pages);
    }

    /// <summary>Every word stands on its sheet, and none stands on another.</summary>
    public void AssertNothingIsCutOrOverlaps()
    {
        Assert.NotEmpty(Pages);
        foreach (var page in Pages)
        {
            Assert.NotEmpty(page);
            Assert.All(
                page,
                word =>
                    Assert.True(word.Left >= 20 && word.Right <= word.PageWidth - 20 && word.Top >= 20 && word.Bottom <= word.PageHeight - 15, word.ToString())
            );
            for (var i = 0; i < page.Count; i++)
            {
                for (var j = i + 1; j < page.Count; j++)
                {
                    // The words of a fault are made only where there is one: a page has a hundred thousand pairs.
                    if (page[i].Overlaps(page[j]))
                    {
                        Assert.Fail($"{page[i]} overlaps {page[j]}");
                    }
                }
            }
        }
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("width=\"(?<width>[0-9.]+)\" height=\"(?<height>[0-9.]+)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageSize();

    [GeneratedRegex(
        "<word xMin=\"(?<left>[0-9.-]+)\" yMin=\"(?<top>[0-9.-]+)\" xMax=\"(?<right>[0-9.-]+)\" yMax=\"(?<bottom>[0-9.-]+)\">(?<text>[^<]*)</word>",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex WordBox();

    internal sealed record Word(string Text, double Left, double Top, double Right, double Bottom, double PageWidth, double PageHeight)
    {
        /// <summary>Poppler's boxes reach from the font's ascent to its descent, so only the middle of each counts.</summary>
        public bool Overlaps(Word other)
        {
            // Pairs such as AV, and letters of Arabic, reach a little into one another.
            var reach = Math.Max(0.5, (Bottom - Top) * 0.03);
            var (inset, otherInset) = ((Bottom - Top) * 0.3, (other.Bottom - other.Top) * 0.3);
            return Left < other.Right - reach
                && other.Left < Right - reach
                && Top + inset < other.Bottom - otherInset
                && other.Top + otherInset < Bottom - inset;
        }
    }
}
