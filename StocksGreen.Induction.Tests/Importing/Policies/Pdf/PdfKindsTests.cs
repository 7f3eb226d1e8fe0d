using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>Ways in which schools set out their policies, each in a small PDF of its own.</summary>
public class PdfKindsTests
{
    private const string Sentence = "All staff sign in at the school office before they go to any classroom or meet any pupil.";

    [Fact]
    public void Details_and_the_school_that_only_the_heads_and_feet_of_pages_name_are_read()
    {
        var file = new PdfFile().Text(60, 740, "CCTV Policy", 20, isBold: true);
        for (var page = 1; page <= 3; page++)
        {
            file.Text(60, 810, "Version: 2.0", 9)
                .Text(200, 810, "Review date: November 2027", 9)
                .Text(60, 30, "Ferncliffe College", 9)
                .Text(400, 30, $"Page {page} of 3", 9)
                .Text(60, 690, $"{page}. Rule", 14, isBold: true)
                .Text(60, 660, Sentence);
            if (page < 3)
            {
                file.Page();
            }
        }

        var read = Read(file);

        Assert.Equal("Ferncliffe College", read.School);
        Assert.Equal(["Version = 2.0", "Review date = November 2027"], Details(read));
        Assert.Equal(new ReviewMonth(2027, 11), read.NextReview);
    }

    [Fact]
    public void Bold_words_that_open_paragraphs_are_headings_where_there_are_no_others()
    {
        var file = new PdfFile()
            .Text(60, 780, "Collective Worship Policy", 20, isBold: true)
            .Text(60, 750, "Approved by:", isBold: true)
            .Text(140, 750, "Governors");
        foreach (var (heading, at) in new[] { ("Purpose.", 700), ("Visitors.", 670), ("Review.", 640) })
        {
            file.Text(60, at, heading, isBold: true).Text(125, at, "Worship gives everyone a quiet place in the day to think.");
        }

        var read = Read(file);

        Assert.Equal(["Purpose", "Visitors", "Review"], Headings(read));
        Assert.Equal(["Worship gives everyone a quiet place in the day to think."], BlockText.Texts(read.Sections[1].Blocks).Select(text => text.PlainText));
        Assert.Equal(["Approved by = Governors"], Details(read));
    }

    [Fact]
    public void A_number_apart_from_its_heading_belongs_to_it()
    {
        var file = new PdfFile().Tagged("H1", 60, 780, "Continuity Plan", 20, isBold: true);
        foreach (var (number, title, at) in new[] { ("01", "Purpose", 740), ("02", "Team", 680) })
        {
            file.Tagged("NonStruct", 60, at, number, 14, isBold: true)
                .Tagged("NonStruct", 120, at, title, 14, isBold: true)
                .Under("H2", 2)
                .Tagged("P", 60, at - 30, Sentence);
        }

        Assert.Equal(["01 Purpose", "02 Team"], Headings(Read(file)));
    }

    [Fact]
    public void Dots_that_are_drawn_before_lines_are_bullets()
    {
        var file = Start();
        foreach (var (words, at) in new[] { ("sign the visitors’ book", 680), ("wear the badge", 664) })
        {
            var (low, middle, high) = (at + 2, at + 4, at + 6);
            file.Drawing($"72 {middle} m 72 {high} 72 {high} 74 {high} c 76 {high} 76 {high} 76 {middle} c")
                .Drawing($"76 {low} 76 {low} 74 {low} c 72 {low} 72 {low} 72 {middle} c f")
                .Text(84, at, words);
        }

        Assert.Equal(["wear the badge"], Assert.IsType<BulletList>(Read(file).Sections[0].Blocks[^1]).Items.Skip(1).Select(item => item.Text.PlainText));
    }

    [Fact]
    public void A_space_that_the_next_letter_covers_parts_no_word()
    {
        var file = Start().Drawing("BT /B 14 Tf 1 0 0 1 60 600 Tm [(2. Suppor) 0 ( ) 270 (t)] TJ ET").Text(60, 570, Sentence);

        Assert.Equal("2 Support", Headings(Read(file))[^1]);
    }

    [Fact]
    public void A_heading_in_the_first_row_of_a_table_stands_above_it()
    {
        var file = Start().Text(64, 606, "2. Recording", 11, isBold: true);
        foreach (var height in new[] { 620, 600, 580, 560 })
        {
            file.Line(60, height, 300, height);
        }

        file.Line(60, 560, 60, 620).Line(300, 560, 300, 620).Line(180, 560, 180, 600);
        file.Text(64, 586, "Within", isBold: true).Text(184, 586, "Who", isBold: true).Text(64, 566, "One hour").Text(184, 566, "First aider");

        var read = Read(file);

        Assert.Equal(["1 Arriving", "2 Recording"], Headings(read));
        Assert.Equal([2, 2], Assert.IsType<Table>(Assert.Single(read.Sections[1].Blocks)).Rows.Select(row => row.Cells.Count));
    }

    [Fact]
    public void Smaller_headings_without_a_number_stand_inside_numbered_sections()
    {
        var file = Start();
        foreach (var (number, at) in new[] { (2, 640), (3, 480) })
        {
            file.Text(60, at, $"{number}. Meetings", 14, isBold: true)
                .Text(60, at - 25, Sentence)
                .Text(60, at - 55, "Who attends", 12, isBold: true)
                .Text(60, at - 75, Sentence);
        }

        var read = Read(file);

        Assert.Equal(["1 Arriving", "2 Meetings", "3 Meetings"], Headings(read));
        Assert.Equal("Who attends", Assert.Single(read.Sections[2].Blocks.OfType<Subheading>()).Text.PlainText);
    }

    [Fact]
    public void Lines_of_the_cover_are_no_sections()
    {
        var file = new PdfFile()
            .Text(60, 780, "Visitors Policy", 24, isBold: true)
            .Text(60, 700, "For all our sites", 18, isBold: true)
            .Text(60, 640, "Document control", 14, isBold: true)
            .Text(60, 620, "Approved by: Governing board")
            .Text(60, 604, "Next review: May 2028")
            .Page();
        foreach (var number in new[] { 1, 2, 3 })
        {
            file.Text(60, 800 - (number * 100), $"{number}. Rule", 14, isBold: true).Text(60, 770 - (number * 100), Sentence);
        }

        var read = Read(file);

        Assert.Equal(["1 Rule", "2 Rule", "3 Rule"], Headings(read));
        Assert.Equal(["Approved by = Governing board", "Next review = May 2028"], Details(read));
    }

    [Fact]
    public void Names_above_their_values_are_details()
    {
        var file = new PdfFile().Text(60, 780, "Visitors Policy", 20, isBold: true);
        foreach (var (left, name, value) in new[] { (60, "Approved by", "Governors"), (220, "Date approved", "4 May 2026"), (380, "Next review", "May 2028") })
        {
            file.Text(left, 740, name, isBold: true).Text(left, 724, value);
        }

        file.Text(60, 680, "1. Arriving", 14, isBold: true).Text(60, 650, Sentence).Text(60, 620, "2. Leaving", 14, isBold: true).Text(60, 590, Sentence);

        Assert.Equal(["Approved by = Governors", "Date approved = 4 May 2026", "Next review = May 2028"], Details(Read(file)));
    }

    [Fact]
    public void Bold_names_over_their_values_are_details_and_no_headings()
    {
        var file = new PdfFile().Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true);
        foreach (var (name, value, at) in new[] { ("Policy owner", "Headteacher", 740), ("Approved by", "Governors", 700), ("Review date", "May 2028", 660) })
        {
            file.Tagged("H4", 60, at, name, isBold: true).Tagged("P", 60, at - 16, value);
        }

        file.Tagged("H2", 60, 600, "1. Arriving", 14, isBold: true).Tagged("P", 60, 570, Sentence);

        var read = Read(file);

        Assert.Equal(["1 Arriving"], Headings(read));
        Assert.Equal(["Policy owner = Headteacher", "Approved by = Governors", "Review date = May 2028"], Details(read));
    }

    [Fact]
    public void Details_that_share_a_paragraph_or_a_line_are_read_one_by_one()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("Span", 60, 740, "Policy owner: Headteacher")
            .Tagged("Span", 60, 726, "Approved by: Governors")
            .Under("P", 2)
            .Tagged("P", 60, 700, "Version: 3 | Review date: May 2028")
            .Tagged("H2", 60, 600, "1. Arriving", 14, isBold: true)
            .Tagged("P", 60, 570, Sentence);

        Assert.Equal(["Policy owner = Headteacher", "Approved by = Governors", "Version = 3", "Review date = May 2028"], Details(Read(file)));
    }

    [Fact]
    public void Details_at_the_end_are_read_and_a_section_of_them_stays()
    {
        var file = Start().Text(60, 620, "2. Approval", 14, isBold: true).Text(60, 590, "Approved by: Governing board").Text(60, 560, "Review date: May 2028");

        var read = Read(file);

        Assert.Equal(["1 Arriving", "2 Approval"], Headings(read));
        Assert.Equal(["Approved by = Governing board", "Review date = May 2028"], Details(read));
        Assert.NotEmpty(read.Sections[1].Blocks);
    }

    [Fact]
    public void Details_above_a_history_of_versions_at_the_end_are_read_and_the_history_is_text()
    {
        var file = Start().Text(60, 640, "2. Leaving", 14, isBold: true).Text(60, 610, Sentence).Text(60, 560, "Document control", 14, isBold: true);
        Grid(
            file,
            540,
            [
                ["Approved by", "Governing board"],
                ["Review date", "May 2028"],
            ]
        );
        file.Text(60, 440, "Version history", 14, isBold: true);
        Grid(
            file,
            420,
            [
                ["Version", "Date", "Change"],
                ["1", "May 2024", "First issue"],
                ["2", "May 2026", "New site"],
            ]
        );

        var read = Read(file);

        Assert.Equal(["Approved by = Governing board", "Review date = May 2028"], Details(read));
        Assert.Equal(3, Assert.IsType<Table>(read.Sections[^1].Blocks[^1]).Rows.Count);

        static void Grid(PdfFile file, int top, string[][] rows)
        {
            foreach (var row in Enumerable.Range(0, rows.Length + 1))
            {
                file.Line(60, top - (row * 20), 60 + (rows[0].Length * 120), top - (row * 20));
            }

            foreach (var column in Enumerable.Range(0, rows[0].Length + 1))
            {
                file.Line(60 + (column * 120), top - (rows.Length * 20), 60 + (column * 120), top);
            }

            foreach (var (cells, row) in rows.Select((cells, row) => (cells, row)))
            {
                foreach (var (words, column) in cells.Select((words, column) => (words, column)))
                {
                    file.Text(64 + (column * 120), top - (row * 20) - 14, words);
                }
            }
        }
    }

    [Fact]
    public void Details_of_which_each_fills_a_cell_are_read_one_by_one()
    {
        var file = new PdfFile().Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true);
        foreach (
            var (left, right, at) in new[] { ("Approved by: Governors", "Approved on: 4 May 2026", 740), ("Owner: Headteacher", "Review due: May 2028", 720) }
        )
        {
            file.Tagged("TD", 60, at, left).Tagged("TD", 300, at, right).Under("TR", 2);
        }

        file.Under("Table", 2).Tagged("H2", 60, 660, "1. Arriving", 14, isBold: true).Tagged("P", 60, 630, Sentence);

        Assert.Equal(["Approved by = Governors", "Approved on = 4 May 2026", "Owner = Headteacher", "Review due = May 2028"], Details(Read(file)));
    }

    [Fact]
    public void Heads_over_empty_rows_are_a_form_and_no_headings()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 740, "1. Arriving", 14, isBold: true)
            .Tagged("P", 60, 710, Sentence)
            .Tagged("TH", 60, 680, "Time", isBold: true)
            .Tagged("TH", 200, 680, "What happened", isBold: true)
            .Under("TR", 2);
        foreach (var at in new[] { 660, 640, 620 })
        {
            file.Tagged("TD", 60, at, "").Tagged("TD", 200, at, "").Under("TR", 2);
        }

        var read = Read(file.Under("Table", 4));

        Assert.Equal(["1 Arriving"], Headings(read));
        Assert.Equal(2, Assert.Single(read.Sections[0].Blocks.OfType<Table>()).Rows[0].Cells.Count);
    }

    [Fact]
    public void A_title_with_a_colon_is_the_title()
    {
        var file = new PdfFile().Text(60, 780, "Devices: who may use what", 20, isBold: true);
        foreach (var number in new[] { 1, 2, 3 })
        {
            file.Text(60, 800 - (number * 100), $"{number}. Rule", 14, isBold: true).Text(60, 770 - (number * 100), Sentence);
        }

        Assert.Equal("Devices: who may use what", Read(file).Title);
    }

    [Fact]
    public void Details_at_the_foot_that_only_their_names_part_are_read_one_by_one()
    {
        var file = Start().Text(60, 30, "Version 2.1 Policy owner: School nurse Review: May 2028", 9);
        file.Page()
            .Text(60, 740, "2. Leaving", 14, isBold: true)
            .Text(60, 710, Sentence)
            .Text(60, 30, "Version 2.1 Policy owner: School nurse Review: May 2028", 9);

        Assert.Equal(["Version = 2.1", "Policy owner = School nurse", "Review = May 2028"], Details(Read(file)));
    }

    [Fact]
    public void A_large_picture_among_the_text_that_is_marked_as_decoration_is_kept_and_told()
    {
        var file = new PdfFile()
            .Tagged("H1", 60, 780, "Visitors Policy", 20, isBold: true)
            .Tagged("H2", 60, 740, "1. Arriving", 14, isBold: true)
            .Tagged("P", 60, 710, Sentence)
            .Drawing("/Artifact BMC q 210 0 0 105 60 500 cm\nBI /W 2 /H 2 /BPC 8 /CS /G /F /AHx\nID 00FF00FF>\nEI\nQ EMC");

        var imported = Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.pdf"));

        Assert.Contains(imported.LeftOut, left => left.Kind == LeftOutKind.Picture);
        Assert.Single(imported.Policy.Sections[0].Blocks.OfType<Picture>());
    }

    private static PdfFile Start() =>
        new PdfFile().Text(60, 780, "Visitors Policy", 20, isBold: true).Text(60, 740, "1. Arriving", 14, isBold: true).Text(60, 710, Sentence);

    private static PolicyContent Read(PdfFile file) => Assert.IsType<ImportOutcome.Imported>(PolicyImport.Parse(file.ToBytes(), "policy.pdf")).Policy;

    private static List<string> Headings(PolicyContent read) => [.. read.Sections.Select(section => section.Heading)];

    private static List<string> Details(PolicyContent read) => [.. read.KeyDetails.Select(detail => $"{detail.Name} = {detail.Value}")];
}
