using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support;
using static StocksGreen.Induction.Tests.Importing.Policies.OpenDocument.OdtFile;

namespace StocksGreen.Induction.Tests.Importing.Policies.OpenDocument;

/// <summary>What only an OpenDocument text can hold, and what LibreOffice itself writes.</summary>
public sealed class OdtTests
{
    [Theory]
    [InlineData(
        "table",
        "  table 1+0\n  | Role | Must | Must not |\n  | Teachers (rows 2) | Use school accounts; Tell the DSL of breaches | Share personal "
            + "numbers; Delete messages |\n  | Keep the register | Leave it open |\n  | Governors |  | Post about pupils |\n  After the table.\n"
    )]
    [InlineData("strike", "  Staff must not accept friend requests from pupils. Ask the DSL when in doubt.\n")]
    [InlineData("letters", "  - (a) keep accounts private\n  - (b) not befriend pupils\n  - (c) report under (b) at once\n")]
    [InlineData("track", "  Staff must not use WhatsApp with parents.\n")]
    [InlineData("symbols", "  - ☑ I have read the policy\n  - ✗ Never share passwords\n  - ✓ Always lock the screen\n")]
    [InlineData("hdrdate", "detail: Approved by = Full Governing Body\ndetail: Next review date = June 2027\ndetail: Version = 3\n")]
    [InlineData("wm", "left out: Watermark: DRAFT NOT APPROVED (in the header of the pages)\n")]
    [InlineData(
        "matrix",
        "  |  | Staff | Pupils | Visitors |\n  | Mobile phone in class |  |  |  |\n  | School e-mail | ✓ |  |  |\n  | Guest wifi |  |  | ✓ |\n"
    )]
    [InlineData("layout", "  table 1+0\n  | Risk | Control |\n  | Friend requests | Decline and tell the DSL |\n")]
    [InlineData("dontlist", "  - ✗ give pupils your own number\n  - ✗ delete messages\n")]
    public void What_LibreOffice_makes_of_a_Word_document_reads_like_it(string name, string part)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder, $"{name}.odt"));

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, $"{name}.odt"));

        Assert.Contains(part, PolicyOutline.Of(imported), StringComparison.Ordinal);
        Assert.Empty(imported.Coverage.Missing);
        Assert.Equal("Probe Policy", imported.Policy.Title);
    }

    [Fact]
    public void Tracked_changes_are_accepted_and_told_with_their_words()
    {
        var imported = Read(
            "<text:tracked-changes><text:changed-region text:id=\"a\"><text:insertion/></text:changed-region><text:changed-region text:id=\"b\">"
                + "<text:deletion><text:p>may </text:p></text:deletion></text:changed-region></text:tracked-changes>"
                + Start
                + P(
                    "Staff <text:change-start text:change-id=\"a\"/>must not <text:change-end text:change-id=\"a\"/><text:change "
                        + "text:change-id=\"b\"/>use groups."
                )
        );

        Assert.Equal([new Paragraph(RichText.FromPlainText("Staff must not use groups."))], Assert.Single(imported.Policy.Sections).Blocks);
        Assert.Equal(
            [new LeftOut(LeftOutKind.Inserted, "must not", "under 1. Rules"), new LeftOut(LeftOutKind.Deleted, "may", "under 1. Rules")],
            imported.LeftOut
        );
    }

    [Fact]
    public void Hidden_sections_and_hidden_text_are_listed()
    {
        var imported = Read(
            Start
                + P("Shown. <text:hidden-text text:string-value=\"Never shown.\"/>")
                + $"<text:section text:display=\"none\">{P("A section for the office.")}</text:section>"
        );

        Assert.Equal(["Never shown.", "A section for the office."], imported.LeftOut.Where(item => item.Kind == LeftOutKind.Hidden).Select(item => item.Text));
        Assert.Equal([new Paragraph(RichText.FromPlainText("Shown."))], Assert.Single(imported.Policy.Sections).Blocks);
    }

    [Fact]
    public void Pictures_boxes_and_links_stand_where_they_were()
    {
        var file = new OdtFile(
            Start
                + P(
                    "<draw:frame svg:width=\"2in\" svg:height=\"1in\"><draw:image xlink:href=\"Pictures/a.png\"/><svg:desc>Map of the "
                        + "site</svg:desc></draw:frame>See it."
                )
                + P("<draw:frame loext:decorative=\"true\"><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame>")
                + P("<draw:frame><draw:image xlink:href=\"https://example.org/b.png\"/></draw:frame>")
                + P($"<draw:frame><draw:text-box>{P("In an emergency call 999.")}</draw:text-box></draw:frame>")
                + P("Ask <text:a xlink:href=\"mailto:lado@example.org\">the LADO</text:a>.")
        );
        file.Pictures["Pictures/a.png"] = Png;

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.odt"));

        var hash = Assert.Single(imported.Pictures).Sha256;
        var blocks = Assert.Single(imported.Policy.Sections).Blocks;
        Assert.Equal(new Picture(hash, "image/png", "Map of the site", 192, 96), blocks[0]);
        Assert.Equal(new Picture(hash, "image/png", "", 9, 7), blocks[2]);
        Assert.Equal("In an emergency call 999.", BlockText.Texts(Assert.IsType<Callout>(blocks[3]).Blocks).Single().PlainText);
        Assert.Equal("mailto:lado@example.org", Assert.IsType<Paragraph>(blocks[4]).Text.Runs[1].Link);
        Assert.Equal(["A picture that is not in the file: b.png"], imported.LeftOut.Select(item => item.Text));
    }

    [Fact]
    public void A_text_under_a_password_is_named()
    {
        var file = new OdtFile(P("Text."));
        file.Parts["META-INF/manifest.xml"] =
            "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
        file.Parts["content.xml"] = "\u0001\u0002 locked";

        Assert.Equal(
            "This OpenDocument text is protected by a password. Save a copy of it without the password, and choose that file.",
            Refusal(file.ToBytes())
        );
    }

    [Theory]
    [InlineData("spreadsheet", "This is a spreadsheet, not a document. Copy the policy into a text document, and choose that file.")]
    [InlineData("presentation", "This is a presentation, not a document. Copy the policy into a text document, and choose that file.")]
    [InlineData("graphics", "This is an OpenDocument file, but no text. Save the policy as OpenDocument text (.odt), and choose that file.")]
    public void An_OpenDocument_of_another_kind_is_named(string kind, string sentence) =>
        Assert.Equal(sentence, Refusal(new OdtFile(P("Text.")) { Type = $"application/vnd.oasis.opendocument.{kind}" }.ToBytes()));

    [Theory]
    [InlineData("entities", "This looks like an OpenDocument text, but it is damaged.")]
    [InlineData("cut short", "This looks like an OpenDocument text, but it is damaged.")]
    [InlineData("bomb", "This file unpacks to far more than a policy can hold, so it was not opened.")]
    [InlineData("depth", "This file unpacks to far more than a policy can hold, so it was not opened.")]
    [InlineData("elements", "This file unpacks to far more than a policy can hold, so it was not opened.")]
    [InlineData("cells", "This document has tables of more than 50,000 cells, which no policy has.")]
    [InlineData("nested tables", "This document has tables inside tables, deeper than any policy has.")]
    [InlineData("line breaks", "This document has more than 2,000 line breaks, which no policy has.")]
    [InlineData("notes", "This document has more than 10,000 notes, which no policy has.")]
    public void A_text_made_to_hurt_is_refused_in_a_sentence_and_at_once(string shape, string sentence)
    {
        var file = new OdtFile(
            shape switch
            {
                "cells" => "<table:table>"
                    + Row(string.Concat(Enumerable.Repeat("<table:table-cell table:number-columns-repeated=\"1000000000\"/>", 40)), Cell(P("a")))
                        .Replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1000000000\">", StringComparison.Ordinal)
                    + "</table:table>",
                "nested tables" => string.Concat(Enumerable.Repeat("<table:table><table:table-row><table:table-cell/><table:table-cell>", 30))
                    + P("a")
                    + string.Concat(Enumerable.Repeat("</table:table-cell></table:table-row></table:table>", 30)),
                "line breaks" => P("a" + string.Concat(Enumerable.Repeat("<text:line-break/>", 200_000))),
                "notes" => P(
                    string.Concat(
                        Enumerable.Repeat(
                            "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a</text:p></text:note-body></text:note>",
                            11_000
                        )
                    )
                ),
                "elements" => string.Concat(Enumerable.Repeat("<text:p/>", 600_000)),
                "depth" => string.Concat(Enumerable.Repeat("<text:section>", 5_000)) + string.Concat(Enumerable.Repeat("</text:section>", 5_000)),
                "bomb" => new string(' ', 41_000_000),
                _ => P("Text."),
            }
        );
        if (shape == "entities")
        {
            file.Parts["content.xml"] = "<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        }

        if (shape == "cut short")
        {
            file.Parts["content.xml"] = "<office:document-content";
        }

        var bytes = file.ToBytes();
        var refusal = "";
        var work = Work.Of(() => refusal = Refusal(bytes));

        Assert.StartsWith(sentence, refusal, StringComparison.Ordinal);
        Assert.InRange(work.Bytes, 0, 600_000_000);
    }

    [Fact]
    public void A_text_cut_short_or_broken_anywhere_is_refused_or_read_and_never_a_fault()
    {
        var good = new OdtFile(Start + P("Text.") + List("L", P("one"), P("two"))).ToBytes();
        var random = new Random(6);
        for (var i = 0; i < 100; i++)
        {
            var broken = (byte[])good.Clone();
            broken[random.Next(4, broken.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(PolicyImport.Parse(broken, "policy.odt"));
            Assert.NotNull(PolicyImport.Parse(good.AsMemory(0, random.Next(4, good.Length)), "policy.odt"));
        }

        var flat = Encoding.UTF8.GetBytes(new OdtFile(Start + P("Text.")).ToFlat());
        Assert.StartsWith("This looks like an OpenDocument text, but it is damaged.", Refusal(flat[..^40]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_file_is_counts_and_not_what_its_name_says() =>
        Assert.Equal(
            "Probe Policy",
            Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(new OdtFile(Start + P("Text.")).ToBytes(), "policy.docx")).Policy.Title
        );

    [Theory]
    [InlineData("paragraphs")]
    [InlineData("pieces")]
    [InlineData("cells")]
    public void A_text_of_very_many_pieces_is_answered_in_proportion_to_its_size(string shape) =>
        Work.AssertGrowsWithItsInput(
            400,
            size =>
            {
                var bytes = new OdtFile(
                    Start
                        + shape switch
                        {
                            "paragraphs" => string.Concat(Enumerable.Repeat(P("Sign in at the office."), size * 5)),
                            "pieces" => P(string.Concat(Enumerable.Repeat(Span("B", "a ") + "b ", size * 5))),
                            _ =>
                                $"<table:table>{string.Concat(Enumerable.Repeat(Row(string.Concat(Enumerable.Repeat(Cell(P("x")), 10))), size))}</table:table>",
                        }
                ).ToBytes();
                return () => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(bytes, "policy.odt"));
            }
        );

    private static string Folder { get; } =
        Path.Combine(Repository.Root, "StocksGreen.Induction.Tests", "Importing", "Policies", "OpenDocument", "LibreOffice");

    private static string Start { get; } = "<text:p text:style-name=\"Title\">Probe Policy</text:p>" + Heading("1. Rules");

    /// <summary>The head of a picture of 9 by 7 points.</summary>
    internal static byte[] Png { get; } = Convert.FromHexString("89504E470D0A1A0A0000000D49484452000000090000000708020000");

    private static ImportOutcome.Imported Read(string body) =>
        Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(new OdtFile(body).ToBytes(), "policy.odt"));

    private static string Refusal(byte[] file) => Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, "policy.odt")).Sentence;
}
