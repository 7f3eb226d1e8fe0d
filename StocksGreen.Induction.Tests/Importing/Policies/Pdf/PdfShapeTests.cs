using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Pdf;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>What a PDF prints is what the policy says.</summary>
public class PdfShapeTests
{
    private const string Sentence = "All staff sign in at the school office before they go to any classroom or meet any pupil.";

    [Fact]
    public void Headings_are_told_by_their_size_and_weight_and_paragraphs_by_gaps()
    {
        var read = Read(Untagged());

        Assert.Equal("Visitors Policy", read.Policy.Title);
        Assert.Equal(["1 Arriving", "2 Leaving"], read.Policy.Sections.Select(section => section.Heading));
        Assert.Equal(
            ["All staff sign in at the school office before they go to any classroom or meet any pupil.", "Badges are worn by everyone."],
            Texts(read.Policy.Sections[0])
        );
    }

    [Fact]
    public void Each_section_knows_its_pages_and_ends_where_its_last_sentence_ends()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 740, "Arriving", 14, isBold: true)
            .Tagged("P", 60, 720, Sentence)
            .Page()
            .Tagged("P", 60, 720, Sentence)
            .Tagged("H2", 60, 640, "Leaving", 14, isBold: true)
            .Tagged("P", 60, 620, Sentence)
            .Page()
            .Tagged("H2", 60, 640, "Rules", 14, isBold: true)
            .Tagged("P", 60, 620, Sentence)
            .ToBytes();

        Assert.Equal(
            [("Arriving", new PageSpan(1, 2)), ("Leaving", new PageSpan(2, 2)), ("Rules", new PageSpan(3, 3))],
            Read(file).Policy.Sections.Select(section => (section.Heading, section.Pages!))
        );
        Assert.All(
            ((ImportOutcome.Imported)PolicyImport.Parse("Visitors Policy\n\n1. Arriving\n\nSign in.\n"u8.ToArray(), "visitors.txt")).Policy.Sections,
            section => Assert.Null(section.Pages)
        );
    }

    [Fact]
    public void Tags_name_headings_lists_and_tables()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 740, "Arriving", 14, isBold: true)
            .Tagged("P", 60, 720, Sentence)
            .Tagged("Lbl", 70, 700, "(a)")
            .Tagged("LBody", 90, 700, "Sign the book.")
            .Under("LI", 2)
            .Tagged("Lbl", 70, 680, "(b)")
            .Tagged("LBody", 90, 680, "Wear the badge.")
            .Under("LI", 2)
            .Under("L", 2)
            .Tagged("H2", 60, 640, "Rules", 14, isBold: true)
            .Tagged("TH", 60, 620, "Must")
            .Tagged("TH", 200, 620, "Must not")
            .Under("TR", 2)
            .Tagged("TD", 60, 600, "")
            .Tagged("TD", 200, 600, "Wander")
            .Under("TR", 2)
            .Under("Table", 2)
            .ToBytes();

        var read = Read(file);

        Assert.Equal(["Arriving", "Rules"], read.Policy.Sections.Select(section => section.Heading));
        var list = Assert.IsType<NumberedList>(read.Policy.Sections[0].Blocks[1]);
        Assert.Equal([("(a)", "Sign the book."), ("(b)", "Wear the badge.")], list.Items.Select(item => (item.Label, item.Text.PlainText)));
        var table = Assert.IsType<Table>(Assert.Single(read.Policy.Sections[1].Blocks));
        Assert.Equal(1, table.HeaderRows);
        Assert.Equal([2, 2], table.Rows.Select(row => row.Cells.Count));
        Assert.Empty(table.Rows[1].Cells[0].Blocks);
        Assert.Equal(["Wander"], BlockText.Texts(table.Rows[1].Cells[1].Blocks).Select(text => text.PlainText));
        Assert.Empty(read.Coverage.Missing);
    }

    [Fact]
    public void Words_that_no_tag_covers_are_put_in_their_place_and_named()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 760, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 720, "Arriving", 14, isBold: true)
            .Tagged("P", 60, 700, Sentence)
            .Text(60, 660, "Nobody goes in alone.")
            .Tagged("H2", 60, 620, "Leaving", 14, isBold: true)
            .Tagged("P", 60, 600, Sentence)
            .ToBytes();

        var read = Read(file);

        Assert.Equal([Sentence, "Nobody goes in alone."], Texts(read.Policy.Sections[0]));
        Assert.Contains(read.Warnings, warning => warning.Contains("“Nobody goes in alone.”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_drawn_table_keeps_an_empty_cell_where_it_is()
    {
        var file = Start().Text(70, 690, "Must", isBold: true).Text(270, 690, "Must not", isBold: true).Text(270, 665, "Wander").Text(70, 640, "Sign in");
        foreach (var height in (double[])[705, 680, 655, 630])
        {
            file.Line(60, height, 460, height);
        }

        foreach (var side in (double[])[60, 260, 460])
        {
            file.Line(side, 630, side, 705);
        }

        var table = Assert.Single(Read(file.Text(60, 600, Sentence).ToBytes()).Policy.Sections[0].Blocks.OfType<Table>());

        Assert.Equal(
            ["Must|Must not", "|Wander", "Sign in|"],
            table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => string.Concat(BlockText.Texts(cell.Blocks).Select(text => text.PlainText)))))
        );
        Assert.Equal(1, table.HeaderRows);
    }

    [Fact]
    public void Words_with_a_line_through_them_or_of_the_colour_of_the_paper_are_never_rules()
    {
        var read = Read(
            Start()
                .Text(60, 700, Sentence)
                .Text(60, 660, "Pupils may keep their phones.")
                .Line(60, 664, 210, 664)
                .Drawing("1 1 1 rg")
                .Text(60, 620, "Nobody reads this.")
                .Drawing("0 0 0 rg")
                .Text(60, 580, "Badges are worn by everyone.")
                .ToBytes()
        );

        Assert.Equal([Sentence, "Badges are worn by everyone."], Texts(read.Policy.Sections[0]));
        Assert.Equal(
            [new LeftOut(LeftOutKind.StruckOut, "Pupils may keep their phones.", "page 1"), new LeftOut(LeftOutKind.Hidden, "Nobody reads this.", "page 1")],
            read.LeftOut
        );
    }

    [Fact]
    public void A_link_keeps_its_words_and_its_address()
    {
        var read = Read(
            Start().Text(60, 700, "Read the guidance before you come.").Text(60, 660, Sentence).Link(55, 695, 300, 712, "https://www.gov.uk/guidance").ToBytes()
        );

        var run = read.Policy.Sections[0].Blocks.OfType<Paragraph>().First().Text.Runs[0];
        Assert.Equal(("Read the guidance before you come.", "https://www.gov.uk/guidance"), (run.Text, run.Link));
    }

    [Fact]
    public void A_raised_number_with_a_note_at_the_foot_of_the_page_is_a_note()
    {
        var read = Read(
            Start()
                .Text(60, 700, Sentence)
                .Text(60, 660, "Badges are worn by everyone who visits our school")
                .Text(325, 664, "1", 6)
                .Text(60, 200, "1", 6)
                .Text(66, 198, "See the list at the office.", 8)
                .ToBytes()
        );

        var note = Assert.Single(read.Policy.Sections[0].Notes);
        Assert.Equal(("1", "See the list at the office."), (note.Mark, note.Text.PlainText));
    }

    [Fact]
    public void A_count_of_notes_that_nobody_sees_is_no_text_and_the_space_after_a_mark_stays()
    {
        var read = Read(
            Start()
                .Text(60, 700, Sentence)
                .Drawing("BT /R 11 Tf 1 0 0 1 60 660 Tm (Badges are worn) Tj ET BT /B 1 Tf 1 0 0 1 137 660 Tm (0F) Tj ET")
                .Drawing("BT /R 6 Tf 1 0 0 1 138.5 664 Tm (1 ) Tj ET BT /R 11 Tf 1 0 0 1 144 660 Tm (by everyone.) Tj ET")
                .Text(60, 200, "1", 6)
                .Text(66, 198, "See the list at the office.", 8)
                .ToBytes()
        );

        Assert.Equal("Badges are worn[^1] by everyone.", read.Policy.Sections[0].Blocks.OfType<Paragraph>().Last().Text.Markdown);
        Assert.Equal("1", Assert.Single(read.Policy.Sections[0].Notes).Mark);
        Assert.Empty(read.LeftOut);
        Assert.Empty(read.Coverage.Missing);
    }

    [Fact]
    public void Words_of_one_point_are_never_rules()
    {
        var read = Read(Start().Text(60, 700, Sentence).Text(60, 660, "Pupils may keep their phones.", 1).ToBytes());

        Assert.Equal([new LeftOut(LeftOutKind.Hidden, "Pupils may keep their phones.", "page 1")], read.LeftOut);
    }

    [Fact]
    public void An_item_and_a_paragraph_that_a_page_tears_are_whole_though_each_half_has_a_tag()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 740, "Arriving", 14, isBold: true)
            .Tagged("P", 60, 720, Sentence)
            .Tagged("P", 60, 120, "Every visitor wears a badge that is")
            .Tagged("Note", 60, 60, "1 See the list.", 8)
            .Page()
            .Tagged("P", 60, 780, "given out at the office.")
            .Tagged("Lbl", 70, 100, "1.")
            .Tagged("LBody", 90, 100, "Children may not")
            .Under("LI", 2)
            .Page()
            .Tagged("Lbl", 70, 780, "know who is a stranger, and staff who are new may")
            .Tagged("LBody", 70, 765, "not know either.")
            .Under("LI", 2)
            .Under("L", 2)
            .ToBytes();

        var blocks = Read(file).Policy.Sections[0].Blocks;

        Assert.Contains("Every visitor wears a badge that is given out at the office.", blocks.OfType<Paragraph>().Select(each => each.Text.PlainText));
        Assert.Equal(
            [("1.", "Children may not know who is a stranger, and staff who are new may not know either.")],
            Assert.Single(blocks.OfType<NumberedList>()).Items.Select(item => (item.Label, item.Text.PlainText))
        );
    }

    [Fact]
    public void A_note_of_a_cell_is_a_note_of_the_section_and_its_mark_stays_in_the_cell()
    {
        var file = Start().Text(70, 690, "Must", isBold: true).Text(270, 690, "Must not", isBold: true).Text(70, 665, "Sign in").Text(270, 665, "Wander");
        file.Text(308, 669, "1", 6).Text(60, 200, "1", 6).Text(66, 198, "See the list at the office.", 8);
        foreach (var height in (double[])[705, 680, 655])
        {
            file.Line(60, height, 460, height);
        }

        foreach (var side in (double[])[60, 260, 460])
        {
            file.Line(side, 655, side, 705);
        }

        var section = Read(file.Text(60, 600, Sentence).ToBytes()).Policy.Sections[0];

        Assert.Equal([("1", "See the list at the office.")], section.Notes.Select(note => (note.Mark, note.Text.PlainText)));
        var cell = Assert.Single(section.Blocks.OfType<Table>()).Rows[1].Cells[1];
        Assert.Contains(BlockText.Texts(cell.Blocks).Single().Runs, run => run is { IsNoteMark: true, Text: "1" });
    }

    [Fact]
    public void A_space_that_is_drawn_parts_words_however_narrow_it_is()
    {
        var file = Start().Text(60, 700, Sentence).Drawing("BT /B 14 Tf -3.2 Tw 1 0 0 1 60 660 Tm (2 Legal action) Tj ET").Text(60, 640, Sentence);

        Assert.Equal(["1 Arriving", "2 Legal action"], Read(file.ToBytes()).Policy.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Words_that_run_up_the_page_are_kept_and_named()
    {
        var read = Read(Start().Text(60, 700, Sentence).Drawing("BT /R 11 Tf 0 1 -1 0 560 300 Tm (Keep this page on the wall) Tj ET").ToBytes());

        Assert.Contains("Keep this page on the wall", read.Policy.Sections.SelectMany(Texts));
        Assert.Contains(read.Warnings, warning => warning.Contains("run up or down page 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_close_columns_whose_lines_are_not_level_are_read_one_after_the_other()
    {
        var file = Start();
        for (var line = 0; line < 14; line++)
        {
            file.Text(60, 700 - (line * 14), $"left column line number {line} goes on and on and", 10)
                .Text(300, 697 - (line * 14), $"right column line number {line} goes on and on", 10);
        }

        var text = string.Join(' ', Texts(Read(file.ToBytes()).Policy.Sections[0]));

        Assert.True(
            text.IndexOf("left column line number 13", StringComparison.Ordinal) < text.IndexOf("right column line number 0", StringComparison.Ordinal),
            text
        );
    }

    [Fact]
    public void A_word_that_is_lost_once_is_missing_though_it_is_named_elsewhere()
    {
        var read = Read(Start().Text(60, 700, Sentence).ToBytes());
        var file = Start().Text(60, 700, Sentence).Text(60, 660, "Badges are worn.").ToBytes();
        var lost = read with { LeftOut = [new LeftOut(LeftOutKind.Comment, "Badges", "page 1")] };

        using var document = UglyToad.PdfPig.PdfDocument.Open(file);
        var pages = new[] { new PageReader(new PdfBudget()).Read(document.GetPage(1)) };

        Assert.Equal(["are", "worn"], PdfCoverage.Of(pages, lost).Missing);
    }

    [Fact]
    public void Heads_and_feet_of_pages_are_left_out_and_named()
    {
        var file = Start().Text(60, 700, Sentence).Text(60, 30, "Office copy, page 1");
        for (var page = 2; page <= 4; page++)
        {
            file.Page().Text(60, 740, $"{page} Rule", 14, isBold: true).Text(60, 700, Sentence).Text(60, 30, $"Office copy, page {page}");
        }

        var read = Read(file.ToBytes());

        Assert.Equal(["Office copy, page 1"], read.LeftOut.Where(left => left.Kind == LeftOutKind.Header).Select(left => left.Text));
        Assert.DoesNotContain(read.Policy.Sections.SelectMany(Texts), text => text.Contains("Office copy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_a_line_end_tears_is_whole_where_the_document_has_it_whole()
    {
        var read = Read(
            Start()
                .Text(60, 700, "Our school takes safeguarding seriously and every member of staff learns about safe-")
                .Text(60, 687, "guarding each year, also about harm that pupils may do to each other and about self-")
                .Text(60, 674, "harm.")
                .ToBytes()
        );

        var text = Assert.Single(Texts(read.Policy.Sections[0]));
        Assert.Contains("learns about safeguarding each year", text, StringComparison.Ordinal);
        Assert.EndsWith("self-harm.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other()
    {
        var file = Start();
        for (var line = 0; line < 14; line++)
        {
            file.Text(60, 700 - (line * 14), $"left column line number {line} goes on and", 10)
                .Text(320, 700 - (line * 14), $"right column line number {line} goes on and", 10);
        }

        var text = string.Join(' ', Texts(Read(file.ToBytes()).Policy.Sections[0]));

        Assert.True(
            text.IndexOf("left column line number 13", StringComparison.Ordinal) < text.IndexOf("right column line number 0", StringComparison.Ordinal),
            text
        );
    }

    internal static byte[] Untagged() => UntaggedFile().ToBytes();

    internal static PdfFile UntaggedFile() =>
        Start()
            .Text(60, 700, "All staff sign in at the school office before they go to any classroom")
            .Text(60, 687, "or meet any pupil.")
            .Text(60, 660, "Badges are worn by everyone.")
            .Text(60, 620, "2 Leaving", 14, isBold: true)
            .Text(60, 600, Sentence);

    private static PdfFile Start() => new PdfFile().Text(60, 750, "Visitors Policy", 20, isBold: true).Text(60, 722, "1 Arriving", 14, isBold: true);

    private static ImportOutcome.Imported Read(byte[] file) => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file, "visitors.pdf"));

    private static IEnumerable<string> Texts(PolicySection section) => BlockText.Texts(section.Blocks).Select(text => text.PlainText);
}
