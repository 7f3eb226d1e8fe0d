using StocksGreen.Induction.Domain.Ids;

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
            .Where(turn => turn.On > day)
            .GroupBy(turn => turn.Id, turn => turn.On)
            .ToDictionary(turns => turns.Key, turns => turns.Min());

    /// <summary>The day after a last day; no day at all where it is open.</summary>
    private static DateOnly After(DateOnly? last) => last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MinValue;
}
