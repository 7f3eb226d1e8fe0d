using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Domain.Policies.Comparison;

public sealed class PolicyComparisonTests
{
    [Fact]
    public void Every_kind_of_change_is_told_and_what_was_removed_stands_where_it_stood() =>
        Assert.Equal(
            ["Unchanged Key details", "Changed 1 Aims", "Removed 2 Old rules", "Moved 2 Visitors", "Added 3 Drones", "Unchanged 4 Review"],
            Compare(
                [
                    "1 Aims|we keep every child safe in school",
                    "2 Old rules|this is quite another text about chalk",
                    "3 Visitors|sign in at the office and wear a badge",
                    "4 Review|every year in October",
                ],
                [
                    "1 Aims|we keep every child and adult safe in school",
                    "2 Visitors|sign in at the office and wear a badge",
                    "3 Drones|no aircraft above the playground ever",
                    "4 Review|every year in October",
                ]
            )
        );

    [Fact]
    public void A_section_that_went_to_another_place_is_moved_and_the_others_are_not() =>
        Assert.Equal(
            ["Unchanged Key details", "Moved 3 Review", "Unchanged 1 Aims", "Unchanged 2 Visitors"],
            Compare(
                ["1 Aims|one two three", "2 Visitors|four five six", "3 Review|seven eight nine"],
                ["3 Review|seven eight nine", "1 Aims|one two three", "2 Visitors|four five six"]
            )
        );

    [Fact]
    public void A_new_title_over_the_same_words_is_a_change_and_a_new_number_is_not() =>
        Assert.Equal(
            ["Unchanged Key details", "Changed 1 Purpose", "Moved 5 Visitors"],
            Compare(["1 Aims|one two three four", "2 Visitors|five six seven eight"], ["1 Purpose|one two three four", "5 Visitors|five six seven eight"])
        );

    [Fact]
    public void A_section_split_in_two_keeps_its_title_on_one_part_and_the_other_is_new() =>
        Assert.Equal(
            ["Unchanged Key details", "Changed 1 Aims", "Added 2 Scope"],
            Compare(["1 Aims|one two three four five six seven eight"], ["1 Aims|one two three four five six", "2 Scope|nine ten eleven twelve"])
        );

    [Fact]
    public void Two_sections_that_say_the_same_are_paired_in_their_order() =>
        Assert.Equal(
            ["Unchanged Key details", "Unchanged 1 Forms", "Unchanged 2 Forms"],
            Compare(["1 Forms|ask at the office", "2 Forms|ask at the office"], ["1 Forms|ask at the office", "2 Forms|ask at the office"])
        );

    [Fact]
    public void Of_two_sections_under_one_title_the_likelier_pair_goes_first_whichever_stands_first() =>
        Assert.Equal(
            ["Unchanged Key details", "Changed 1 Forms", "Added 2 Forms"],
            Compare(["1 Forms|one two three four five six"], ["1 Forms|one two three four five seven", "2 Forms|one two eight nine ten eleven"])
        );

    [Fact]
    public void Sections_alike_under_one_title_are_paired_alike_in_both_directions()
    {
        int[] one = [-1, 0, 0, 0, 0, 0, 0, 1];
        int[] other = [4, -6];

        AssertMirrored(Parts(Sections(one)), Parts(Sections(other)));
    }

    [Fact]
    public void A_text_compared_with_itself_is_unchanged_throughout() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var parts = Parts(Sections(seeds));

                    Assert.All(PolicyComparison.Between(parts, parts), line => Assert.Equal(ChangeKind.Unchanged, line.Kind));
                }
            )
        );

    [Fact]
    public void Every_part_of_both_texts_is_in_one_line_and_turning_round_swaps_what_came_and_what_went() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                ArbMap.Default.ArbFor<int[]>(),
                (one, other) =>
                {
                    var (before, after) = (Parts(Sections(one)), Parts(Sections(other)));

                    var lines = PolicyComparison.Between(before, after);

                    Assert.Equal(
                        before.Select(part => part.Ordinal),
                        lines.Where(line => line.Before is not null).Select(line => line.Before!.Ordinal).Order()
                    );
                    Assert.Equal(after.Select(part => part.Ordinal), lines.Where(line => line.After is not null).Select(line => line.After!.Ordinal));
                    AssertMirrored(before, after);
                }
            )
        );

    private static void AssertMirrored(IReadOnlyList<PolicyPart> before, IReadOnlyList<PolicyPart> after)
    {
        var (there, back) = (PolicyComparison.Between(before, after), PolicyComparison.Between(after, before));

        Assert.Equal(there.Count(line => line.Kind is ChangeKind.Added), back.Count(line => line.Kind is ChangeKind.Removed));
        Assert.Equal(there.Count(line => line.Kind is ChangeKind.Removed), back.Count(line => line.Kind is ChangeKind.Added));
    }

    private static IEnumerable<string> Compare(string[] before, string[] after) =>
        PolicyComparison.Between(Parts(before), Parts(after)).Select(line => $"{line.Kind} {line.Heading}");

    private static IReadOnlyList<PolicyPart> Parts(IEnumerable<string> sections) =>
        PolicyMarkdown.Parts(
            new PolicyContent(
                "A Policy",
                "",
                [],
                [],
                [
                    .. sections.Select(section =>
                    {
                        var (heading, words) = (section[..section.IndexOf('|')], section[(section.IndexOf('|') + 1)..]);
                        return new PolicySection(
                            heading[..heading.IndexOf(' ')],
                            heading[(heading.IndexOf(' ') + 1)..],
                            1,
                            [new Paragraph(RichText.FromPlainText(words))]
                        );
                    }),
                ],
                [],
                null,
                null
            )
        );

    private static IEnumerable<string> Sections(int[] seeds) =>
        seeds.Select(
            (seed, i) =>
                $"{i + 1} Title {Math.Abs(seed % 5)}|"
                + string.Join(' ', Enumerable.Range(0, 6).Select(word => (char)('a' + (Math.Abs(seed + (word * 7)) % 26))))
        );
}
