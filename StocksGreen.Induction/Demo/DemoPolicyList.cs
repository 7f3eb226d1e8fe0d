using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using static StocksGreen.Induction.Domain.Policies.Duty;
using static StocksGreen.Induction.Domain.Staff.Audience;

namespace StocksGreen.Induction.Demo;

/// <summary>The invented policies of the demonstration: when each was published, and for whom.</summary>
internal static class DemoPolicyList
{
    private static readonly AudienceDuty[] Staff = [new(Employee, FullSignature, null), new(Volunteer, FullSignature, null)];
    private static readonly AudienceDuty[] Everybody =
    [
        new(Employee, FullSignature, null),
        new(Audience.Governor, FullSignature, null),
        new(Volunteer, FullSignature, null),
    ];

    /// <summary>School days before today on which a first version was published, oldest first.</summary>
    internal static readonly IReadOnlyList<DemoPolicy> Policies =
    [
        new("child-protection-policy.md", 188, [.. Everybody, new(Contractor, ShortSignature, [0, 3, 4, 5, 6]), new(Visitor, ReminderOnly, [3])]),
        new("staff-code-of-conduct.md", 187, Staff),
        new("confidentiality-policy.md", 180, Everybody),
        new("gdpr-and-data-protection-policy.md", 175, [new(Employee, FullSignature, null), new(Audience.Governor, FullSignature, null)]),
        new("curriculum-policy.md", 170, [new(Employee, FullSignature, null)]),
        new("anti-bullying-policy.md", 165, Staff),
        new("behaviour-policy.md", 164, Staff),
        new("acceptable-use-policies.md", 160, [.. Everybody, new(Contractor, ShortSignature, null), new(Visitor, ReminderOnly, null)]),
        new("mobile-and-smart-technology-policy.md", 158, [.. Staff, new(Visitor, ReminderOnly, [0, 5])]),
        new("governors-code-of-conduct.md", 155, [new(Audience.Governor, FullSignature, null)]),
    ];

    /// <summary>Whose second version is published later: one section changed materially, one a little.</summary>
    internal const string Reissued = "behaviour-policy.md";

    internal const int ReissuedSchoolDaysAgo = 12;
}
