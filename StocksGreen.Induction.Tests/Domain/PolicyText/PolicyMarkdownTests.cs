using System.Text;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Domain.PolicyText;

public sealed class PolicyMarkdownTests
{
    /// <summary>
    /// What was signed is known by this hash: it stands on certificates and in sealed evidence. If this test fails, the canonical form has changed and
    /// every earlier certificate would speak of a text that no one can find again. Undo the change, or give the new form a name of its own.
    /// (A better import of this document may change the text; then, and only then, the number here may change.)
    /// </summary>
    private const string HashOfTheSchoolsPolicy = "4c963c27bd119273391d5576971302f629650f73718abc88476b89958a720483";

    [Fact]
    public void The_hash_of_the_schools_own_policy_never_changes()
    {
        var policy = SamplePolicy.Read().Policy;

        Assert.Equal(HashOfTheSchoolsPolicy, Sha256Hex.Compute(PolicyMarkdown.Whole(policy)));
        Assert.Equal(
            HashOfTheSchoolsPolicy,
            PolicyVersion
                .Publish(VersionId.New(), PolicyId.New(), 1, policy, Induction.Domain.Policies.Release.First("", []), TestSchool.Monday, "", "")
                .TextHash
        );
    }

    [Fact]
    public void The_canonical_text_is_plain_Markdown_that_anybody_can_hash() =>
        Assert.Equal(
            """
            # Visitors Policy

            Stocks Green Primary School

            Key details

            - Designated Safeguarding Lead: Peter Hipkiss
            - Named Governor: June Cooke

            Read *and* understand it.

            ## 1 Arriving

            Sign in at the office.

            ### 1.1 Badges

            - Wear a badge:
              - where it can be seen.

            """.ReplaceLineEndings("\n"),
            PolicyMarkdown.Whole(SmallPolicy.Text)
        );

    [Fact]
    public void The_parts_are_the_key_details_and_then_every_section()
    {
        var parts = PolicyMarkdown.Parts(SmallPolicy.Text);

        Assert.Equal(
            [
                new PolicyPart(0, "", "Key details", 1, parts[0].Markdown, Sha256Hex.Compute(parts[0].Markdown), 21),
                new PolicyPart(
                    1,
                    "1",
                    "Arriving",
                    1,
                    "## 1 Arriving\n\nSign in at the office.\n",
                    "3834ef17d3a093284c2869628f4ae1d127a83419441d46e0838aa057eaf87f0d",
                    7
                ),
                new PolicyPart(
                    2,
                    "1.1",
                    "Badges",
                    2,
                    "### 1.1 Badges\n\n- Wear a badge:\n  - where it can be seen.\n",
                    "7679ca5a466bc453aa549b43b23ff15588fe71e77bdb8dd734f8a2705d2b6f0e",
                    10
                ),
            ],
            parts
        );
        Assert.Equal(["Key details", "1 Arriving", "1.1 Badges"], parts.Select(part => part.Heading));
    }

    [Fact]
    public void A_word_changed_in_one_part_changes_the_hash_of_that_part_and_of_the_whole()
    {
        var (before, after) = (PolicyMarkdown.Parts(SmallPolicy.Text), PolicyMarkdown.Parts(SmallPolicy.Amended));

        Assert.Equal([false, true, true], before.Zip(after, (one, other) => one.Hash == other.Hash));
        Assert.NotEqual(Sha256Hex.Compute(PolicyMarkdown.Whole(SmallPolicy.Text)), Sha256Hex.Compute(PolicyMarkdown.Whole(SmallPolicy.Amended)));
    }

    [Fact]
    public void Emphasis_is_part_of_what_is_signed()
    {
        var plain = SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText("Read and understand it."))] };

        Assert.NotEqual(PolicyMarkdown.Parts(SmallPolicy.Text)[0].Hash, PolicyMarkdown.Parts(plain)[0].Hash);
    }

    [Fact]
    public void An_accent_typed_in_two_ways_is_one_text()
    {
        var (one, other) = (Titled("Zoë’s Policy".Normalize(NormalizationForm.FormC)), Titled("Zoë’s Policy".Normalize(NormalizationForm.FormD)));

        Assert.Equal(PolicyMarkdown.Whole(one), PolicyMarkdown.Whole(other));

        static PolicyContent Titled(string title) => SmallPolicy.Text with { Title = title };
    }

    [Fact]
    public void A_fingerprint_is_what_sha256sum_prints()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256Hex.Compute(""));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256Hex.Compute("abc"));
    }
}
