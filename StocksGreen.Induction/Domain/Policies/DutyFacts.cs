namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What one audience must do, as sealed.</summary>
/// <param name="Parts">Ordinals; null for all of it.</param>
public sealed record DutyFacts(string Audience, string Duty, IReadOnlyList<int>? Parts)
{
    public static IReadOnlyList<DutyFacts> From(IEnumerable<AudienceDuty> duties) =>
        [.. duties.Select(duty => new DutyFacts(duty.Audience.ToString(), duty.Duty.ToString(), duty.Parts))];
}
