using System.Globalization;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Demo.Large;

/// <summary>Invented policies of two short sections, published again each September with one of them changed.</summary>
internal static class LargePolicies
{
    private static readonly string[] Subjects = (
        "Attendance|Admissions|Allergies and Medicines|Anti-bullying|Asbestos|Assessment|Behaviour|Bereavement|Charging|Collective "
        + "Worship|Complaints|Cover|Critical Incidents|Cycling and Scooters|Data Protection|Educational Visits|Equality|Exclusion|Expenses|Fire "
        + "Safety|First Aid|Forest School|Handwriting|Health and Safety|Home Learning|Intimate Care|Late Collection|Lettings|Lone Working|Lost "
        + "Property|Marking|Mental Health|Music Tuition|Online Learning|Pets in School|Photography|Playground Duty|Remote Learning|Safer "
        + "Recruitment|Sun Safety"
    ).Split('|');

    /// <summary>Policies with their versions, oldest first; the first year's day is the first of September.</summary>
    internal static IReadOnlyList<(Policy Policy, IReadOnlyList<PolicyVersion> Versions)> Make(
        LargeSize size,
        IReadOnlyList<DateOnly> publishedOn,
        string school,
        Func<Guid> id
    ) =>
        [
            .. Enumerable
                .Range(0, size.Policies)
                .Select(number =>
                {
                    var again = number < Subjects.Length ? "" : string.Create(CultureInfo.InvariantCulture, $" {(number / Subjects.Length) + 1}");
                    var title = $"{Subjects[number % Subjects.Length]} Policy{again}";
                    var policy = new Policy(new PolicyId(id()), title);
                    var versions = new List<PolicyVersion>();
                    foreach (var day in publishedOn)
                    {
                        var text = Text(title, school, versions.Count);
                        var duties = Duties(number);
                        versions.Add(
                            PolicyVersion.Publish(
                                new VersionId(id()),
                                policy.Id,
                                versions.Count + 1,
                                text,
                                versions.Count == 0 ? Release.First(DemoStaffList.Headteacher, duties) : Next(versions[^1], text, duties),
                                At(day, number),
                                DemoStaffList.Headteacher,
                                "policy.docx"
                            )
                        );
                    }

                    return (policy, (IReadOnlyList<PolicyVersion>)versions);
                }),
        ];

    private static DateTimeOffset At(DateOnly day, int number) => new DateTimeOffset(day.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero).AddSeconds(number * 40);

    private static IReadOnlyList<AudienceDuty> Duties(int number) =>
        (number % 3) switch
        {
            0 => AudienceDuty.InFull([Audience.Employee, Audience.Governor, Audience.Volunteer]),
            1 => AudienceDuty.InFull([Audience.Employee, Audience.Governor]),
            _ => AudienceDuty.InFull([Audience.Employee]),
        };

    private static PolicyContent Text(string title, string school, int edition) =>
        new(
            title,
            school,
            [new KeyDetail("Approved by", "Full governing board")],
            [],
            [
                new PolicySection("1", "What we do", 1, [new Paragraph(RichText.FromPlainText("Everybody who works here knows this policy and acts by it."))]),
                new PolicySection(
                    "2",
                    "Whom to ask",
                    1,
                    [
                        new Paragraph(
                            RichText.FromPlainText(
                                edition == 0
                                    ? "Ask in the school office."
                                    : string.Create(
                                        CultureInfo.InvariantCulture,
                                        $"Ask your line lead first, then in the school office; since year {edition + 1}, in writing."
                                    )
                            )
                        ),
                    ]
                ),
            ],
            [],
            null,
            null
        );

    private static Release Next(PolicyVersion before, PolicyContent text, IReadOnlyList<AudienceDuty> duties)
    {
        var comparison = PolicyComparison.Between(before.Parts, PolicyMarkdown.Parts(text));
        return new PublishPlan(
            ReviewReason.Annual,
            "",
            DemoStaffList.Headteacher,
            "Section 2 says again whom to ask.",
            [
                .. comparison
                    .Where(part => part.NeedsDecision)
                    .Select(part => new PlannedChange(part.After?.Ordinal, part.Before?.Ordinal, ChangeWeight.Material, "As each year.")),
            ],
            duties
        ).ToRelease(comparison);
    }
}
