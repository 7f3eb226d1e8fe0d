using System.Text.RegularExpressions;
using StocksGreen.Induction.Documents.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Documents.Policies;

/// <summary>Links of a policy on paper: they lead where they say, and are heard as links.</summary>
public sealed class PolicyLinksTests
{
    [PdfToolsFact]
    public async Task A_link_leads_to_its_address_from_its_words_and_from_the_address_that_is_printed()
    {
        var pdf = Create("Read [the guidance](https://www.gov.uk/a?b=1&c=2) or [write](mailto:office@school.example), or [ring](tel:+441732000001).");

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Equal(
            [
                ("the guidance: https://www.gov.uk/a?b=1&c=2", "https://www.gov.uk/a?b=1&c=2"),
                ("write: office@school.example", "mailto:office@school.example"),
                ("ring: +441732000001", "tel:+441732000001"),
            ],
            (await PdfAssert.LinksOfAsync(pdf)).Distinct()
        );
        Assert.Contains("https://www.gov.uk/a?b=1&c=2", (await PdfTools.RunAsync(pdf, "pdfinfo", ["-url"])).Output, StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task An_address_of_any_other_kind_is_words_only()
    {
        var pdf = Create(
            "Never [this](javascript:alert(1)), [that](file:///etc/passwd), [this](#section), [that](\\\\server\\share) or [this](data:text/html,a)."
        );

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Empty(await PdfAssert.LinksOfAsync(pdf));
    }

    [PdfToolsFact]
    public async Task A_link_over_several_lines_or_pages_is_one_link_that_can_be_followed_from_each_line()
    {
        var words = string.Join(' ', Enumerable.Repeat("guidance", 40));
        var pdf = Create($"[{words}](https://example.org/long)", [.. Enumerable.Repeat("Fill the page.", 26)]);

        await PdfAssert.IsSoundAsync(pdf);
        var links = await PdfAssert.LinksOfAsync(pdf);
        Assert.InRange(links.Count, 4, 6);
        Assert.All(links, link => Assert.Equal("https://example.org/long", link.Target));
        Assert.Single(Regex.Matches(await PdfAssert.ElementsOfAsync(pdf), "^ *Link \\(", RegexOptions.Multiline, TimeSpan.FromSeconds(5)));
    }

    [PdfToolsFact]
    public async Task A_mark_leads_to_its_note_and_the_note_back_to_its_mark()
    {
        var text = With("Look below.[^1] And again.[^1] And one without a note.[^9]");
        var section = text.Sections[0] with
        {
            Notes = [new Note("1", RichText.FromMarkdown("The note.")), new Note("7", RichText.FromMarkdown("No mark leads here."))],
        };

        var pdf = PolicyDocument.Create(ExportRoundTripTests.Paper(text with { Sections = [section] }));

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Equal([("Note 1", "page 1"), ("Note 1", "page 1"), ("Back to the mark of note 1", "page 1")], await PdfAssert.LinksOfAsync(pdf));
    }

    [PdfToolsFact]
    public async Task Links_stand_in_tables_lists_and_notes_and_a_repeated_header_has_none()
    {
        var rows = Enumerable.Range(0, 90).Select(row => new TableRow([Cell($"row {row}"), Cell("[a](https://example.org/row)")]));
        Block table = new Table(default, 1, 0, [new TableRow([Cell("[head](https://example.org/head)"), Cell("Link")]), .. rows]);
        var pdf = PolicyDocument.Create(
            ExportRoundTripTests.Paper(EveryBlock.Policy() with { Sections = [.. EveryBlock.Sections(), new PolicySection("9", "Long", 1, [table])] })
        );

        await PdfAssert.IsSoundAsync(pdf);
        var links = await PdfAssert.LinksOfAsync(pdf);
        Assert.Single(links, link => link.Target == "https://example.org/head");
        Assert.Equal(90, links.Count(link => link.Target == "https://example.org/row"));
        Assert.Single(links, link => link.Target == "https://example.org/2026");
    }

    [PdfToolsFact]
    public async Task An_address_in_other_letters_is_escaped() =>
        Assert.Equal(
            ["https://xn--mller-kva.example/stra%C3%9Fe"],
            (await PdfAssert.LinksOfAsync(Create("[words](https://müller.example/straße)"))).Select(link => link.Target)
        );

    private static TableCell Cell(string markdown) => TableCell.Of(RichText.FromMarkdown(markdown));

    private static byte[] Create(string markdown, params IReadOnlyList<string> before) =>
        PolicyDocument.Create(ExportRoundTripTests.Paper(With(markdown, before)));

    private static PolicyContent With(string markdown, params IReadOnlyList<string> before) =>
        EveryBlock.Policy() with
        {
            Preamble = [],
            PreambleNotes = [],
            Sections = [new PolicySection("1", "Links", 1, [.. before.Append(markdown).Select(text => new Paragraph(RichText.FromMarkdown(text)))])],
        };
}
