using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What one audience must do with one version, and which parts of it that audience is shown.</summary>
/// <param name="Parts">Ordinals in the version, rising; null for all of it.</param>
/// <remarks>Social Media Policy §1 calls governors, contractors, visitors and volunteers "staff" too; what each must do differs.</remarks>
public sealed record AudienceDuty(Audience Audience, Duty Duty, IReadOnlyList<int>? Parts)
{
    /// <summary>
    /// What the school asks where nothing else was decided: employees, governors and volunteers sign in full, contractors in short, visitors are reminded.
    /// </summary>
    public static IReadOnlyList<AudienceDuty> Usual { get; } =
    [
        new(Audience.Employee, Duty.FullSignature, null),
        new(Audience.Governor, Duty.FullSignature, null),
        new(Audience.Volunteer, Duty.FullSignature, null),
        new(Audience.Contractor, Duty.ShortSignature, null),
        new(Audience.Visitor, Duty.ReminderOnly, null),
    ];

    /// <summary>Everyone named signs all of it in full.</summary>
    public static IReadOnlyList<AudienceDuty> InFull(IEnumerable<Audience> audiences) =>
        [.. audiences.Select(audience => new AudienceDuty(audience, Duty.FullSignature, null))];

    /// <summary>True where someone must sign.</summary>
    public static bool AsksForSignatures(IEnumerable<AudienceDuty> duties) => duties.Any(duty => duty.Duty is not Duty.ReminderOnly);

    public bool Shows(int ordinal) => Parts is null || Parts.Contains(ordinal);
}
