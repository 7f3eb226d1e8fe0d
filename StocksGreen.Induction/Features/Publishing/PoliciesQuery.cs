using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Publishing;

/// <summary>The policies in force.</summary>
public sealed class PoliciesQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>By title; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<PolicyInForce>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayPublish(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.ReadSchoolFactsAsync(cancellationToken);
        return [.. facts.InForceOn(today)
            .OrderBy(inForce => inForce.Policy.Title, StringComparer.CurrentCulture)
            .Select(inForce => new PolicyInForce(inForce.Policy, inForce.Version, facts.DutiesOn(today, inForce.Version), inForce.Version.ReviewOn(today)))];
    }
}
