using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>Enters a person's last day, and takes it back when they stay or return. What they signed stays either way.</summary>
public sealed class EndPerson(ChangePerson change)
{
    /// <param name="lastDay">Last day in post; they sign in until its end.</param>
    /// <param name="stopNow">True to end every session at once and let them in no more.</param>
    /// <returns>Not found when the actor may not, or there is no such person.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, StaffId person, DateOnly? lastDay, bool stopNow, long? seen, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            actor,
            person,
            PersonChangeKind.Ended,
            seen,
            (facts, today) =>
                lastDay switch
                {
                    null => Result.Invalid("LastDay", "Give the last day."),
                    _ when actor.StaffId == person => Result.Invalid("LastDay", "You cannot end your own time here. Someone else does it."),
                    { } day when day < facts.StartsOn => Result.Invalid(
                        "LastDay",
                        $"{facts.FullName} is here from {LondonTime.ToWords(facts.StartsOn)}; the last day is not before it."
                    ),
                    { } day when day < today.AddYears(-10) || day > today.AddYears(5) => Result.Invalid("LastDay", "Check the last day: it is too far away."),
                    { } day => new ChangePerson.Decision(facts with { EndsOn = day }, stopNow ? Accounts.AccountService.Close : null),
                },
            cancellationToken
        );

    /// <summary>Takes the last day back: of someone who stays, or who has left and comes again and then starts again.</summary>
    /// <param name="firstDay">First day of the new time; not asked of someone who has not left yet.</param>
    public Task<Result<Unit>> ReturnAsync(Actor actor, StaffId person, DateOnly? firstDay, long? seen, CancellationToken cancellationToken) =>
        change.ExecuteAsync(
            actor,
            person,
            PersonChangeKind.Returned,
            seen,
            (facts, today) =>
                (facts.EndsOn, firstDay) switch
                {
                    (null, _) => Result.Invalid("FirstDay", $"{facts.FullName} has no last day."),
                    ({ } last, _) when last >= today => new ChangePerson.Decision(facts with { EndsOn = null }, Accounts.AccountService.Open),
                    (_, null) => Result.Invalid("FirstDay", "Give the first day back."),
                    ({ } last, { } day) when day <= last => Result.Invalid(
                        "FirstDay",
                        $"Their last day was {LondonTime.ToWords(last)}; the first day back is after it."
                    ),
                    (_, { } day) when day > today.AddYears(2) => Result.Invalid("FirstDay", "Check the first day back: it is too far away."),
                    (_, { } day) => new ChangePerson.Decision(facts with { StartsOn = day, EndsOn = null }, Accounts.AccountService.Open),
                },
            cancellationToken
        );
}
