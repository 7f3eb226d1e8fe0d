using System.Text.Json.Nodes;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>The school's own policy, as it was converted from its PDF.</summary>
public class SocialMediaPolicyTests
{
    private static readonly ImportOutcome.Imported Outcome = Assert.IsType<ImportOutcome.Imported>(
        PolicyImport.Parse(Imports.Resource(typeof(PolicyImport).Assembly, "Samples/social-media-policy.txt"), "social-media-policy.txt")
    );

    private static PolicyContent Policy => Outcome.Policy;

    [Fact]
    public void The_title_and_the_school_are_those_of_the_first_page()
    {
        Assert.Equal("Social Media Policy", Policy.Title);
        Assert.Equal("Stocks Green Primary School", Policy.School);
    }

    [Fact]
    public void The_key_details_are_kept_as_printed()
    {
        Assert.Equal(
            [
                new KeyDetail("Designated Safeguarding Lead (s)", "Peter Hipkiss, Headteacher"),
                new KeyDetail("Named Governor with lead responsibility", "June Cooke"),
                new KeyDetail("Date written", "August 2024"),
                new KeyDetail("Date agreed", "September 2024"),
                new KeyDetail("Date of next full review", "October 2025"),
                new KeyDetail("Governing Committee responsible", "S&C"),
            ],
            Policy.KeyDetails
        );
        Assert.Equal(new ReviewMonth(2025, 10), Policy.NextReview);
        Assert.Equal("KCSIE 2024", Policy.BasedOn);
    }

    [Fact]
    public void The_preamble_keeps_its_emphasis()
    {
        Assert.Equal(
            [
                "This is a core policy that forms part of the induction for all staff. It is a requirement that all members of staff have access to "
                    + "this policy and sign to say they have read <u>and</u> understood its contents.",
                "This policy will be reviewed <u>at least</u> annually and/or following any updates to national and local guidance and procedures. It is "
                    + "based on KCSIE 2024.",
            ],
            Policy.Preamble.Cast<Paragraph>().Select(paragraph => paragraph.Text.Markdown),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Each_section_has_its_number_title_level_and_blocks()
    {
        Assert.Equal(
            [
                "1|Policy aims and scope|1|5/2",
                "2|Links with other policies|1|1/10",
                "3|General social media expectations|1|4/1",
                "4|Staff use of social media|1|4/0",
                "4.1|Reputation|2|paragraph 5/6",
                "4.2|Communicating with pupils and their families|2|6/0",
                "5|Pupils use of social media|1|9/7",
                "6|Parents use of social media|1|2/0",
                "7|Visitors use of social media|1|2/0",
                "8|Policy monitoring and review|1|3/2",
                "9|Responding to policy breaches|1|5/0 paragraph",
            ],
            Policy.Sections.Select(section => $"{section.Number}|{section.Title}|{section.Level}|{string.Join(' ', section.Blocks.Select(Shape))}"),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void There_are_46_bullets_and_28_under_them()
    {
        var lists = Policy.Sections.SelectMany(section => section.Blocks).OfType<BulletList>().ToList();

        Assert.Equal(46, lists.Sum(list => list.Items.Count));
        Assert.Equal(28, lists.SelectMany(list => list.Items).Sum(bullet => bullet.BulletsUnder().Count));
        Assert.All(lists.SelectMany(list => list.Items).SelectMany(bullet => bullet.BulletsUnder()), bullet => Assert.Empty(bullet.BulletsUnder()));
    }

    [Fact]
    public void A_bullet_within_a_bullet_stands_with_its_neighbours_and_loses_its_marker()
    {
        var advised = BulletsOf("5").Single(bullet => bullet.Text.PlainText == "Pupils will be advised:");

        Assert.Equal("to use social media sites which are appropriate for their age and abilities.", advised.BulletsUnder()[4].Text.PlainText);
        Assert.Equal("how to block and report unwanted communications.", advised.BulletsUnder()[5].Text.PlainText);
        Assert.Equal("how to report concerns on social media, both within the setting and externally.", advised.BulletsUnder()[6].Text.PlainText);
    }

    [Fact]
    public void A_wrapped_bullet_becomes_one_sentence()
    {
        Assert.Equal(
            "As outlined in our child protection policy, the Designated Safeguarding Lead (DSL), Peter Hipkiss, Headteacher is recognised as having "
                + "overall responsibility for online safety.",
            BulletsOf("1")[2].BulletsUnder()[1].Text.PlainText
        );
        Assert.StartsWith(
            "We will control, monitor and restrict learner and staff access to social media via our filtering and monitoring systems",
            BulletsOf("3")[2].Text.PlainText,
            StringComparison.Ordinal
        );
        Assert.EndsWith("and/or disciplinary action.", BulletsOf("3")[2].Text.PlainText, StringComparison.Ordinal);
        Assert.Equal(
            "Visitors must not share images of the school on social media and will be reminded of this upon their first visit to the site.",
            BulletsOf("7")[1].Text.PlainText
        );
    }

    [Fact]
    public void The_linked_policies_are_kept_as_printed()
    {
        Assert.Equal(
            [
                "Anti-bullying policy",
                "Acceptable Use Policies (AUP)",
                "Behaviour policy",
                "Child protection including online safety policy",
                "Staff Code of conduct",
                "Confidentiality policy",
                "Curriculum policies, such as: Computing, Personal Social and Health Education (PSHE), Citizenship and Relationships and Sex Education (RSE)",
                "GDPR and Data Protection",
                "Mobile and smart technology",
                "Governors Code of Conduct",
            ],
            Policy.LinkedPolicies
        );
    }

    [Fact]
    public void The_motto_has_no_place_and_is_named_in_the_only_warning()
    {
        Assert.Equal(["We left out this line: “Learning to Live, Living to Learn”."], Outcome.Warnings);
    }

    [Fact]
    public void The_inspection_has_its_fields_in_order_and_reads_plainly()
    {
        var text = PolicyInspection.ToJson(Outcome);
        var json = JsonNode.Parse(text)!.AsObject();

        Assert.Equal(
            [
                "title",
                "school",
                "keyDetails",
                "preamble",
                "sections",
                "linkedPolicies",
                "basedOn",
                "nextReview",
                "warnings",
                "links",
                "notes",
                "leftOut",
                "coverage",
                "original",
            ],
            json.Select(field => field.Key),
            StringComparer.Ordinal
        );
        Assert.Equal("""{"name":"Date agreed","value":"September 2024"}""", json["keyDetails"]![3]!.ToJsonString());
        Assert.Equal(["number", "title", "level", "blocks"], json["sections"]![4]!.AsObject().Select(field => field.Key), StringComparer.Ordinal);
        Assert.Equal(
            """{"text":"Through Acceptable Use Policies","nested":[]}""",
            json["sections"]![9]!["blocks"]![0]!["bullets"]![2]!["nested"]![0]!.ToJsonString()
        );
        Assert.StartsWith("All members of staff are advised", (string)json["sections"]![4]!["blocks"]![0]!["paragraph"]!, StringComparison.Ordinal);
        Assert.Equal("2025-10", (string)json["nextReview"]!);
        Assert.Contains("'Keeping Children Safe in Education'", text, StringComparison.Ordinal);
        Assert.Contains("have read *and* understood", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<u>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    private static string Shape(Block block) =>
        block switch
        {
            BulletList list => $"{list.Items.Count}/{list.Items.Sum(bullet => bullet.BulletsUnder().Count)}",
            _ => "paragraph",
        };

    private static IReadOnlyList<StocksGreen.Induction.Domain.PolicyText.Blocks.ListItem> BulletsOf(string number) =>
        Policy.Sections.Single(section => section.Number == number).Blocks.OfType<BulletList>().Single().Items;
}
