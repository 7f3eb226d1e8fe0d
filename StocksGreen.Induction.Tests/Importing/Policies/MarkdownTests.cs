using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Images;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Policies;

public sealed class MarkdownTests
{
    [Fact]
    public void A_policy_in_Markdown_is_read_as_a_person_would_outline_it() =>
        Assert.Equal(
            """
            title: Mobile and Smart Technology Policy
            school: Ferncliffe Junior School
            detail: Date agreed = October 2025
            detail: Date of next full review = October 2026
              Sample text. This policy is based on KCSIE 2025.
            # [1] Aims
              Phones help us[^1] and distract us. Read *and* understand this: see the form.
              note 1: In the office.
            # [2] Staff
            ## [2.1] In lessons
              list
              - Phones stay in bags:
                - on silent;
                - out of sight.
              - Watches are allowed.
              In an emergency:
              list
              - 1. Call the office.
              - 2. Stay with the class.
            # [] Links with other policies
              list
              - Behaviour policy
              - Staff Code of Conduct
            linked: Behaviour policy
            linked: Staff Code of Conduct
            based on: KCSIE 2025
            next review: 2026-10
            warning: A picture is not in the file and was left out: “Crest”. If it says something, put it into words.
            left out: Picture: Crest (crest.png) (under “Mobile and Smart Technology Policy”)

            """.ReplaceLineEndings("\n"),
            PolicyOutline.Of(
                Read(
                    """
                    # Mobile and Smart Technology Policy

                    Ferncliffe Junior School

                    ![Crest](crest.png)

                    | Date agreed | October 2025 |
                    |---|---|
                    | Date of next full review | October 2026 |

                    Sample text. This policy is based
                    on KCSIE 2025.

                    1\. Aims
                    --------

                    Phones help us[^a] and distract us. Read *and* understand this: see [the form](https://school.example/form).

                    ## 2. Staff

                    ### 2.1 In lessons

                    * Phones stay in bags:
                        * on silent;
                        * out of sight.

                    * Watches are allowed.

                    In an emergency:

                    1. Call the office.
                    2. Stay with the class.

                    ## Links with other policies

                    - Behaviour policy
                    - Staff Code of Conduct

                    [^a]: In the office.
                    """
                )
            )
        );

    [Fact]
    public void A_table_keeps_its_empty_cells_struck_words_are_listed_and_ticks_stay_ticks()
    {
        var imported = Assert.IsType<ImportOutcome.Imported>(
            Read(
                """
                # Probe Policy

                ## 1. Rules

                Staff ~~may~~ must not message pupils. See [the form](https://example.org/form). Water is H<sub>2</sub>O.

                | | Staff | Pupils | Visitors |
                |---|---|---|---|
                | Phone in class | | | |
                | Guest wifi | | | ✓ |

                - [x] Read
                - [ ] Share passwords

                ![chart](a.png)

                <s>Old rule</s> <del>gone</del>
                """
            )
        );

        Assert.Equal(
            """
            Staff must not message pupils. See [the form](https://example.org/form). Water is H_{2}O.

            |  | Staff | Pupils | Visitors |
            | --- | --- | --- | --- |
            | Phone in class |  |  |  |
            | Guest wifi |  |  | ✓ |

            - ☑ Read
            - ☐ Share passwords

            """.ReplaceLineEndings("\n"),
            PolicyMarkdown.Blocks(Assert.Single(imported.Policy.Sections).Blocks)
        );
        Assert.Equal(
            [
                new LeftOut(LeftOutKind.StruckOut, "Old rule", "line 17 of the file"),
                new LeftOut(LeftOutKind.StruckOut, "gone", "line 17 of the file"),
                new LeftOut(LeftOutKind.StruckOut, "may", "under “1. Rules”"),
                new LeftOut(LeftOutKind.Picture, "chart (a.png)", "under “1. Rules”"),
            ],
            imported.LeftOut
        );
    }

    [Fact]
    public void Items_keep_the_labels_that_a_sentence_refers_to() =>
        Assert.Equal(
            """
            See (b) and iii.

            {(a)} The headteacher decides.
            {(b)} The deputy decides.

            After that:

            {3.} Call.
            {4.} Wait.
            {a)} one
            {b)} two

            """.ReplaceLineEndings("\n"),
            PolicyMarkdown.Blocks(
                Section(
                    "See (b) and iii.\n\n(a) The headteacher decides.\n(b) The deputy decides.\n\nAfter that:\n\n3. Call.\n4. Wait.\n\n"
                        + "<!-- -->\n\na) one\nb) two\n"
                ).Blocks
            )
        );

    [Fact]
    public void A_note_stands_with_every_section_that_marks_it_and_one_without_a_mark_stays_in_the_text()
    {
        var policy = Assert
            .IsType<ImportOutcome.Imported>(
                Read("# P\n\n## 1. One\n\nAsk.[^a] Again.[^a]\n\n## 2. Two\n\nAsk.[^a]\n\n[^a]: The *deputy*.\n\n[^b]: Never marked.\n")
            )
            .Policy;

        Assert.All(policy.Sections, section => Assert.Equal([new Note("1", RichText.FromMarkdown("The *deputy*."))], section.Notes));
        Assert.Contains("Never marked.", PolicyMarkdown.Parts(policy)[^1].Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_whose_bytes_are_in_the_file_is_kept()
    {
        var png = PngFile.Of([("IHDR", [0, 0, 0, 4, 0, 0, 0, 2, 8, 2, 0, 0, 0]), ("IEND", [])]);

        var imported = Assert.IsType<ImportOutcome.Imported>(
            Read($"# P\n\n## 1. One\n\nLook: ![A chart](data:image/png;base64,{Convert.ToBase64String(png)}) here.\n")
        );

        var picture = Assert.Single(Assert.Single(imported.Policy.Sections).Blocks.OfType<Picture>());
        Assert.Equal(("A chart", 4, 2, "image/png"), (picture.Alt, picture.Width, picture.Height, picture.MediaType));
        Assert.Equal(png, Assert.Single(imported.Pictures).Bytes);
        Assert.Empty(imported.LeftOut);
    }

    [Fact]
    public void Words_struck_out_over_several_lines_and_without_an_end_are_no_rule()
    {
        var imported = Assert.IsType<ImportOutcome.Imported>(
            PolicyImport.Parse(
                Encoding.UTF8.GetBytes("Phone Policy\n\n1. Rules\n\nKeep it off. <s>You may\nring home.</s> Stay calm.\n\n<del>Open end.\n\nLast rule."),
                "policy.txt"
            )
        );

        Assert.Equal(["You may ring home.", "Open end."], imported.LeftOut.Select(each => each.Text));
        Assert.Equal("Keep it off. Stay calm.\n\nLast rule.\n", PolicyMarkdown.Blocks(Assert.Single(imported.Policy.Sections).Blocks));
    }

    [Fact]
    public void Columns_made_by_spaces_are_a_table() =>
        Assert.Equal(
            """
            | Item | Staff | Pupils | Visitors |
            | --- | --- | --- | --- |
            | School e-mail | Yes |  |  |
            | Guest wifi |  |  | Yes |

            """.ReplaceLineEndings("\n"),
            PolicyMarkdown.Blocks(
                Assert
                    .IsType<ImportOutcome.Imported>(
                        PolicyImport.Parse(
                            Encoding.UTF8.GetBytes(
                                """
                                Phone Policy

                                1. Who may use what

                                Item            Staff   Pupils  Visitors
                                School e-mail   Yes
                                Guest wifi                      Yes

                                2. Rules

                                Text of rules.
                                """
                            ),
                            "cols.txt"
                        )
                    )
                    .Policy.Sections[0]
                    .Blocks
            )
        );

    private static PolicySection Section(string body) =>
        Assert.Single(Assert.IsType<ImportOutcome.Imported>(Read($"# P\n\n## 1. One\n\n{body}")).Policy.Sections);

    [Fact]
    public void The_name_that_a_heading_has_for_links_is_no_part_of_it() =>
        Assert.Contains(
            "# [1] Aims\n",
            PolicyOutline.Of(Read("# Visitor Policy\n\n## 1. Aims {#aims .unnumbered}\n\nVisitors are welcome.")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );

    public static TheoryData<string> Nestings => [.. Nested.Keys];

    private static readonly Dictionary<string, (int Size, Func<int, string> Text)> Nested = new(StringComparer.Ordinal)
    {
        ["quotations"] = (5_000, size => new string('>', size) + " deep"),
        ["bullets in one line"] = (2_250, size => string.Concat(Enumerable.Repeat("- ", size)) + "deep"),
        ["asterisks"] = (50_000, size => new string('*', size) + " deep"),
        ["brackets"] = (25_000, size => new string('[', size) + "deep"),
        ["bullets line by line"] = (
            1_000_000,
            size => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(size)).Select(i => new string(' ', i * 2) + "- deep\n"))
        ),
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Markdown_nested_deeper_than_anybody_writes_is_read_all_the_same(string name)
    {
        var (size, text) = Nested[name];
        Work.AssertGrowsWithItsInput(
            size,
            length =>
            {
                var file = "# A policy\n\n" + text(length);
                return () => Assert.Contains("deep", PolicyOutline.Of(Read(file)), StringComparison.Ordinal);
            }
        );
    }

    private static ImportOutcome Read(string text) => PolicyImport.Parse(Encoding.UTF8.GetBytes(text), "policy.md");
}
