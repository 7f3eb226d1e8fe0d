using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.ReadModel;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Policies.InForce;

/// <summary>The policies of the school and how each stands today.</summary>
public sealed class PoliciesQuery(IDbContextFactory<InductionDb> factory, EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Those in force by title; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<PolicyInForce>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        [.. (await AllAsync(actor, cancellationToken)).Where(policy => policy.IsInForce)];

    /// <returns>Those in force, those that will be and those that were, by title; empty when the actor may not see them.</returns>
    public async Task<IReadOnlyList<PolicyInForce>> AllAsync(Actor actor, CancellationToken cancellationToken)
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
            .. facts
                .Policies.OrderBy(policy => policy.Title, StringComparer.CurrentCulture)
                .Select(policy => (Policy: policy, History: facts.HistoryOf(policy.Id)))
                .Where(entry => entry.History.ReadyOn(today).Count + entry.History.UpTo(today).Count > 0)
                .Select(entry => Describe(entry.Policy, entry.History)),
        ];

        PolicyInForce Describe(Policy policy, PolicyHistory history)
        {
            var (current, ready) = (history.InForceOn(today), history.ReadyOn(today));
            var version = current ?? (ready is [var next, ..] ? next : history.UpTo(today)[^1]);
            var withdrawal = history.WithdrawnOn(today) ?? history.WithdrawalAfter(today);
            return new PolicyInForce(
                policy,
                version,
                [.. facts.Versions.Where(row => row.PolicyId == policy.Id).OrderByDescending(row => row.Number)],
                facts.DutiesOn(today, version),
                [.. facts.AudienceDecisions.Where(decision => decision.VersionId == version.Id).OrderByDescending(decision => decision.EvidenceNumber)],
                version.ReviewOn(today),
                EditionInForce.Superseding(version.Text.BasedOn, editions, today),
                LinkedPolicy.Match(version.Text.LinkedPolicies, inForce, editions, today),
                ShownDetail.From(version.Text, holders),
                figures.From(policy.Id)
            )
            {
                IsInForce = current is not null,
                Ready = ready,
                Withdrawal = withdrawal,
                MergedInto = facts.Policies.FirstOrDefault(other => other.Id == withdrawal?.MergedInto)?.Title,
            };
        }
    }

    /// <summary>Who was asked to sign a policy and had not when it was withdrawn.</summary>
    /// <returns>By name; empty where it is not withdrawn, and when the actor may not see them.</returns>
    public async Task<IReadOnlyList<Requirement>> EndedAsync(Actor actor, PolicyId policy, CancellationToken cancellationToken)
    {
        if (!Permissions.MayPublish(actor))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var facts = await db.ReadSchoolFactsAsync(cancellationToken);
        return
        [
            .. facts
                .EndedByWithdrawal(LondonTime.DateIn(clock.GetUtcNow()), policy)
                .OrderBy(requirement => requirement.Person.FullName, StringComparer.CurrentCultureIgnoreCase),
        ];
    }
}
