using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Policies.Drafting;

public sealed class SittingsTests
{
    [Fact]
    public void A_section_of_more_than_600_words_is_offered_to_be_split_at_its_own_sub_headings()
    {
        var text = Text(
            Section("1", "Long", 1, Words(599), Heading("Aims", 1)),
            Section("2", "Too long", 1, Words(500), Heading("Aims", 1), Words(50), Heading("Detail", 2), Heading("Scope", 1), Words(50)),
            Section("3", "Without sub-headings", 1, Words(900))
        );

        Assert.Equal([new LongSection(0, "1 Long", 602, 1), new LongSection(1, "2 Too long", 606, 2)], Sittings.Long(text));
    }

    [Fact]
    public void A_section_of_600_words_is_one_sitting()
    {
        Assert.Empty(Sittings.Long(Text(Section("1", "Long", 1, Words(597), Heading("Aims", 1)))));
    }

    [Fact]
    public void Splitting_makes_sections_of_the_next_level_and_their_sub_headings_go_one_level_up()
    {
        var text = Text(
            Section("2", "Roles", 2, Words(3), Heading("2.1.1 Staff", 1), Words(2), Heading("Records", 2), Words(1), Heading("The 2 leads", 1)),
            Section("3", "After", 1)
        );

        var split = Done(new DraftEdit.SplitAtSubheadings(0), text);

        Assert.Equal("Split “2 Roles” at its sub-headings", split.What);
        Assert.Equal(["2 | 2 | Roles | w w w", "3 | 2.1.1 | Staff | w w; (1) Records; w", "3 |  | The 2 leads | ", "1 | 3 | After | "], Outline(split.Text));
    }

    [Fact]
    public void Each_note_goes_with_its_mark_and_one_without_a_mark_stays()
    {
        var text = Text(
            Section("1", "Roles", 1, Line("First.[^1]"), Heading("Staff", 1), Line("Second.[^2] Again.[^1]"), Heading("Leads", 1)) with
            {
                Notes = [Note("1"), Note("2"), Note("3")],
            }
        );

        var split = Done(new DraftEdit.SplitAtSubheadings(0), text).Text;

        Assert.Equal(["1 3", "1 2", ""], split.Sections.Select(section => string.Join(' ', section.Notes.Select(note => note.Mark))));
    }

    [Theory]
    [InlineData("Staff[^1]")]
    [InlineData("[Staff](https://example.org)")]
    [InlineData("24^{2} hours")]
    public void A_sub_heading_whose_words_say_more_than_a_title_can_stays_where_it_is(string heading)
    {
        var text = Text(Section("1", "Roles", 1, new Subheading(RichText.FromMarkdown(heading), 1), Words(700)));

        Assert.Empty(Sittings.Long(text));
        Assert.Equal(
            "“1 Roles” has no sub-headings at which it can be split. Open it to split it by hand.",
            Refused(new DraftEdit.SplitAtSubheadings(0), text)
        );
    }

    [Fact]
    public void All_long_sections_are_split_until_none_can_be()
    {
        var text = Text(
            Section("1", "Short", 1, Words(10), Heading("Stays", 1)),
            Section("2", "Long", 1, Heading("Aims", 1), Words(10), Heading("Rules", 1), Words(400), Heading("In class", 2), Words(400)),
            Section("3", "Longest", 1, Heading("Only", 1), Words(700))
        );

        var split = Done(new DraftEdit.SplitAtSubheadings(null), text);

        Assert.Equal("Split 2 long sections at sub-headings", split.What);
        Assert.Equal(["1 Short", "2 Long", "Aims", "Rules", "In class", "3 Longest", "Only"], split.Text.Sections.Select(section => section.Heading));
        Assert.Equal([1, 1, 2, 2, 3, 1, 2], split.Text.Sections.Select(section => section.Level));
        Assert.Empty(Sittings.Long(split.Text));
        Assert.Equal("No section with sub-headings has more than 600 words.", Refused(new DraftEdit.SplitAtSubheadings(null), split.Text));
    }

    [Fact]
    public void Short_sub_sections_become_sub_headings_of_the_section_they_stand_under()
    {
        var text = Text(
            Section("1", "Roles", 1, Words(10)),
            Section("1.1", "Staff", 2, Words(100), Heading("Records", 1)),
            Section("1.1.1", "Cover", 3, Words(20)),
            Section("1.2", "Leads", 2, Words(50)),
            Section("2", "Next", 1, Words(5))
        );

        Assert.Equal((6, 3), (Sittings.Screens(text), Sittings.ScreensTogether(text)));
        Assert.Equal(["1.1 Staff", "1.1.1 Cover", "1.2 Leads"], Sittings.Short(text));
        var together = Done(new DraftEdit.KeepTogether(), text);
        Assert.Equal("Kept 3 short sub-sections as sub-headings", together.What);
        Assert.Equal(
            [$"1 | 1 | Roles | {W(10)}; (1) 1.1 Staff; {W(100)}; (2) Records; (2) 1.1.1 Cover; {W(20)}; (1) 1.2 Leads; {W(50)}", $"1 | 2 | Next | {W(5)}"],
            Outline(together.Text)
        );
    }

    [Fact]
    public void What_is_kept_together_is_never_longer_than_one_sitting_and_keeps_its_order()
    {
        var text = Text(
            Section("1", "Roles", 1, Words(300)),
            Section("1.1", "Fits", 2, Words(190)),
            Section("1.2", "Does not fit", 2, Words(190)),
            Section("1.3", "Short and after it", 2, Words(10)),
            Section("2", "Rules", 1, Words(1)),
            Section("2.1", "Long", 2, Words(201)),
            Section("2.1.1", "Under it", 3, Words(10)),
            Section("3", "Not a sub-section", 1, Words(1))
        );

        var together = Done(new DraftEdit.KeepTogether(), text).Text;

        Assert.Equal(
            ["1 Roles", "1.2 Does not fit", "1.3 Short and after it", "2 Rules", "2.1 Long", "3 Not a sub-section"],
            together.Sections.Select(section => section.Heading)
        );
        Assert.Empty(Sittings.Long(together));
        Assert.Equal("No short sub-section can be kept together with the section above it.", Refused(new DraftEdit.KeepTogether(), together));
    }

    [Fact]
    public void No_one_confirms_a_heading_without_text_whose_first_sub_section_is_one_sitting()
    {
        var text = Text(
            Section("1", "Roles", 1),
            Section("1.1", "Staff", 2, Words(500)),
            Section("2", "Rules", 1),
            Section("2.1", "Too long for it", 2, Words(600))
        );

        Assert.Equal(["1 Roles", "2 Rules", "2.1 Too long for it"], Done(new DraftEdit.KeepTogether(), text).Text.Sections.Select(section => section.Heading));
    }

    [Fact]
    public void Two_notes_with_one_mark_are_never_put_under_one_section()
    {
        var text = Text(
            Section("1", "Roles", 1, Line("A.[^1]")) with
            {
                Notes = [Note("1")],
            },
            Section("1.1", "Staff", 2, Line("B.[^1]")) with
            {
                Notes = [new Note("1", RichText.FromPlainText("Another."))],
            }
        );

        Assert.Empty(Sittings.Short(text));
    }

    [Fact]
    public void Keeping_together_and_splitting_again_gives_the_sections_back_with_everything_in_them()
    {
        var text = EveryBlock.Policy();
        var together = Done(new DraftEdit.KeepTogether(), text).Text;
        Assert.True(together.Sections.Count < text.Sections.Count);

        Assert.Equal(PolicyMarkdown.Parts(text).Sum(part => part.Words), PolicyMarkdown.Parts(together).Sum(part => part.Words));
        Assert.Equal(
            text.Sections.SelectMany(section => BlockText.All(section.Blocks)).Count(block => block is Table or Picture or Callout),
            together.Sections.SelectMany(section => BlockText.All(section.Blocks)).Count(block => block is Table or Picture or Callout)
        );
    }

    [Fact]
    public void Two_thousand_sections_are_kept_together_and_split_in_one_go()
    {
        var text = Text([.. Enumerable.Range(0, 2_000).Select(i => Section("", $"Section {i}", (i % 5) + 1, Words(20)))]);

        var together = Done(new DraftEdit.KeepTogether(), text).Text;

        Assert.Equal(400, together.Sections.Count);
        var one = Text(Section("1", "All", 1, [.. together.Sections.SelectMany(section => section.Blocks)]));
        Assert.Equal(401, Done(new DraftEdit.SplitAtSubheadings(null), one).Text.Sections.Count);
    }

    private static PolicyContent Text(params PolicySection[] sections) => new("Policy", "", [], [], sections, [], null, null);

    private static PolicySection Section(string number, string title, int level, params Block[] blocks) => new(number, title, level, blocks);

    private static Paragraph Words(int count) => new(RichText.FromPlainText(W(count)));

    private static string W(int count) => string.Join(' ', Enumerable.Repeat("w", count));

    private static Paragraph Line(string markdown) => new(RichText.FromMarkdown(markdown));

    private static Subheading Heading(string words, int level) => new(RichText.FromPlainText(words), level);

    private static Note Note(string mark) => new(mark, RichText.FromPlainText("A note."));

    private static IEnumerable<string> Outline(PolicyContent text) =>
        text.Sections.Select(section =>
            $"{section.Level} | {section.Number} | {section.Title} | "
            + string.Join(
                "; ",
                section.Blocks.Select(block =>
                    block is Subheading heading ? $"({heading.Level}) {heading.Text.PlainText}" : BlockText.Texts(block).First().PlainText
                )
            )
        );

    private static DraftEdited.Done Done(DraftEdit edit, PolicyContent text) => Assert.IsType<DraftEdited.Done>(DraftEditing.Apply(text, edit));

    private static string Refused(DraftEdit edit, PolicyContent text) =>
        Assert.Single(Assert.IsType<DraftEdited.Refused>(DraftEditing.Apply(text, edit)).Errors).Sentence;
}
