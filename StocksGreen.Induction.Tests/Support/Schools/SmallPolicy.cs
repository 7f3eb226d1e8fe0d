using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A policy of three parts: long enough to have an order, short enough to read in a test.</summary>
internal static class SmallPolicy
{
    public static PolicyContent Text { get; } =
        new(
            "Visitors Policy",
            "Stocks Green Primary School",
            [new KeyDetail("Designated Safeguarding Lead", "Peter Hipkiss"), new KeyDetail("Named Governor", "June Cooke")],
            [new Paragraph(RichText.FromMarkdown("Read *and* understand it."))],
            [
                new PolicySection("1", "Arriving", 1, [new Paragraph(RichText.FromPlainText("Sign in at the office."))]),
                new PolicySection(
                    "1.1",
                    "Badges",
                    2,
                    [
                        new BulletList([
                            ListItem.Bullet(RichText.FromPlainText("Wear a badge:"), [ListItem.Bullet(RichText.FromPlainText("where it can be seen."), [])]),
                        ]),
                    ]
                ),
            ],
            ["Child protection policy"],
            "KCSIE 2024",
            new ReviewMonth(2025, 10)
        );

    /// <summary>The same policy after a word was changed.</summary>
    public static PolicyContent Amended { get; } = Text with { Preamble = [new Paragraph(RichText.FromPlainText("Read it again."))] };

    /// <summary>Employees, governors and volunteers sign all of it in full.</summary>
    public static IReadOnlyList<AudienceDuty> ForEverybody { get; } = AudienceDuty.InFull([Audience.Employee, Audience.Governor, Audience.Volunteer]);

    /// <summary>The release of <see cref="Amended"/> over <see cref="Text"/>: its key details changed, and nothing else.</summary>
    public static Release AmendedRelease(ChangeWeight weight) =>
        new PublishPlan(ReviewReason.Annual, "", "Helen Ashdown", "The opening is new.", [new PlannedChange(0, 0, weight, "Clearer.")], ForEverybody).ToRelease(
            PolicyComparison.Between(PolicyMarkdown.Parts(Text), PolicyMarkdown.Parts(Amended))
        );

    public static PolicyVersion Version(
        DateTimeOffset publishedAt,
        PolicyContent? text = null,
        int number = 1,
        PolicyId? policy = null,
        Release? release = null
    ) =>
        PolicyVersion.Publish(
            VersionId.New(),
            policy ?? PolicyId.New(),
            number,
            text ?? Text,
            release ?? Release.First("Helen Ashdown", ForEverybody),
            publishedAt,
            "Helen Ashdown",
            "visitors.txt"
        );
}
