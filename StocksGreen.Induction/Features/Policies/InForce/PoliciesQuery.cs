using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.ReadModel;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Policies.InForce;

/// <summary>The policies in force.</summary>
public sealed class PoliciesQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>By title; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<PolicyInForce>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayPublish(actor))
        {
            return [];
        }

        await evidence.BringRequirementsUpToDateAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.ReadPolicyFactsAsync(cancellationToken);
        var figures = await RequirementFigures.ReadAsync(db, today, cancellationToken);
        var editions = await db.EditionsInForce.AsNoTracking().ToListAsync(cancellationToken);
        var holders = KeyRoleChange.On(today, await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken));
        var inForce = facts.InForceOn(today).ToList();
        return
        [
            .. inForce
                .OrderBy(entry => entry.Policy.Title, StringComparer.CurrentCulture)
                .Select(entry => new PolicyInForce(
                    entry.Policy,
                    entry.Version,
                    [.. facts.Versions.Where(version => version.PolicyId == entry.Policy.Id).OrderByDescending(version => version.Number)],
                    facts.DutiesOn(today, entry.Version),
                    [
                        .. facts
                            .AudienceDecisions.Where(decision => decision.VersionId == entry.Version.Id)
                            .OrderByDescending(decision => decision.EvidenceNumber),
                    ],
                    entry.Version.ReviewOn(today),
                    EditionInForce.Superseding(entry.Version.Text.BasedOn, editions, today),
                    LinkedPolicy.Match(entry.Version.Text.LinkedPolicies, inForce, editions, today),
                    ShownDetail.From(entry.Version.Text, holders),
                    figures.From(entry.Policy.Id)
                )),
        ];
    }
}
