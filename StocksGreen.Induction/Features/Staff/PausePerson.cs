using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Pauses a person who is away for long, and lets them go on. While away, nothing of theirs is late. Why they are away is not kept.</summary>
public sealed class PausePerson(ChangePerson change)
{
    /// <param name="from">First day away.</param>
    /// <param name="back">First day back; null while no one knows.</param>
    /// <returns>Not found when the actor may not, or there is no such person.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, StaffId person, DateOnly? from, DateOnly? back, long? seen, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            actor,
            person,
            PersonChangeKind.Paused,
            seen,
            (facts, today) =>
                ErrorIn(facts, from, back, today) is { } error
                    ? Result.Invalid([error])
                    : new ChangePerson.Decision(
                        facts with
                        {
                            Absences =
                            [
                                .. facts.Absences.Append(new Absence(Guid.NewGuid(), person, from!.Value, back?.AddDays(-1))).OrderBy(absence => absence.From),
                            ],
                        }
                    ),
            cancellationToken
        );

    /// <summary>Ends a pause, or says when one will end.</summary>
    /// <param name="back">First day back.</param>
    public Task<Result<Unit>> EndAsync(Actor actor, StaffId person, DateOnly? back, long? seen, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            actor,
            person,
            PersonChangeKind.PauseEnded,
            seen,
            (facts, today) =>
            {
                var open = facts.Absences.LastOrDefault(absence => absence.Until is null || absence.Until >= today);
                return (open, back) switch
                {
                    (null, _) => Result.Invalid("Back", $"{facts.FullName} is not paused."),
                    (_, null) => Result.Invalid("Back", "Give the first day back."),
                    (_, { } day) when day < open.From => Result.Invalid(
                        "Back",
                        $"They are away from {LondonTime.ToWords(open.From)}; the first day back is not before it."
                    ),
                    (_, { } day) when day > today.AddYears(3) => Result.Invalid("Back", "Check the first day back: it is too far away."),
                    // A pause that ends before it began was none.
                    (_, { } day) when day == open.From => new ChangePerson.Decision(
                        facts with
                        {
                            Absences = [.. facts.Absences.Where(absence => absence != open)],
                        }
                    ),
                    (_, { } day) => new ChangePerson.Decision(
                        facts with
                        {
                            Absences = [.. facts.Absences.Select(absence => absence == open ? open with { Until = day.AddDays(-1) } : absence)],
                        }
                    ),
                };
            },
            cancellationToken
        );

    private static ValidationError? ErrorIn(PersonFacts facts, DateOnly? from, DateOnly? back, DateOnly today) =>
        from switch
        {
            null => new ValidationError("From", "Give the first day away."),
            { } day when day < facts.StartsOn || day < today.AddYears(-3) || day > today.AddYears(3) => new ValidationError(
                "From",
                $"Check the first day away: {facts.FullName} is here from {LondonTime.ToWords(facts.StartsOn)}, and three years either way are the most."
            ),
            { } day when facts.EndsOn < day => new ValidationError(
                "From",
                $"{facts.FullName} leaves on {LondonTime.ToWords(facts.EndsOn.Value)}, before that day."
            ),
            { } day when back <= day => new ValidationError("Back", "The first day back is after the first day away."),
            { } day when facts.Absences.Any(absence => (absence.Until is null || absence.Until >= day) && (back is null || absence.From < back)) =>
                new ValidationError("From", $"{facts.FullName} is away then already. End that pause first."),
            _ => null,
        };
}
