using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using static StocksGreen.Induction.Tests.Importing.Policies.Word.WordFile;

namespace StocksGreen.Induction.Tests.Importing.Policies.Word;

/// <summary>The ways in which schools set headings, titles and key details without the styles that Word has for them.</summary>
public sealed class WordHeadingTests
{
    private const string Sentence = "Everyone who works here follows this part, and asks the headteacher where it is not clear to them.";

    [Fact]
    public void Bold_words_with_a_colon_at_the_start_of_paragraphs_are_headings_where_there_are_no_others()
    {
        var policy = Read(
            new WordFile()
                .P("Dress Policy", look: "b")
                .P("Agreed – governors – 1 October 2025")
                .Runs(R("Lead:", "b") + R(" Headteacher"))
                .Runs(R("Aims:", "b") + R(" To help everyone look the part without spending much."))
                .Runs(R("Shoes:", "b") + R(" Shoes hold the foot and have a flat sole."))
                .P("Boots are worn in the woods.")
                .Runs(R("If it is hard:", "b") + R(" The headteacher decides where people cannot agree."))
        ).Policy;

        Assert.Equal(["Aims", "Shoes", "If it is hard"], Headings(policy));
        Assert.Equal(["Shoes hold the foot and have a flat sole.", "Boots are worn in the woods."], TextsOf(policy.Sections[1]));
        Assert.Equal([new KeyDetail("Agreed – governors", "1 October 2025"), new KeyDetail("Lead", "Headteacher")], policy.KeyDetails);
    }

    [Fact]
    public void Bold_lines_that_end_with_a_colon_are_headings_where_there_are_no_others() =>
        Assert.Equal(
            ["Why we have a uniform", "PE kit", "Cost"],
            Headings(
                Read(
                    new WordFile()
                        .P("Uniform Policy", look: "b")
                        .P("Why we have a uniform:", look: "b")
                        .P(Sentence)
                        .P("PE kit:", look: "b")
                        .P(Sentence)
                        .P("Staff must:", look: "b")
                        .P(Sentence)
                        .P("Cost:", look: "b")
                        .P(Sentence)
                ).Policy
            )
        );

    [Fact]
    public void Key_details_in_pairs_next_to_each_other_are_read_in_pairs()
    {
        var policy = Read(
            new WordFile()
                .P("Attendance Policy", "Title")
                .Table(
                    ["School", "Harrow School", "Document owner", "Deputy head"],
                    ["Version", "2.3", "Status", "Statutory"],
                    ["Approved by", "Governors", "Next review", "May 2027"]
                )
                .P("1. Aims", "Heading1")
                .P(Sentence)
        ).Policy;

        Assert.Equal(6, policy.KeyDetails.Count);
        Assert.Equal(new KeyDetail("Document owner", "Deputy head"), policy.KeyDetails[1]);
        Assert.Equal(new ReviewMonth(2027, 5), policy.NextReview);
        Assert.Empty(policy.Preamble);
    }

    [Fact]
    public void The_largest_letters_or_the_style_of_a_title_name_the_document_whatever_it_says()
    {
        var large = new WordFile().P("When you are ill: in brief", look: "b", size: 44).P("Ring before seven", size: 35).P(Sentence).P(Sentence);
        var styled = new WordFile().P("Acceptable use: staff", "Title").P("1 Aims", "Heading1").P(Sentence);
        var twoLines = new WordFile().P("Safer Recruitment", look: "b", size: 48).P("Policy", look: "b", size: 48).P("1 Aims", "Heading1").P(Sentence);

        Assert.Equal("When you are ill: in brief", Read(large).Policy.Title);
        Assert.Equal("Acceptable use: staff", Read(styled).Policy.Title);
        Assert.Equal("Safer Recruitment Policy", Read(twoLines).Policy.Title);
    }

    [Fact]
    public void A_table_of_headings_next_to_their_text_is_read_as_sections_row_by_row()
    {
        string[] Row(string name) => [$"<w:p>{R(name, "b")}</w:p>", $"<w:p>{R(Sentence)}</w:p><w:p>{R("Ask first. " + Sentence)}</w:p>"];
        var imported = Read(
            new WordFile().P("Early Years Policy", "Title").Table(["Review:", "January 2027"]).P("").Table(Row("Aims"), Row("The unique child"), Row("Safety"))
        );

        Assert.Equal(["Aims", "The unique child", "Safety"], Headings(imported.Policy));
        Assert.Equal([new KeyDetail("Review", "January 2027")], imported.Policy.KeyDetails);
        Assert.Equal([Sentence, "Ask first. " + Sentence], TextsOf(imported.Policy.Sections[2]));
        Assert.Contains(imported.Warnings, warning => warning.StartsWith("A table that sets headings next to their text", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_terms_stays_a_table()
    {
        var policy = Read(
            new WordFile()
                .P("Early Years Policy", "Title")
                .P("Terms", look: "b")
                .P(Sentence)
                .Table(["Child", "Everyone under 18"], ["Parent", "Anyone who cares for a child"], ["Setting", "Where a child is looked after"])
        ).Policy;

        Assert.Equal(["Terms"], Headings(policy));
        Assert.Equal(3, policy.Sections[0].Blocks.OfType<Table>().Single().Rows.Count);
    }

    [Fact]
    public void Lines_in_italic_letters_among_bold_headings_divide_their_section()
    {
        var policy = Read(
            new WordFile()
                .P("Marking Policy", look: "b", size: 32)
                .P("Rationale", look: "b")
                .P(Sentence)
                .P("In each subject", look: "b")
                .P("English", look: "i")
                .P(Sentence)
                .P("Mathematics", look: "i")
                .P(Sentence)
                .P("Workload", look: "b")
                .P(Sentence)
        ).Policy;

        Assert.Equal(["Rationale", "In each subject", "Workload"], Headings(policy));
        Assert.Equal(["English", "Mathematics"], policy.Sections[1].Blocks.OfType<Subheading>().Select(heading => heading.Text.PlainText));
    }

    [Fact]
    public void Headings_without_a_number_divide_the_sections_that_have_one()
    {
        var policy = Read(
            new WordFile()
                .P("Visits Policy", "Title")
                .P("1 Planning", "Heading1")
                .P(Sentence)
                .P("Ratios", "Heading3")
                .P(Sentence)
                .P("1.1 Consent", "Heading2")
                .P(Sentence)
                .P("1.1.1 Forms", "Heading3")
                .P(Sentence)
                .P("Errors", look: "u")
                .P(Sentence)
                .P("Stage 1: at once", look: "u")
                .P(Sentence)
                .P("Safety", "Heading2")
                .P(Sentence)
                .P("2 Rules", "Heading1")
                .P(Sentence)
        ).Policy;

        Assert.Equal(["1 Planning", "1.1 Consent", "1.1.1 Forms", "Stage 1: at once", "Safety", "2 Rules"], Headings(policy));
        Assert.Equal(["Errors"], policy.Sections[2].Blocks.OfType<Subheading>().Select(heading => heading.Text.PlainText));
        Assert.Equal(["Ratios"], policy.Sections[0].Blocks.OfType<Subheading>().Select(heading => heading.Text.PlainText));
    }

    [Fact]
    public void The_name_of_a_contents_list_goes_with_the_list()
    {
        var file = new WordFile { Styles = new WordFile().Styles + Style("TOC1", "toc 1", "") };

        Assert.Equal(
            ["Aims", "Rules"],
            Headings(
                Read(
                    file.P("Visits Policy", "Title")
                        .P("Contents", "Heading1")
                        .P("Aims\t2", "TOC1")
                        .P("Rules\t3", "TOC1")
                        .P("Aims", "Heading1")
                        .P(Sentence)
                        .P("Rules", "Heading1")
                        .P(Sentence)
                ).Policy
            )
        );
    }

    [Fact]
    public void The_head_of_the_pages_is_told_only_where_it_says_more_than_the_policy()
    {
        var imported = Read(
            new WordFile()
                .P("Visits Policy", "Title")
                .P("1 Aims", "Heading1")
                .P(Sentence)
                .Part("header1", "header", "hdr", $"<w:p>{R("Visits Policy")}</w:p><w:p>{R("Not for parents")}</w:p>")
                .Part("footer1", "footer", "ftr", $"<w:p>{R("Page 1 of 4")}</w:p><w:p>{R("Written January 2026   Due for review January 2029")}</w:p>")
        );

        Assert.Equal([new LeftOut(LeftOutKind.Header, "Not for parents", "at the head or foot of the pages")], imported.LeftOut);
        Assert.Equal([new KeyDetail("Written", "January 2026"), new KeyDetail("Due for review", "January 2029")], imported.Policy.KeyDetails);
    }

    [Fact]
    public void A_last_section_about_the_review_stays_and_its_details_count()
    {
        var policy = Read(
            new WordFile()
                .P("Homework Policy", look: "b")
                .P("Aims", look: "b")
                .P(Sentence)
                .P("Review", look: "b")
                .P("Agreed by staff: January 2026")
                .P("To be reviewed: January 2029")
        ).Policy;

        Assert.Equal(["Aims", "Review"], Headings(policy));
        Assert.Equal([new KeyDetail("Agreed by staff", "January 2026"), new KeyDetail("To be reviewed", "January 2029")], policy.KeyDetails);
    }

    [Fact]
    public void Sections_with_letters_keep_the_word_that_makes_a_number_of_the_letter() =>
        Assert.Equal(
            ["SECTION A STATEMENT", "SECTION B PREVENTION"],
            Headings(
                Read(
                    new WordFile()
                        .P("Fire Policy", "Title")
                        .P("SECTION A – STATEMENT", look: "b")
                        .P(Sentence)
                        .P("SECTION B – PREVENTION", look: "b")
                        .P(Sentence)
                ).Policy
            )
        );

    [Fact]
    public void Numbers_and_formats_that_say_nothing_are_passed_over()
    {
        const string Beyond = "99999999999999999999";
        var imported = Read(
            new WordFile { Numbering = Kind(1, Level(0, "noSuchFormat", "%1.")) + List(1, 1) + $"<w:num w:numId=\"{Beyond}\"/>" }
                .P("Visits Policy", "Title")
                .P("1 Aims", "Heading1")
                .P(Sentence, properties: $"<w:outlineLvl w:val=\"{Beyond}\"/>")
                .P("First of all everyone asks the headteacher where a rule is not clear to them.", properties: Num(1, 0))
                .P(
                    "Then everyone who was there writes down what was seen.",
                    properties: $"<w:numPr><w:ilvl w:val=\"{Beyond}\"/><w:numId w:val=\"{Beyond}\"/></w:numPr>"
                )
                .Raw(
                    $"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"{Beyond}\"/></w:tcPr><w:p>{R("A")}</w:p></w:tc>"
                        + $"<w:tc><w:p>{R("B")}</w:p></w:tc></w:tr></w:tbl>"
                )
        );

        Assert.Equal(["1 Aims"], Headings(imported.Policy));
        Assert.Empty(imported.Coverage.Missing);
    }

    private static ImportOutcome.Imported Read(WordFile file) => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.docx"));

    private static IEnumerable<string> Headings(PolicyContent policy) => policy.Sections.Select(section => section.Heading);

    private static IEnumerable<string> TextsOf(PolicySection section) => BlockText.Texts(section.Blocks).Select(text => text.PlainText);
}
