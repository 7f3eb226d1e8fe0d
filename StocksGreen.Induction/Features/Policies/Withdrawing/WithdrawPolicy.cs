using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Policies.Withdrawing;

/// <summary>Takes a policy out of force from a day on, or keeps it in force after all. No text, signature or paper is touched.</summary>
public sealed class WithdrawPolicy(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestReason = 500;

    public const int LongestName = 200;

    private const int MostYearsAhead = 2;

    /// <param name="from">First day on which it is no longer in force.</param>
    /// <param name="mergedInto">The policy in force that readers are led to; null for none.</param>
    /// <param name="decidedBy">Name of who decided it.</param>
    /// <returns>Not found when the actor may not, or the policy is not there to be withdrawn.</returns>
    public Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        PolicyId policy,
        DateOnly? from,
        string? reason,
        PolicyId? mergedInto,
        string? decidedBy,
        CancellationToken cancellationToken
    ) =>
        DecideAsync(
            actor,
            policy,
            reason,
            decidedBy,
            async (db, history, today) =>
            {
                if (history.WithdrawnOn(today) is not null)
                {
                    return null;
                }

                var errors = new List<ValidationError>();
                if (from is not { } day || day < today || day > today.AddYears(MostYearsAhead))
                {
                    errors.Add(new ValidationError("From", "Give the first day on which it is no longer in force: today or later, within two years."));
                }

                if (
                    mergedInto is { } into
                    && (into == policy || (await db.ReadInForceAsync(today, cancellationToken)).All(version => version.PolicyId != into))
                )
                {
                    errors.Add(new ValidationError("MergedInto", "Choose another policy that is in force."));
                }

                return errors;
            },
            from,
            mergedInto,
            cancellationToken
        );

    /// <summary>Calls a withdrawal off before its day, or brings the policy back into force from today on.</summary>
    /// <returns>Not found when the actor may not, or the policy is neither withdrawn nor to be.</returns>
    public Task<Result<Unit>> KeepAsync(Actor actor, PolicyId policy, string? reason, string? decidedBy, CancellationToken cancellationToken) =>
        DecideAsync(
            actor,
            policy,
            reason,
            decidedBy,
            (_, history, today) =>
                Task.FromResult<List<ValidationError>?>(history.WithdrawnOn(today) is null && history.WithdrawalAfter(today) is null ? null : []),
            from: null,
            mergedInto: null,
            cancellationToken
        );

    /// <param name="check">What else is wrong with the decision; null where there is nothing to decide.</param>
    private Task<Result<Unit>> DecideAsync(
        Actor actor,
        PolicyId policy,
        string? reason,
        string? decidedBy,
        Func<InductionDb, PolicyHistory, DateOnly, Task<List<ValidationError>?>> check,
        DateOnly? from,
        PolicyId? mergedInto,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var versions = (await db.ReadVersionsAsync(cancellationToken)).Where(version => version.PolicyId == policy).ToList();
                if (!Permissions.MayPublish(actor) || versions.Count == 0)
                {
                    return Result.NotFound;
                }

                var decisions = await db.PolicyWithdrawals.AsNoTracking().Where(row => row.PolicyId == policy).ToListAsync(cancellationToken);
                if (await check(db, new PolicyHistory(versions, decisions), LondonTime.DateIn(now)) is not { } errors)
                {
                    return Result.NotFound;
                }

                var (words, name) = (FreeText.Clean(reason), FreeText.Clean(decidedBy));
                errors.AddRange(FreeText.Errors("Reason", words, "Say why: staff read it where they look for the policy.", LongestReason));
                errors.AddRange(FreeText.Errors("DecidedBy", name, "Name who decided it.", LongestName));
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                log.Record(new PolicyWithdrawal(Guid.NewGuid(), now, policy, from, words, mergedInto, name, actor.StaffId, actor.FullName));
                return Result.Done;
            },
            cancellationToken
        );
}
