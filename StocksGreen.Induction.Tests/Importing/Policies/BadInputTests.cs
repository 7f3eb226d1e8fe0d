using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Importing.Policies.OpenDocument;
using StocksGreen.Induction.Tests.Importing.Policies.Word;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>The same odd thing in every form that a policy comes in: each is read or refused in a sentence, in bounded work.</summary>
public sealed class BadInputTests
{
    // Of 20,000 by 20,000 points.
    private static readonly byte[] HugePicture = Huge();

    public static TheoryData<string> Forms => ["docx", "odt", "html", "md"];

    [Theory]
    [InlineData("odt")]
    [InlineData("html")]
    [InlineData("md")]
    public void A_picture_of_twenty_thousand_by_twenty_thousand_points_is_named_and_the_policy_read(string form)
    {
        var data = $"data:image/png;base64,{Convert.ToBase64String(HugePicture)}";
        var file = form switch
        {
            "odt" => new OdtFile(Start + "<text:p><draw:frame><draw:image xlink:href=\"Pictures/a.png\"/></draw:frame></text:p>")
            {
                Pictures = { ["Pictures/a.png"] = HugePicture },
            }.ToBytes(),
            "html" => Utf8(Page($"<p><img alt='A plan' src='{data}'>")),
            _ => Utf8(Markdown + $"![A plan]({data})\n"),
        };
        ImportOutcome? outcome = null;

        var work = Work.Of(() => outcome = PolicyImport.Parse(file, $"policy.{form}"));

        var imported = Assert.IsType<ImportOutcome.Imported>(outcome);
        Assert.Contains(
            imported.LeftOut,
            left => left.Text.Contains("A picture of 20,000 × 20,000 points, which is too large to show", StringComparison.Ordinal)
        );
        Assert.InRange(work.Bytes, 0, 50_000_000);
    }

    [Theory]
    [InlineData("html", "<table><tr><td colspan=99999999999999999999 rowspan=99999999999999999999>a<td>b</table><ol start=99999999999999999999><li>c</ol>")]
    [InlineData("html", "<p style='font-size:1e309px;margin-left:99999999999999999999em'>c<font size=99999999999999999999>d</font>")]
    [InlineData(
        "odt",
        "<table:table><table:table-row table:number-rows-repeated=\"99999999999999999999\"><table:table-cell "
            + "table:number-columns-spanned=\"99999999999999999999\">"
            + "<text:p>a</text:p></table:table-cell></table:table-row></table:table><text:p>c<text:s text:c=\"99999999999999999999\"/></text:p>"
    )]
    [InlineData(
        "odt",
        "<text:h text:outline-level=\"99999999999999999999\">More</text:h><text:list text:style-name=\"L\"><text:list-item "
            + "text:start-value=\"99999999999999999999\"><text:p>c</text:p></text:list-item></text:list>"
    )]
    [InlineData("md", "99999999999999999999. c\n\n99999999999999999999) d\n\n[^99999999999999999999]: e\n")]
    [InlineData("txt", "99999999999999999999. Cake\n\n99999999999999999999.99999999999999999999 More of it\n\nReview: 99/99/9999999999999\n")]
    public void Numbers_beyond_any_that_a_program_counts_with_are_read_as_if_they_were_not_there(string form, string part)
    {
        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(File(form, part), $"policy.{form}"));

        Assert.Equal("Visitors Policy", imported.Policy.Title);
        Assert.Empty(imported.Coverage.Missing);
    }

    [Theory]
    [InlineData("html", "<p><a href='mailto:a@x;b@x'>Write to us</a> or <a href='http://['>look</a> or <a href='https:///%zz'>ask</a>.")]
    [InlineData("odt", "<text:p><text:a xlink:href=\"mailto:a@x;b@x\">Write to us</text:a> or <text:a xlink:href=\"http://[\">look</text:a>.</text:p>")]
    [InlineData("md", "[Write to us](mailto:a@x;b@x) or [look](http://[) or [ask](https:///%zz).\n")]
    public void A_mistyped_link_keeps_its_words_and_refuses_nothing(string form, string part)
    {
        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(File(form, part), $"policy.{form}"));

        Assert.Contains("Write to us", PolicyOutline.Of(imported), StringComparison.Ordinal);
        Assert.Contains("mailto:a@x;b@x", PolicyInspection.ToJson(imported), StringComparison.Ordinal);
        Assert.Empty(imported.Coverage.Missing);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("odt")]
    [InlineData("md")]
    [InlineData("txt")]
    public void Twenty_thousand_names_of_details_are_refused_in_a_sentence(string form)
    {
        var lines = form switch
        {
            "html" => string.Concat(Enumerable.Repeat("<p>Approved by:", 20_000)),
            "odt" => string.Concat(Enumerable.Repeat(OdtFile.P("Approved by:"), 20_000)),
            _ => string.Concat(Enumerable.Repeat("Approved by:\n\n", 20_000)),
        };
        var file = form switch
        {
            "html" => Utf8($"<!DOCTYPE html><h1>Visitors Policy</h1>{lines}"),
            "odt" => new OdtFile($"<text:p text:style-name=\"Title\">Visitors Policy</text:p>{lines}").ToBytes(),
            _ => Utf8($"Visitors Policy\n\n{lines}"),
        };

        Assert.Equal(
            "This document has 20,000 lines like “Approved by: …” at its head, which no policy has. Check that it is the right file.",
            Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, $"policy.{form}")).Sentence
        );
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_policy_written_from_right_to_left_is_refused_in_a_sentence(string form)
    {
        string[] lines = ["سياسة السلوك", "كل طفل آمن هنا.", "يجب على الزوار التوقيع في المكتب."];
        var file = form switch
        {
            "docx" => lines.Aggregate(new WordFile(), (document, line) => document.P(line)).ToBytes(),
            "odt" => new OdtFile(string.Concat(lines.Select(OdtFile.P))).ToBytes(),
            "html" => Utf8("<!DOCTYPE html><html dir=rtl>" + string.Concat(lines.Select(line => $"<p>{line}"))),
            _ => Utf8(string.Join("\n\n", lines)),
        };

        Assert.Equal(
            "This document is written from right to left, which cannot be shown and printed rightly yet. Import the English or Welsh text.",
            Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, $"policy.{form}")).Sentence
        );
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("html")]
    public void Words_that_run_up_the_page_are_read_like_others(string form)
    {
        var file = form switch
        {
            "docx" => new WordFile()
                .P("Visitors Policy", "Title")
                .P("1. Rules", "Heading1")
                .Raw(
                    "<w:tbl><w:tr><w:tc><w:tcPr><w:textDirection w:val=\"btLr\"/></w:tcPr><w:p><w:r><w:t>All staff</w:t></w:r></w:p></w:tc>"
                        + "<w:tc><w:p><w:r><w:t>Sign in.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                )
                .ToBytes(),
            "odt" => new OdtFile(
                Start
                    + "<table:table>"
                    + OdtFile.Row(OdtFile.Cell(OdtFile.P("All staff"), "table:style-name=\"V\""), OdtFile.Cell(OdtFile.P("Sign in.")))
                    + "</table:table>"
            )
            {
                Styles =
                    "<style:style style:name=\"V\" style:family=\"table-cell\"><style:table-cell-properties style:direction=\"ttb\" "
                    + "style:writing-mode=\"tb-rl\" style:rotation-angle=\"90\"/></style:style>",
            }.ToBytes(),
            _ => Utf8(Page("<table><tr><td style='writing-mode:vertical-rl;transform:rotate(180deg)'>All staff<td>Sign in.</table>")),
        };

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, $"policy.{form}"));

        Assert.Contains("| All staff | Sign in. |", PolicyOutline.Of(imported), StringComparison.Ordinal);
        Assert.Empty(imported.Coverage.Missing);
    }

    [Theory]
    [InlineData("odt")]
    [InlineData("html")]
    public void A_label_of_a_megabyte_is_not_printed(string form)
    {
        var label = new string('x', 1_000_000);
        var file =
            form == "odt"
                ? new OdtFile(Start + OdtFile.List("M", [.. Enumerable.Repeat(OdtFile.P("a"), 500)]))
                {
                    Styles =
                        $"<text:list-style style:name=\"M\"><text:list-level-style-number text:level=\"1\" style:num-prefix=\"{label}\" "
                        + "style:num-format=\"1\"/></text:list-style>",
                }.ToBytes()
                : Utf8(
                    Page(
                        $"<style>.lst-kix_a-0 > li:before{{content: \"{label}\" counter(lst-ctn-kix_a-0, decimal)}}</style><ol class=\"lst-kix_a-0\">"
                            + Many(500, _ => "<li>a</li>")
                    )
                );
        ImportOutcome? outcome = null;

        var work = Work.Of(() => outcome = PolicyImport.Parse(file, $"policy.{form}"));

        Assert.DoesNotContain("xxx", PolicyInspection.ToJson(Assert.IsType<ImportOutcome.Imported>(outcome)), StringComparison.Ordinal);
        Assert.InRange(work.Bytes, 0, 300_000_000);
    }

    public static TheoryData<string> Shapes => [.. Makers.Keys];

    private static readonly Dictionary<string, (string Form, Func<int, string> Make)> Makers = new(StringComparer.Ordinal)
    {
        ["links of Markdown"] = ("md", size => Many(size, i => $"[word {i}](https://school.example/{i}) ")),
        ["links of Markdown, each a paragraph"] = ("md", size => Many(size, i => $"[word](https://school.example/{i})\n\n")),
        ["links of Markdown by name"] = ("md", size => Many(size, i => $"[word][{i}] ") + "\n\n" + Many(size, i => $"[{i}]: https://school.example/{i}\n")),
        ["notes of Markdown"] = ("md", size => Many(size * 4 / 5, i => $"A word.[^{i}]\n\n") + Many(size * 4 / 5, i => $"[^{i}]: A note.\n")),
        ["one note of Markdown"] = ("md", size => Many(size * 2 / 5, _ => "A word.[^1]\n\n") + "[^1]: " + new string('a', 1_000) + "\n"),
        ["one note of a page"] = (
            "html",
            size => Many(size * 2 / 5, _ => "<p>A word.<sup><a href='#n1'>1</a></sup>") + $"<p id=n1><a href='#r1'>1</a> {new string('a', 1_000)}"
        ),
        ["links of a page"] = ("html", size => Many(size, i => $"<a href='https://school.example/{i}'>word {i}</a> ")),
        ["fields to fill in"] = ("html", size => Many(size, i => $"<input value='word {i}'>")),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Very_many_of_one_thing_are_answered_in_proportion_to_their_number(string shape)
    {
        var (form, make) = Makers[shape];
        Work.AssertGrowsWithItsInput(
            4_000,
            size =>
            {
                var file = File(form, make(size));
                return () => Assert.NotNull(PolicyImport.Parse(file, $"policy.{form}"));
            }
        );
    }

    private const string Markdown = "# Visitors Policy\n\n## 1. Rules\n\nSign in.\n\n";

    private static string Start { get; } = $"<text:p text:style-name=\"Title\">Visitors Policy</text:p>{OdtFile.Heading("1. Rules")}{OdtFile.P("Sign in.")}";

    private static byte[] File(string form, string part) =>
        form switch
        {
            "html" => Utf8(Page(part)),
            "odt" => new OdtFile(Start + part).ToBytes(),
            "txt" => Utf8("Visitors Policy\n\n1. Rules\n\nSign in.\n\n" + part),
            _ => Utf8(Markdown + part),
        };

    private static string Page(string part) => $"<!DOCTYPE html><html><h1>Visitors Policy</h1><h2>1. Rules</h2><p>Sign in.</p>{part}";

    private static string Many(int count, Func<int, string> make) => string.Concat(Enumerable.Range(1, count).Select(make));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Huge()
    {
        byte[] picture = [.. OdtTests.Png];
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(16), 20_000);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), 20_000);
        return picture;
    }
}
