using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>Decides how long people have to sign, in the whole school or with one policy. It holds for anyone who is asked from today on.</summary>
public sealed class DecideDueRules(EvidenceWriter evidence, AccessLog told, TimeProvider clock)
{
    /// <param name="policy">Null for the whole school.</param>
    /// <param name="newStarterDays">Null together with the other two makes a policy go by the school's rules again.</param>
    /// <returns>Not found when the actor may not, or there is no such policy.</returns>
    public Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        PolicyId? policy,
        int? newStarterDays,
        int? reissueDays,
        int? longOverdueDay,
        CancellationToken cancellationToken
    ) =>
        evidence
            .WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (!Permissions.MaySetDueRules(actor) || (policy is { } id && !await db.Policies.AnyAsync(row => row.Id == id, cancellationToken)))
                    {
                        return Result.NotFound;
                    }

                    var isInUse = policy is null || newStarterDays is not null || reissueDays is not null || longOverdueDay is not null;
                    List<ValidationError> errors = [.. isInUse ? Errors(newStarterDays, reissueDays, longOverdueDay) : []];
                    if (errors.Count > 0)
                    {
                        return Result.Invalid(errors);
                    }

                    var usual = DueRules.Usual;
                    log.Record(
                        new DueRules(
                            Guid.NewGuid(),
                            EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()),
                            policy,
                            newStarterDays ?? usual.NewStarterDays,
                            reissueDays ?? usual.ReissueDays,
                            longOverdueDay ?? usual.LongOverdueDay,
                            isInUse,
                            actor.StaffId,
                            actor.FullName
                        )
                    );
                    return Result.Done;
                },
                cancellationToken
            )
            .ToldAsync(told, AccessAct.SettingsChanged, actor, what: "the deadlines");

    private static IEnumerable<ValidationError> Errors(int? newStarterDays, int? reissueDays, int? longOverdueDay)
    {
        if (newStarterDays is not (>= 1 and <= DueRules.MostDays))
        {
            yield return new ValidationError("NewStarter", $"Give a number of days from 1 to {DueRules.MostDays}.");
        }

        if (reissueDays is not (>= 1 and <= DueRules.MostDays))
        {
            yield return new ValidationError("Reissue", $"Give a number of days from 1 to {DueRules.MostDays}.");
        }

        if (longOverdueDay is not (>= 2 and <= DueRules.MostDays) || longOverdueDay <= newStarterDays || longOverdueDay <= reissueDays)
        {
            yield return new ValidationError("LongOverdue", $"Give a later day than both, up to {DueRules.MostDays}.");
        }
    }
}
