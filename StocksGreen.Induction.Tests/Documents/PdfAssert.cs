using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents;

/// <summary>What holds for every document, whatever it says.</summary>
internal static partial class PdfAssert
{
    public static async Task IsSoundAsync(byte[] pdf)
    {
        var check = await PdfTools.RunAsync(pdf, "qpdf", ["--check"]);
        Assert.True(check.ExitCode == 0, check.Output);

        var information = (await PdfTools.RunAsync(pdf, "pdfinfo")).Output;
        Assert.Contains("Tagged:          yes", information, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", information, StringComparison.Ordinal);

        await BothKindsOfMetadataAgreeAsync(pdf, information);
        await FontsAreEmbeddedSubsetsAsync(pdf);
        await HeadingsNeverSkipALevelAsync(pdf);
        await EveryLinkIsTaggedAsync(pdf);
        (await PdfLook.AtAsync(pdf)).AssertNothingIsCutOrOverlaps();
    }

    public static async Task<int> PagesOfAsync(byte[] pdf)
    {
        var information = (await PdfTools.RunAsync(pdf, "pdfinfo")).Output;
        return int.Parse(PageCount().Match(information).Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>The tree of elements with their text, as poppler prints it: slow for long tables (20 s for 400 rows).</summary>
    public static async Task<string> StructureOfAsync(byte[] pdf) => (await PdfTools.RunAsync(pdf, "pdfinfo", ["-struct-text"])).Output;

    /// <summary>The tree of elements alone.</summary>
    public static async Task<string> ElementsOfAsync(byte[] pdf) => (await PdfTools.RunAsync(pdf, "pdfinfo", ["-struct"])).Output;

    /// <summary>What stands in place of each drawing for those who cannot see it.</summary>
    public static async Task<IReadOnlyList<string>> AlternativesOfAsync(byte[] pdf) =>
        [
            .. Alternative()
                .Matches((await PdfTools.RunAsync(pdf, "qpdf", ["--json=2", "--json-key=qpdf"])).Output)
                .Select(match => Regex.Unescape(match.Groups["words"].Value)),
        ];

    /// <summary>What each link of the file leads to, in the order of the pages: an address, or the number of a page of the file, from 1.</summary>
    public static async Task<IReadOnlyList<(string Description, string Target)>> LinksOfAsync(byte[] pdf)
    {
        var file = await PdfObjectTree.ReadAsync(pdf);
        return
        [
            .. file.LinkAnnotations.Select(link =>
                (
                    link.GetProperty("/Contents").GetString()![2..],
                    link.TryGetProperty("/A", out var action)
                        ? file.Find(action).GetProperty("/URI").GetString()![2..]
                        : string.Create(CultureInfo.InvariantCulture, $"page {file.PageOf(link.GetProperty("/Dest")[0].GetString()!)}")
                )
            ),
        ];
    }

    /// <summary>PDF/UA-1, 7.18: words for it, a Link element that holds it, and the keyboard goes by the order of the elements.</summary>
    private static async Task EveryLinkIsTaggedAsync(byte[] pdf)
    {
        var file = await PdfObjectTree.ReadAsync(pdf);
        Assert.All(file.PagesWithAnnotations, page => Assert.Equal("/S", page.GetProperty("/Tabs").GetString()));
        foreach (var link in file.LinkAnnotations)
        {
            Assert.NotEqual("u:", link.GetProperty("/Contents").GetString());
            Assert.Equal(4, link.GetProperty("/F").GetInt32());
            var element = file.ElementOf(link.GetProperty("/StructParent").GetInt32());
            Assert.Equal("/Link", element.GetProperty("/S").GetString());
            Assert.Contains(
                element.GetProperty("/K").EnumerateArray(),
                kid => kid.ValueKind is JsonValueKind.Object && file.Find(kid.GetProperty("/Obj")).GetRawText() == link.GetRawText()
            );
        }
    }

    private static async Task FontsAreEmbeddedSubsetsAsync(byte[] pdf)
    {
        var fonts = (await PdfTools.RunAsync(pdf, "pdffonts")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches("^[A-Z]{6}\\+(SourceSans3-\\w+|DejaVuSans|Noto\\w+-Regular) +CID TrueType +Identity-H +yes yes yes ", font));
    }

    private static async Task BothKindsOfMetadataAgreeAsync(byte[] pdf, string information)
    {
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var xmp = XDocument.Parse((await PdfTools.RunAsync(pdf, "pdfinfo", ["-meta"])).Output.Trim().Trim('\uFEFF'));
        Assert.Contains("Title:           " + xmp.Descendants(dc + "title").Single().Value + "\n", information, StringComparison.Ordinal);
        foreach (var author in xmp.Descendants(dc + "creator"))
        {
            Assert.Contains("Author:          " + author.Value + "\n", information, StringComparison.Ordinal);
        }
    }

    private static async Task HeadingsNeverSkipALevelAsync(byte[] pdf)
    {
        var previous = 0;
        foreach (Match heading in HeadingLevel().Matches(await ElementsOfAsync(pdf)))
        {
            var level = int.Parse(heading.Groups["level"].ValueSpan, CultureInfo.InvariantCulture);
            Assert.True(level <= previous + 1, $"H{level} follows H{previous}");
            previous = level;
        }

        Assert.NotEqual(0, previous);
    }

    [GeneratedRegex("^Pages: +(?<n>[0-9]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex PageCount();

    [GeneratedRegex("\"/Alt\": \"u:(?<words>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Alternative();

    [GeneratedRegex("^ *H(?<level>[1-6]) \\(block\\)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex HeadingLevel();
}
