using System.Globalization;
using System.Text;
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

        BothKindsOfMetadataAgree(pdf, information);
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

    /// <summary>What pdfinfo reads from the document information, and the packet that it finds and whose bytes stand in the file as they are.</summary>
    private static void BothKindsOfMetadataAgree(byte[] pdf, string information)
    {
        Assert.Contains("Metadata Stream: yes", information, StringComparison.Ordinal);
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        const string end = "</x:xmpmeta>";
        var text = Encoding.UTF8.GetString(pdf);
        var xmp = XDocument.Parse(
            text[text.LastIndexOf("<x:xmpmeta", StringComparison.Ordinal)..(text.LastIndexOf(end, StringComparison.Ordinal) + end.Length)]
        );
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
