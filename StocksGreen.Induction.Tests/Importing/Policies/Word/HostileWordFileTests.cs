using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>Small files that unpack to very much of one thing: four times as much of it takes four times the work, and the memory is bounded.</summary>
public sealed class HostileWordFileTests
{
    private const long MostBytes = 2_000_000_000;
    private const int Shares = 8;

    private static readonly Dictionary<string, Func<WordFile, int, WordFile>> Makers = new(StringComparer.Ordinal)
    {
        ["lines broken by hand"] = (file, share) => file.Raw($"<w:p><w:r>{Times(share, 16_000, i => $"<w:t>Line {i} of it</w:t><w:br/>")}</w:r></w:p>"),
        ["titles broken by hand"] = (file, share) => file.Raw($"<w:p><w:r>{Times(share, 16_000, _ => "<w:t>Mobile Phones</w:t><w:br/>")}</w:r></w:p>"),
        ["lines broken by hand, each a run"] = (file, share) =>
            file.Raw($"<w:p>{Times(share, 16_000, i => $"{WordFile.R($"Line {i}")}<w:r><w:br/></w:r>")}</w:p>"),
        ["cells merged into one"] = (file, share) =>
            file.Raw($"<w:tbl>{Times(share, 16_000, i => $"<w:tr>{Merged(WordFile.R($"word {i}"))}{Merged("")}</w:tr>")}</w:tbl>"),
        ["a long cell over many rows"] = (file, share) =>
            file.Raw($"<w:tbl><w:tr>{Cell(WordFile.R(new string('a', 20_000)))}{Cell(WordFile.R("b"))}{Cell("")}</w:tr>")
                .Raw($"{Times(share, 8_000, _ => $"<w:tr>{Merged("")}{Cell(WordFile.R("b"))}{Cell("")}</w:tr>")}</w:tbl>"),
        ["tables inside tables"] = (file, share) =>
            file.Raw(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 40)))
                .Raw(Times(share, 8_000, _ => $"<w:p>{WordFile.R("Tell the lead of the school about it at once.")}</w:p>"))
                .Raw(string.Concat(Enumerable.Repeat("<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", 40))),
        ["deleted ends of paragraphs"] = (file, share) =>
            file.Raw(Times(share, 32_000, _ => $"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{WordFile.R("and on it goes ")}</w:p>")).P("to its end."),
        ["drawings of nothing"] = (file, share) => file.Raw($"<w:p>{Times(share, 64_000, _ => "<w:r><w:drawing/></w:r>")}</w:p>").P("Text."),
        ["an instruction in pieces"] = (file, share) =>
            file.Raw("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>")
                .Raw(Times(share, 64_000, _ => "<w:r><w:instrText>          </w:instrText></w:r>"))
                .Raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")
                .P("Text."),
        ["coloured words"] = (file, share) =>
            file.Raw($"<w:p>{Times(share, 32_000, _ => "<w:r><w:rPr><w:color w:val=\"FF0000\"/></w:rPr><w:t>a </w:t></w:r>")}</w:p>"),
        ["bold and plain by turns"] = (file, share) => file.Raw($"<w:p>{Times(share, 32_000, i => WordFile.R("a ", i % 2 == 0 ? "b" : ""))}</w:p>"),
        ["paragraphs of a contents block"] = (file, share) =>
            file.Raw("<w:sdt><w:sdtPr><w:dropDownList>")
                .Raw(Times(share, 32_000, _ => "<w:listItem/>"))
                .Raw($"</w:dropDownList></w:sdtPr><w:sdtContent>{Times(share, 32_000, _ => "<w:p><w:r><w:t>a</w:t></w:r></w:p>")}</w:sdtContent></w:sdt>"),
        ["kinds of lists"] = (file, share) =>
        {
            file.Numbering =
                Times(share, 8_000, i => $"<w:abstractNum w:abstractNumId=\"{i + 5}\"><w:styleLink w:val=\"s{i}\"/></w:abstractNum>")
                + "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"none\"/></w:abstractNum>"
                + WordFile.List(1, 1);
            return file.Raw(Times(share, 16_000, _ => $"<w:p><w:pPr>{WordFile.Num(1, 0)}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>"));
        },
        ["names of key details"] = (file, share) => file.Raw(Times(share, 20_000, _ => $"<w:p>{WordFile.R("Approved by:")}</w:p>")),
    };

    public static TheoryData<string> Shapes => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Four_times_as_much_takes_four_times_the_work(string shape) =>
        Work.AssertGrowsWithItsInput(
            1,
            share =>
            {
                var file = Makers[shape](new WordFile().P("Visitors Policy", "Title"), share).ToBytes();
                Assert.InRange(file.Length, 1, 300_000);
                return () =>
                {
                    var work = Work.Of(() => Assert.NotNull(PolicyImport.Parse(file, "policy.docx")));
                    Assert.InRange(work.Bytes, 0, MostBytes);
                };
            }
        );

    [Fact]
    public void Twenty_thousand_names_of_details_are_refused_in_a_sentence() =>
        Assert.Equal(
            "This document has 20,000 lines like “Approved by: …” at its head, which no policy has. Check that it is the right file.",
            Refusal("names of key details")
        );

    [Fact]
    public void More_characters_than_any_policy_has_are_refused_in_a_sentence() =>
        Assert.Equal(
            "This document has more than 3,000,000 characters, which no policy has. Check that it is the right file.",
            Refusal(new WordFile().Raw(string.Concat(Enumerable.Repeat($"<w:p>{WordFile.R(new string('a', 10_000))}</w:p>", 400))).ToBytes())
        );

    [Theory]
    [InlineData("rPr", "<w:p><w:r><w:rPr>{0}</w:rPr><w:t>a</w:t></w:r></w:p>")]
    [InlineData("pPr", "<w:p><w:pPr>{0}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>")]
    public void Properties_that_never_end_are_refused(string name, string paragraph)
    {
        var properties = string.Concat(Enumerable.Repeat("<w:b/>", 5_000));

        Assert.Equal(
            "This file unpacks to far more than a policy can hold, so it was not opened. Check that it is the right file.",
            Refusal(new WordFile().P($"A policy of {name}").Raw(paragraph.Replace("{0}", properties, StringComparison.Ordinal)).ToBytes())
        );
    }

    [Theory]
    [InlineData("PAGE")]
    [InlineData("TOC \\o \"1-3\"")]
    [InlineData("HYPERLINK \"https://example.org\"")]
    public void A_field_that_never_ends_swallows_nothing(string instruction)
    {
        var outline = PolicyOutline.Of(
            PolicyImport.Parse(
                new WordFile()
                    .P("Visitors Policy", "Title")
                    .P("1. Arriving", "Heading1")
                    .Runs(
                        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                            + $"<w:r><w:instrText>{System.Security.SecurityElement.Escape(instruction)}</w:instrText></w:r>"
                    )
                    .P("Sign in at the office.")
                    .P("2. Leaving", "Heading1")
                    .P("Sign out again.")
                    .ToBytes(),
                "policy.docx"
            )
        );

        Assert.Contains("# [1] Arriving\n  Sign in at the office.\n# [2] Leaving\n  Sign out again.\n", outline, StringComparison.Ordinal);
    }

    private static string Times(int share, int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count * share / Shares).Select(make));

    private static string Cell(string runs) => $"<w:tc><w:p>{runs}</w:p></w:tc>";

    private static string Merged(string runs) => $"<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>{runs}</w:p></w:tc>";

    private static string Refusal(string shape) => Refusal(Makers[shape](new WordFile().P("Visitors Policy", "Title"), Shares).ToBytes());

    private static string Refusal(byte[] file) => Assert.IsType<ImportOutcome.Refused>(PolicyImport.Parse(file, "policy.docx")).Sentence;
}
