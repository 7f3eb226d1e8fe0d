using System.Globalization;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>One shape at a time, where the corpus has whole documents.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("1. Aims", "1", "Aims", 1)]
    [InlineData("1.Aims", "1", "Aims", 1)]
    [InlineData("1) Aims", "1", "Aims", 1)]
    [InlineData("1.0 Aims", "1.0", "Aims", 1)]
    [InlineData("1.1 Aims", "1.1", "Aims", 2)]
    [InlineData("1.1. Aims", "1.1", "Aims", 2)]
    [InlineData("1.1.1 Aims", "1.1.1", "Aims", 3)]
    [InlineData("1 – Aims", "1", "Aims", 1)]
    [InlineData("1: Aims", "1", "Aims", 1)]
    [InlineData("1.\tAims", "1", "Aims", 1)]
    [InlineData("1.\nAims", "1", "Aims", 1)]
    [InlineData("SECTION 1: AIMS", "SECTION 1", "AIMS", 1)]
    [InlineData("Section 1 - Aims", "Section 1", "Aims", 1)]
    [InlineData("SECTION 1\nAIMS", "SECTION 1", "AIMS", 1)]
    [InlineData("Part one: Aims", "Part one", "Aims", 1)]
    [InlineData("Part 1\nAims", "Part 1", "Aims", 1)]
    [InlineData("Appendix A: Aims", "Appendix A", "Aims", 1)]
    [InlineData("AIMS", "", "AIMS", 1)]
    [InlineData("Aims", "", "Aims", 1)]
    [InlineData("## Aims", "", "Aims", 1)]
    [InlineData("<b>1. Aims</b>", "1", "Aims", 1)]
    [InlineData("**1. Aims**", "1", "Aims", 1)]
    [InlineData("1. Aims:", "1", "Aims", 1)]
    public void A_heading_has_its_number_title_and_level(string line, string number, string title, int level)
    {
        var section = Assert.Single(Imports.Imported($"Visitor Policy\n\n{line}\n\nVisitors are welcome to come and see us.").Policy.Sections);

        Assert.Equal((number, title, level), (section.Number, section.Title, section.Level));
        Assert.Single(section.Blocks);
    }

    [Theory]
    [InlineData("1.1 Visitors are asked to sign in at the office as soon as they arrive.")]
    [InlineData("2024 was a good year.")]
    [InlineData("30 minutes of reading each day")]
    [InlineData("1st of all")]
    [InlineData("Part of the job is to listen.")]
    [InlineData("Section 4 of the act applies.")]
    public void A_number_before_a_sentence_makes_no_heading(string line)
    {
        var section = Assert.Single(Imports.Imported($"Visitor Policy\n\n1. Aims\n\n{line}").Policy.Sections);

        Assert.Equal(line, Assert.IsType<Paragraph>(Assert.Single(section.Blocks)).Text.PlainText);
    }

    [Theory]
    [InlineData("•")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("*")]
    [InlineData("o")]
    [InlineData("▪")]
    [InlineData("◦")]
    [InlineData("\uF0B7")]
    [InlineData("\uF0A7")]
    [InlineData("➢")]
    [InlineData("§")]
    [InlineData("·")]
    public void A_glyph_makes_a_bullet_next_to_its_text_or_above_it(string glyph)
    {
        foreach (var gap in (string[])[" ", "\t", "\n", "\n\n"])
        {
            var imported = Imports.Imported($"Visitor Policy\n\n1. Aims\n\n{glyph}{gap}Sign in\n{glyph}{gap}Sign out");

            Assert.Equal("- Sign in\n- Sign out\n", List(imported.Policy));
        }
    }

    [Theory]
    [InlineData("✓")]
    [InlineData("✗")]
    [InlineData("☐")]
    public void A_tick_or_a_cross_stays_in_front_of_what_it_is_about(string mark) =>
        Assert.Equal($"- {mark} Sign in\n- {mark} Sign out\n", List(Imports.Imported($"Visitor Policy\n\n1. Aims\n\n{mark} Sign in\n{mark}\tSign out").Policy));

    [Theory]
    [InlineData("• a\n  – b\n  – c\n• d", "- a\n  - b\n  - c\n- d\n")]
    [InlineData("- a\n - b\n  - c\n- d", "- a\n  - b\n    - c\n- d\n")]
    [InlineData("    - a\n  - b\n- c", "- a\n- b\n- c\n")]
    [InlineData("- a\n    - b\n  - c", "- a\n  - b\n  - c\n")]
    [InlineData("• a\no b\n▪ c\no d\n• e", "- a\n  - b\n    - c\n  - d\n- e\n")]
    [InlineData("• a\n\n- b\n- c", "- a\n- b\n- c\n")]
    [InlineData("- a:\n- o b\n- o c\n- d", "- a:\n  - b\n  - c\n- d\n")]
    [InlineData("- a\n– b\n- c", "- a\n- b\n- c\n")]
    [InlineData("- a\n\n- b\n\n\n- c", "- a\n- b\n- c\n")]
    [InlineData("- one\n  two\n  Three\n- four", "- one two Three\n- four\n")]
    [InlineData("- one of the\n\ntwo\n- four", "- one of the two\n- four\n")]
    [InlineData("1) a\n2) b", "")]
    [InlineData("Do:\n1) a\n2) b", "- 1) a\n- 2) b\n")]
    [InlineData("(a) x\n  (i) y\n  (ii) z\n(b) w", "- (a) x\n  - (i) y\n  - (ii) z\n- (b) w\n")]
    [InlineData("(g) x\n(h) y\n(i) z", "- (g) x\n- (h) y\n- (i) z\n")]
    public void Indentation_and_glyphs_decide_nesting(string lines, string list) =>
        Assert.Equal(list, List(Imports.Imported("Visitor Policy\n\n1. Aims\n\n" + lines).Policy));

    [Fact]
    public void Bullets_nest_six_deep_and_keep_their_text_beyond_that()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 9).Select(i => new string(' ', i) + "- level " + i.ToString(CultureInfo.InvariantCulture)));

        var imported = Imports.Imported("Visitor Policy\n\n1. Aims\n\n" + lines);

        Assert.Equal(
            "- level 0\n  - level 1\n    - level 2\n      - level 3\n        - level 4\n          - level 5\n          - level 6\n          - level "
                + "7\n          - level 8\n",
            List(imported.Policy)
        );
        Assert.Equal(["Bullets nested more than six deep were moved up to the sixth level."], imported.Warnings);
    }

    [Theory]
    [InlineData("Safe-\nguarding matters. Safeguarding comes first.", "Safeguarding matters. Safeguarding comes first.", 0)]
    [InlineData("Long-\nterm plans. Other long-term plans.", "Long-term plans. Other long-term plans.", 0)]
    [InlineData("Well-\nmeant plans.", "Well-meant plans.", 1)]
    [InlineData("Safe\u00AD\nguarding matters.", "Safeguarding matters.", 0)]
    public void A_word_broken_at_a_hyphen_is_joined_only_as_the_document_writes_it(string written, string read, int warnings)
    {
        var imported = Imports.Imported("Visitor Policy\n\n1. Aims\n\n" + written);

        Assert.Equal(read, ((Paragraph)imported.Policy.Sections[0].Blocks[0]).Text.PlainText);
        Assert.Equal(warnings, imported.Warnings.Count);
    }

    [Theory]
    [InlineData("Zebra\n</b>")]
    [InlineData("Zebra\n<u>\n\n- <b>\n# </b>")]
    [InlineData("Zebra\n#\n##\n|\n||\n(\n")]
    public void Marks_without_words_are_no_text(string text) => Assert.Equal("Zebra", Imports.Imported(text).Policy.Title);

    [Fact]
    public void Headings_without_punctuation_count_on_even_without_blank_lines()
    {
        var policy = Imports
            .Imported(
                "Visitor Policy\n1 Aims\n1.1 Who it is for\nIt is for everyone.\n2 Details\nAll of them matter, and\n30 minutes are enough.\n3 Review\nYearly."
            )
            .Policy;

        Assert.Equal(["1 Aims", "1.1 Who it is for", "2 Details", "3 Review"], policy.Sections.Select(section => section.Heading), StringComparer.Ordinal);
    }

    [Fact]
    public void Key_details_side_by_side_are_two()
    {
        var policy = Imports.Imported("Visitor Policy\n\nRatified: 5 May 2026      Review: May 2028\n\n1. Aims\n\nWelcome.").Policy;

        Assert.Equal([new KeyDetail("Ratified", "5 May 2026"), new KeyDetail("Review", "May 2028")], policy.KeyDetails);
    }

    [Fact]
    public void A_list_of_steps_does_not_disturb_the_sections()
    {
        var policy = Imports.Imported("Visitor Policy\n\n1. Aims\n\nWelcome.\n\n2. Steps\n\n1. Stop\n2. Think\n3. Tell\n\n3. Review\n\nYearly.").Policy;

        Assert.Equal(["1 Aims", "2 Steps", "3 Review"], policy.Sections.Select(section => section.Heading), StringComparer.Ordinal);
    }

    [Fact]
    public void Gaps_duplicates_and_steps_back_in_the_numbering_are_kept_and_mentioned()
    {
        var imported = Imports.Imported("Visitor Policy\n\n12. Aims\n\nA.\n\n14. Steps\n\nB.\n\n14. More\n\nC.\n\n13. Review\n\nD.");

        Assert.Equal(["12 Aims", "14 Steps", "14 More", "13 Review"], imported.Policy.Sections.Select(section => section.Heading), StringComparer.Ordinal);
        Assert.Equal(
            [
                "The numbering has a gap: 12 is followed by 14. The numbers were kept as printed.",
                "The numbering goes back: 14 is followed by 13. The numbers were kept as printed.",
                "A section number is used more than once: “14 More”. The numbers were kept as printed.",
            ],
            imported.Warnings
        );
    }

    [Theory]
    [InlineData("Visitor Policy\n\nOak Hill School", "Visitor Policy", "Oak Hill School")]
    [InlineData("Oak Hill School – Visitor Policy", "Visitor Policy", "Oak Hill School")]
    [InlineData("Child Protection and\nSafeguarding Policy\n\nOak Hill Academy", "Child Protection and Safeguarding Policy", "Oak Hill Academy")]
    [InlineData("| Date agreed | May 2026 |\n\nOak Hill Federation\n\nVisitor Policy 2026", "Visitor Policy 2026", "Oak Hill Federation")]
    [InlineData("School: Oak Hill\nPolicy title: Visitors", "Visitors", "Oak Hill")]
    [InlineData("# Visitors\n\nYsgol Y Dderwen", "Visitors", "Ysgol Y Dderwen")]
    [InlineData("Whole School Food Policy", "Whole School Food Policy", "")]
    [InlineData("STAFF CODE OF CONDUCT", "STAFF CODE OF CONDUCT", "")]
    public void The_title_and_the_school_are_found_near_the_top(string head, string title, string school)
    {
        var policy = Imports.Imported(head + "\n\n1. Aims\n\nVisitors are welcome.").Policy;

        Assert.Equal((title, school), (policy.Title, policy.School));
    }

    [Fact]
    public void The_text_names_the_school_where_the_head_does_not() =>
        Assert.Equal(
            "St. Anne’s Catholic Primary School",
            Imports
                .Imported("Visitor Policy\n\n1. Aims\n\nThis policy was written by St. Anne’s Catholic Primary School with parents. At our School we care.")
                .Policy.School
        );

    [Theory]
    [InlineData("online-safety_policy.txt", "Online safety policy")]
    [InlineData("C:\\policies\\visitors.txt", "Visitors")]
    [InlineData("/tmp/visitors", "Visitors")]
    [InlineData(".txt", "Untitled policy")]
    [InlineData("", "Untitled policy")]
    public void The_file_name_stands_in_for_a_missing_title(string fileName, string title)
    {
        var imported = Imports.Imported("We ask everybody who comes to see us to sign in at the office.\n\nThen they wear a badge.", fileName);

        Assert.Equal(title, imported.Policy.Title);
        Assert.Contains($"No title was found, so the name of the file is used: “{title}”.", imported.Warnings, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Approved by Full Governors on 4 February 2026", "Approved by", "Full Governors on 4 February 2026")]
    [InlineData("Date to be reviewed September 2026", "Date to be reviewed", "September 2026")]
    [InlineData("Responsible person – Business Manager", "Responsible person", "Business Manager")]
    [InlineData("Approved by:\n\nFull Governing Board", "Approved by", "Full Governing Board")]
    [InlineData("Date approved:\n\n12 March 2026", "Date approved", "12 March 2026")]
    [InlineData("Policy owner:        Mrs Fairweather, Deputy\n                     Headteacher", "Policy owner", "Mrs Fairweather, Deputy Headteacher")]
    public void A_key_detail_needs_no_colon_and_may_go_on_below(string lines, string name, string value)
    {
        var imported = Imports.Imported($"Visitor Policy\n\n{lines}\n\n1. Aims\n\nVisitors are welcome to come and see us.");

        Assert.Equal([new KeyDetail(name, value)], imported.Policy.KeyDetails);
        Assert.DoesNotContain(imported.Warnings, warning => warning.Contains("No place", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_in_one_column_and_values_in_the_next_are_paired_only_where_there_are_as_many()
    {
        const string Names = "Approved by:\nDate approved:\nReview date:\n\n";
        Assert.Equal(
            [new KeyDetail("Approved by", "Governing body"), new KeyDetail("Date approved", "May 2026"), new KeyDetail("Review date", "May 2028")],
            Imports.Imported($"Visitor Policy\n\n{Names}Governing body\nMay 2026\nMay 2028\n\n1. Aims\n\nVisitors are welcome.").Policy.KeyDetails
        );

        var unclear = Imports.Imported($"Visitor Policy\n\n{Names}Governing body\nMay 2026\n\n1. Aims\n\nVisitors are welcome.");
        Assert.DoesNotContain(unclear.Policy.KeyDetails, detail => detail is { Name: "Date approved", Value: "May 2026" });
        Assert.Contains("May 2026", PolicyOutline.Of(unclear), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_of_versions_is_a_table_and_no_list_of_details()
    {
        var policy = Imports
            .Imported(
                "Visitor Policy\n\n| Version | Date | Author | Changes |\n| 1.0 | 01/09/2024 | S. Parry | First issue |\n| 1.1 | 02/09/2025 | S. "
                    + "Parry | Section 3 |\n\nReview: May 2027\n\n1. Aims\n\nVisitors are welcome."
            )
            .Policy;

        Assert.Equal([new KeyDetail("Review", "May 2027")], policy.KeyDetails);
        Assert.Equal(3, policy.Preamble.Count);
    }

    [Fact]
    public void A_sentence_that_two_sections_share_is_neither_a_page_header_nor_a_contents_list()
    {
        const string Same =
            "Whoever takes a register asks a senior leader when they are not sure. The\noffice keeps each register for as long as the law asks, and "
            + "no longer than that, and\nthen it is shredded with all the others of that\nyear.";
        var imported = Imports.Imported($"Visitor Policy\n\n1. Aims\n{Same}\n\f\n2. Rules\n{Same}\n\f\n3. Review\n{Same}");

        Assert.Empty(imported.Warnings);
        Assert.All(
            imported.Policy.Sections,
            section => Assert.EndsWith("of that year.", Assert.IsType<Paragraph>(Assert.Single(section.Blocks)).Text.PlainText, StringComparison.Ordinal)
        );
    }

    private static string List(PolicyContent policy) =>
        string.Concat(policy.Sections.SelectMany(section => section.Blocks).SelectMany(ItemsOf).Select(item => Outline(item, "")));

    private static string Outline(ListItem item, string indent) =>
        $"{indent}- {(item.Label.Length == 0 ? "" : item.Label + " ")}{item.Text.PlainText}\n"
        + string.Concat(item.Nested.SelectMany(ItemsOf).Select(nested => Outline(nested, indent + "  ")));

    private static IReadOnlyList<ListItem> ItemsOf(Block block) =>
        block switch
        {
            BulletList list => list.Items,
            NumberedList list => list.Items,
            _ => [],
        };
}
