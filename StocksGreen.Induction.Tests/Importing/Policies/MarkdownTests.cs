using System.Text;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;
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
              Phones help us [1] and distract us. Read *and* understand this: see the form (https://school.example/form).
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
              [1] In the office.
            linked: Behaviour policy
            linked: Staff Code of Conduct
            based on: KCSIE 2025
            next review: 2026-10
            warning: A picture cannot be shown here and was left out: “Crest”. If it says something, put it into words.

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
