using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>Loads how long people have to sign.</summary>
public sealed class DueRulesQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>The school's rules of today, and every policy with its own where it has any, by title; null when the actor may not set them.</returns>
    public async Task<(DueRules School, IReadOnlyList<(Policy Policy, DueRules? Own)> Policies)?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MaySetDueRules(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var decisions = await db.DueRules.AsNoTracking().OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        var policies = await db.Policies.AsNoTracking().ToListAsync(cancellationToken);
        return (
            DueRules.On(today, [.. decisions.Where(decision => decision.PolicyId is null)]),
            [.. policies.OrderBy(policy => policy.Title, StringComparer.CurrentCulture).Select(policy => (policy, Own(policy.Id)))]
        );

        DueRules? Own(PolicyId policy) =>
            DueRules.On(today, [.. decisions.Where(decision => decision.PolicyId == policy)]) is { PolicyId: not null } own ? own : null;
    }
}
