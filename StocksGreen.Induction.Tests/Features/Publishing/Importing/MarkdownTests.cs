using System.Text;
using StocksGreen.Induction.Features.Publishing.Importing;

namespace StocksGreen.Induction.Tests.Features.Publishing.Importing;

public sealed class MarkdownTests
{
    [Fact]
    public void A_policy_in_Markdown_is_read_as_a_person_would_outline_it() => Assert.Equal(
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
        PolicyOutline.Of(Read("""
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
            """)));

    [Fact]
    public void The_name_that_a_heading_has_for_links_is_no_part_of_it() =>
        Assert.Contains("# [1] Aims\n", PolicyOutline.Of(Read("# Visitor Policy\n\n## 1. Aims {#aims .unnumbered}\n\nVisitors are welcome.")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void Markdown_nested_deeper_than_anybody_writes_is_read_all_the_same()
    {
        foreach (var text in (string[])[new string('>', 20_000) + " deep", string.Concat(Enumerable.Repeat("- ", 9_000)) + "deep", new string('*', 200_000) + " deep", new string('[', 100_000) + "deep", string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i * 2) + "- deep\n"))])
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Assert.Contains("deep", PolicyOutline.Of(Read("# A policy\n\n" + text)), StringComparison.Ordinal);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{text[..20]} took {clock.Elapsed}.");
        }
    }

    private static ImportOutcome Read(string text) => PolicyImport.Read(Encoding.UTF8.GetBytes(text), "policy.md");
}
