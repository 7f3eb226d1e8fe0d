using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.Policies.Drafting;

public sealed class DraftEditingTests
{
    [Fact]
    public void Merging_keeps_the_heading_as_a_paragraph_and_the_first_section_goes_into_the_opening()
    {
        Assert.Equal(
            ["1 Arriving: Sign in at the office. / 1.1 Badges / - Wear a badge: /   - where it can be seen."],
            Outline(Do(new DraftEdit.MergeIntoAbove(1)))
        );
        var opening = Do(new DraftEdit.MergeIntoAbove(0));
        Assert.Equal(
            ["Read *and* understand it.", "1 Arriving", "Sign in at the office."],
            opening.Preamble.Cast<Paragraph>().Select(paragraph => paragraph.Text.Markdown)
        );
        Assert.Equal(["1.1 Badges: - Wear a badge: /   - where it can be seen."], Outline(opening));
    }

    [Fact]
    public void Splitting_begins_a_new_section_at_a_line()
    {
        var text = Do(new DraftEdit.Rewrite(0, "1", "Arriving", 1, "First.\n\n- one\n- two\n\nLast."));

        Assert.Equal(
            ["1 Arriving: First. / - one", "2 Later: - two / Last.", "1.1 Badges: - Wear a badge: /   - where it can be seen."],
            Outline(Do(new DraftEdit.Split(0, 2, "2", "Later"), text))
        );
        Assert.Equal("Line", Refused(new DraftEdit.Split(0, 9, "2", "Later"), text));
        Assert.Equal("Heading", Refused(new DraftEdit.Split(0, 1, "2", " "), text));
    }

    [Fact]
    public void A_section_that_is_saved_unchanged_keeps_its_hash_whatever_stands_in_it()
    {
        var text = EveryBlock.Policy();
        foreach (var (at, section) in text.Sections.Index())
        {
            var typed = PolicyMarkdown.Blocks(section.Blocks, section.Notes).ReplaceLineEndings("\r\n");
            var saved = Do(new DraftEdit.Rewrite(at, section.Number, section.Title, section.Level, typed), text);
            Assert.Equal(PolicyMarkdown.Parts(text).Select(part => part.Hash), PolicyMarkdown.Parts(saved).Select(part => part.Hash));
        }

        var opening = PolicyMarkdown.Blocks(text.Preamble, text.PreambleNotes);
        var head = Do(new DraftEdit.RewriteHead(text.Title, text.School, "Date written: August 2026", opening, "", "", ""), text);
        Assert.Equal(PolicyMarkdown.Parts(text)[0].Hash, PolicyMarkdown.Parts(head)[0].Hash);
    }

    [Fact]
    public void A_section_is_never_split_inside_a_table_or_a_box_and_each_note_goes_with_its_mark()
    {
        var text = EveryBlock.Policy();
        Assert.Equal(["A table", "A table"], DraftEditing.SplitLines(text.Sections[1]));
        Assert.Equal(["Picture: A flow chart: tell the lead, then write it down", "A picture", "A picture"], DraftEditing.SplitLines(text.Sections[2]));

        var split = Do(new DraftEdit.Split(1, 1, "", "Numbers"), text);
        Assert.Equal([EveryBlock.Matrix().Rows.Count, 4], split.Sections.Skip(1).Take(2).Select(section => ((Table)section.Blocks[0]).Rows.Count));

        var lines = DraftEditing.SplitLines(text.Sections[0]).ToList();
        var later = Do(new DraftEdit.Split(0, lines.IndexOf("On trips"), "", "Trips"), text);
        Assert.Equal(["2"], later.Sections[0].Notes.Select(note => note.Mark));
        Assert.Empty(later.Sections[1].Notes);
        Assert.Contains("(b) The deputy.", lines);
    }

    [Fact]
    public void A_section_moves_with_its_subsections_past_whole_neighbours()
    {
        var text = Do(new DraftEdit.Add(1, "2", "Leaving"));
        text = Do(new DraftEdit.Shift(2, -1), text);
        Assert.Equal("1 2 1", string.Join(' ', text.Sections.Select(section => section.Level)));

        var moved = Do(new DraftEdit.Move(2, -1), text);
        Assert.Equal("Leaving, Arriving, Badges", Titles(moved));
        Assert.Equal("Arriving, Badges, Leaving", Titles(Do(new DraftEdit.Move(0, 1), moved)));
        Assert.Equal("Sections[0]", Refused(new DraftEdit.Move(0, -1), text));
        Assert.Equal("Sections[2]", Refused(new DraftEdit.Move(2, 1), text));
        Assert.Equal("Sections[0]", Refused(new DraftEdit.Shift(0, -1), text));
    }

    [Fact]
    public void Numbering_anew_follows_the_levels_and_changes_nothing_else()
    {
        var text = SmallPolicy.Text with
        {
            Sections = [.. new[] { ("7", 1), ("", 2), ("x", 2), ("1", 1), ("3", 3) }.Select(each => new PolicySection(each.Item1, "T", each.Item2, []))],
        };

        Assert.Equal("1, 1.1, 1.2, 2, 2.1.1", string.Join(", ", Do(new DraftEdit.RenumberAll(), text).Sections.Select(section => section.Number)));
    }

    [Fact]
    public void The_head_is_read_line_by_line_and_every_fault_is_told()
    {
        var text = Do(
            new DraftEdit.RewriteHead(
                " Visitors ",
                "Our School",
                "Owner: Jo Marsh\n\nDate agreed: May 2026",
                "Read it.",
                "Behaviour policy\n",
                "KCSIE 2025",
                "2027-05"
            )
        );

        Assert.Equal(("Visitors", "Our School", "KCSIE 2025", new ReviewMonth(2027, 5)), (text.Title, text.School, text.BasedOn, text.NextReview));
        Assert.Equal(
            [new KeyDetail("Owner", "Jo Marsh"), new KeyDetail("Date agreed", "May 2026"), new KeyDetail("Date of next full review", "May 2027")],
            text.KeyDetails
        );
        Assert.Equal(
            new KeyDetail("Next review", "May 2027"),
            Do(new DraftEdit.RewriteHead("Visitors", "", "Next review: October 2025", "", "", "", "2027-05")).KeyDetails[0]
        );
        Assert.Equal(["Behaviour policy"], text.LinkedPolicies);
        Assert.Equal(
            ["Title", "Details", "Review"],
            ((DraftEdited.Refused)DraftEditing.Apply(SmallPolicy.Text, new DraftEdit.RewriteHead("", "", "no colon", "", "", "", "soon"))).Errors.Select(
                error => error.Key
            )
        );
    }

    [Fact]
    public void A_section_that_is_not_there_is_refused()
    {
        foreach (
            var edit in (DraftEdit[])
                [
                    new DraftEdit.MergeIntoAbove(9),
                    new DraftEdit.Move(-1, 1),
                    new DraftEdit.Remove(2),
                    new DraftEdit.Rewrite(5, "", "T", 1, ""),
                    new DraftEdit.Split(7, 1, "", "T"),
                    new DraftEdit.Shift(3, 1),
                ]
        )
        {
            Assert.Equal("Structure", Refused(edit, SmallPolicy.Text));
        }
    }

    [Fact]
    public void The_text_of_the_schools_policy_reads_back_from_its_Markdown_as_it_was()
    {
        foreach (var section in SamplePolicy.Read().Policy.Sections)
        {
            var markdown = PolicyMarkdown.Blocks(section.Blocks);
            Assert.Equal(markdown, PolicyMarkdown.Blocks(BlockMarkdown.Parse(markdown)));
        }
    }

    [Fact]
    public void No_mend_but_taking_out_loses_a_word() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var text = SamplePolicy.Read().Policy;
                    var words = Words(text);
                    foreach (var seed in seeds)
                    {
                        var at = Math.Abs(seed % 12);
                        DraftEdit edit = Math.Abs(seed / 12 % 6) switch
                        {
                            0 => new DraftEdit.MergeIntoAbove(at),
                            1 => new DraftEdit.Split(at, 1 + Math.Abs(seed % 3), "", "New"),
                            2 => new DraftEdit.Move(at, seed % 2 == 0 ? 1 : -1),
                            3 => new DraftEdit.Shift(at, seed % 2 == 0 ? 1 : -1),
                            4 when at < text.Sections.Count => new DraftEdit.Rewrite(
                                at,
                                text.Sections[at].Number,
                                text.Sections[at].Title,
                                text.Sections[at].Level,
                                PolicyMarkdown.Blocks(text.Sections[at].Blocks)
                            ),
                            _ => new DraftEdit.Add(at, "", "New"),
                        };
                        text = DraftEditing.Apply(text, edit) is DraftEdited.Done done ? done.Text : text;
                    }

                    Assert.Empty(words.Except(Words(text)));
                }
            )
        );

    [Fact]
    public void Any_text_is_read_as_Markdown_and_written_the_same_the_second_time() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                typed =>
                {
                    var once = PolicyMarkdown.Blocks(BlockMarkdown.Parse((typed ?? "").Replace("\0", "", StringComparison.Ordinal)));

                    Assert.Equal(once, PolicyMarkdown.Blocks(BlockMarkdown.Parse(once)));
                }
            )
        );

    private static PolicyContent Do(DraftEdit edit, PolicyContent? text = null) =>
        Assert.IsType<DraftEdited.Done>(DraftEditing.Apply(text ?? SmallPolicy.Text, edit)).Text;

    private static string Refused(DraftEdit edit, PolicyContent text) =>
        Assert.Single(Assert.IsType<DraftEdited.Refused>(DraftEditing.Apply(text, edit)).Errors).Key;

    private static IEnumerable<string> Outline(PolicyContent text) =>
        text.Sections.Select(section =>
            $"{section.Heading}: {string.Join(" / ", PolicyMarkdown.Blocks(section.Blocks).Split('\n').Where(line => line.Length > 0))}"
        );

    private static string Titles(PolicyContent text) => string.Join(", ", text.Sections.Select(section => section.Title));

    private static HashSet<string> Words(PolicyContent text) =>
        [.. PolicyMarkdown.Whole(text).Split((char[])[' ', '\n', '*', '#', '-', '\\'], StringSplitOptions.RemoveEmptyEntries)];
}
