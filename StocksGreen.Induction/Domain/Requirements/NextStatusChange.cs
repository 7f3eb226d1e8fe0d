using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>When what a person must sign changes though no one records anything, but for what becomes overdue: that a due day tells.</summary>
public static class NextStatusChange
{
    /// <summary>The first such day of each person; who is not named has none ahead that is known.</summary>
    /// <param name="day">Date in Europe/London; only later days are looked at.</param>
    public static IReadOnlyDictionary<StaffId, DateOnly> After(DateOnly day, SchoolFacts facts) =>
        facts
            .People.SelectMany(person => new[] { (person.Id, On: person.StartsOn), (person.Id, On: After(person.EndsOn)) })
            .Concat(facts.Absences.SelectMany(absence => new[] { (Id: absence.StaffId, On: absence.From), (Id: absence.StaffId, On: After(absence.Until)) }))
            .Concat(
                facts.Exemptions.SelectMany(exemption =>
                    new[] { (Id: exemption.StaffId, On: exemption.From), (Id: exemption.StaffId, On: After(exemption.Until)) }
                )
            )
            .Concat(Signed(facts))
            .Concat(OfPoliciesAfter(day, facts) is { } on ? facts.People.Select(person => (person.Id, On: on)) : [])
            .Where(turn => turn.On > day)
            .GroupBy(turn => turn.Id, turn => turn.On)
            .ToDictionary(turns => turns.Key, turns => turns.Min());

    /// <summary>The first day on which a policy asks something else of everyone: one comes into force, or is withdrawn. Null where none is ahead.</summary>
    public static DateOnly? OfPoliciesAfter(DateOnly day, SchoolFacts facts) =>
        facts
            .Policies.SelectMany(policy => facts.HistoryOf(policy.Id).Turns)
            .Where(turn => turn > day && turn < DateOnly.MaxValue)
            .Min(turn => (DateOnly?)turn);

    /// <summary>What was entered while the server's clock was ahead counts from the day that it bears.</summary>
    private static IEnumerable<(StaffId Id, DateOnly On)> Signed(SchoolFacts facts) =>
        facts.Attestations.SelectMany(signature =>
            facts.Withdrawn.TryGetValue(signature.Id, out var withdrawn)
                ? new[] { (Id: signature.StaffId, On: LondonTime.DateIn(signature.SignedAt)), (Id: signature.StaffId, On: withdrawn) }
                : [(Id: signature.StaffId, On: LondonTime.DateIn(signature.SignedAt))]
        );

    /// <summary>The day after a last day; no day at all where it is open.</summary>
    private static DateOnly After(DateOnly? last) => last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MinValue;
}
