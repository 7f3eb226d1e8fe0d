using AngleSharp.Dom;
using Bunit;
using StocksGreen.Induction.Components.PolicyView;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Components.PolicyView;

/// <summary>A part with tables, labels, pictures and notes, as a reader meets it.</summary>
public sealed class PolicyPartTextTests : BunitContext
{
    private readonly PolicySection rules = EveryBlock.Sections()[0];
    private readonly PolicySection tables = EveryBlock.Sections()[1];
    private readonly PolicySection pictures = EveryBlock.Sections()[2];

    [Fact]
    public void A_mark_leads_to_its_note_and_the_note_back_to_each_of_its_marks()
    {
        var part = Show(rules);

        var marks = part.FindAll(".policy-note-mark a");
        var note = part.Find(".policy-notes li");
        var backs = note.QuerySelectorAll(".policy-note-back");
        Assert.Equal(["Note 2", "Note 2"], marks.Select(mark => mark.GetAttribute("aria-label")));
        Assert.All(marks, mark => Assert.Equal($"/#{note.Id}", mark.GetAttribute("href")));
        Assert.Equal(marks.Select(mark => $"/#{mark.Id}"), backs.Select(back => back.GetAttribute("href")));
        Assert.Equal(["Back to the text at note 2", "Back to the text at note 2, place 2"], backs.Select(back => back.GetAttribute("aria-label")));
    }

    [Fact]
    public void The_notes_of_two_parts_on_one_page_never_share_an_address()
    {
        var ids = new[] { Show(rules, "part-1"), Show(rules, "part-2") }.SelectMany(part => part.FindAll("[id]")).Select(element => element.Id).ToList();

        Assert.Equal(6, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_page_shows_its_picture_first_and_its_words_when_they_are_opened()
    {
        var page = PagePictures.Create(1, new string('a', 64), "image/jpeg", 240, 336);

        var part = Show(PagePictures.Section(1, page, [new Paragraph(RichText.FromPlainText("Ring the bell."))]));

        Assert.Equal("Page 1 of the document, as a picture; its words stand below it", part.Find("a.policy-picture--page img").GetAttribute("alt"));
        var words = part.Find("details.page-words");
        Assert.Equal(("Read as text", false), (words.QuerySelector("summary")!.TextContent, words.HasAttribute("open")));
        Assert.Equal("Ring the bell.", words.QuerySelector("p")!.ShownWords());
        Assert.Single(part.FindAll("img"));
        Assert.Empty(Show(PagePictures.Section(1, page, [])).FindAll("details"));
    }

    [Fact]
    public void Drawing_a_part_again_changes_no_address()
    {
        var part = Show(rules);
        var before = part.Markup;

        part.Render();

        Assert.Equal(before, part.Markup);
    }

    [Fact]
    public void Notes_and_headings_inside_a_section_are_one_level_under_its_own_heading()
    {
        var levels = Show(rules, headingLevel: 3).FindAll("[role=heading]").Select(heading => (heading.ShownWords(), heading.GetAttribute("aria-level")));

        Assert.Equal([("Who decides", "4"), ("On trips", "5"), ("Note", "4")], levels);
    }

    [Fact]
    public void A_labelled_item_is_found_by_the_label_that_is_printed()
    {
        var labels = Show(rules).FindAll(".policy-labelled > li > .policy-labelled__label").Select(label => label.TextContent);

        Assert.Equal(["(a)", "(b)", "(i)", "(ii)", "10.", "2"], labels);
    }

    [Fact]
    public void A_tick_is_read_in_its_own_column_and_an_empty_cell_stays_one()
    {
        var rows = Show(tables).FindAll("table")[0].QuerySelectorAll("tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()));

        Assert.Equal(
            [
                ["", "Staff", "Pupils", "Visitors"],
                ["Phone in class", "✗", "", ""],
                ["Guest wifi", "", "", "✓"],
            ],
            rows
        );
    }

    [Fact]
    public void Header_cells_say_what_they_name_and_an_empty_cell_names_nothing()
    {
        var part = Show(tables);

        Assert.Equal(
            ["col Staff", "col Pupils", "col Visitors"],
            part.FindAll("table")[0].QuerySelectorAll("th").Select(cell => $"{cell.GetAttribute("scope")} {cell.TextContent.Trim()}")
        );
        Assert.Equal(
            ["col Who", "colgroup How", "col By day", "col At night", "rowgroup Teachers"],
            part.FindAll("table")[1].QuerySelectorAll("th").Select(cell => $"{cell.GetAttribute("scope")} {cell.TextContent.Trim()}")
        );
        Assert.Equal("2", part.FindAll("table")[1].QuerySelector("tbody td[colspan]")!.GetAttribute("colspan"));
    }

    [Fact]
    public void A_table_can_be_scrolled_by_keyboard_and_says_what_it_is()
    {
        var boxes = Show(tables).FindAll(".policy-table");

        Assert.All(boxes, box => Assert.Equal("0", box.GetAttribute("tabindex")));
        Assert.Equal(["Table that begins with Staff", "Table: Whom to ring"], boxes.Select(box => box.GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData("Who;What;When|The teacher;Tells the lead the same day;Before going home", true)]
    [InlineData("Who;What;When|The teacher of the class;;Before going home, in words that the child used|The lead;Reads it;Now", true)]
    [InlineData("Who;Yes;No|The teacher;✓;|The lead;;✓", false)] // it fits
    [InlineData("Who;What the person does when a child tells them something|The teacher;Tells the designated safeguarding lead", false)] // two columns
    public void A_wide_table_becomes_cards_on_a_phone_that_say_what_each_cell_is(string written, bool isCards)
    {
        var rows = written.Split('|').Select(row => new TableRow([.. row.Split(';').Select(cell => TableCell.Of(RichText.FromPlainText(cell)))]));
        var table = new Table(RichText.FromPlainText(""), 1, 1, [.. rows]);

        var shown = Render<PolicyTable>(parameters => parameters.Add(view => view.Table, table));

        Assert.Equal(isCards, shown.Find(".policy-table").ClassList.Contains("policy-table--cards"));
        string[] labels = isCards ? ["Who", "What", "When"] : [];
        Assert.Equal(labels, shown.FindAll("tbody tr:first-child [data-label]").Select(cell => cell.GetAttribute("data-label")));
        Assert.Empty(shown.FindAll("thead [data-label]"));
        string[] roles = isCards ? ["rowheader", "cell", "cell"] : [];
        Assert.Equal(roles, shown.FindAll("tbody tr:first-child [role]").Select(cell => cell.GetAttribute("role")));
    }

    [Fact]
    public void A_table_with_a_cell_that_spans_stays_a_table()
    {
        var words = RichText.FromPlainText("Tells the designated safeguarding lead");
        var table = new Table(
            RichText.FromPlainText(""),
            1,
            0,
            [
                new TableRow([TableCell.Of(words), TableCell.Of(words), TableCell.Of(words)]),
                new TableRow([TableCell.Of(words) with { Columns = 2 }, TableCell.Of(words)]),
            ]
        );

        var shown = Render<PolicyTable>(parameters => parameters.Add(view => view.Table, table));

        Assert.Empty(shown.FindAll(".policy-table--cards, [role=cell], [data-label]"));
    }

    [Fact]
    public void A_picture_comes_late_at_its_size_is_described_and_opens_alone()
    {
        var shown = Show(pictures).FindAll("img");

        Assert.Equal(
            ["A flow chart: tell the lead, then write it down", "A picture that no one has described yet", "A decorative picture, at full size"],
            shown.Select(picture => picture.GetAttribute("alt"))
        );
        Assert.Equal(("lazy", "320", "160"), (shown[0].GetAttribute("loading"), shown[0].GetAttribute("width"), shown[0].GetAttribute("height")));
        Assert.False(shown[1].HasAttribute("width"));
        Assert.All(shown, picture => Assert.Equal(picture.GetAttribute("src"), picture.ParentElement!.GetAttribute("href")));
    }

    [Fact]
    public void A_mark_without_a_note_leads_nowhere()
    {
        var part = Render<PolicyPartText>(parameters =>
            parameters.Add(view => view.Blocks, [new Paragraph(RichText.FromMarkdown("Look.[^7]"))]).Add(view => view.Notes, []).Add(view => view.Key, "part-1")
        );

        part.MarkupMatches("""<p dir="auto">Look.<sup class="policy-note-mark">[7]</sup></p>""");
    }

    private IRenderedComponent<PolicyPartText> Show(PolicySection section, string key = "part-1", int headingLevel = 2) =>
        Render<PolicyPartText>(parameters =>
            parameters
                .Add(view => view.Blocks, section.Blocks)
                .Add(view => view.Notes, section.Notes)
                .Add(view => view.Key, key)
                .Add(view => view.HeadingLevel, headingLevel)
        );
}
