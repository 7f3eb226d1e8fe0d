using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Library;

/// <summary>The policies in force, for everyone who has an account: "all members of staff have access to this policy".</summary>
public sealed class LibraryQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>By title, those that are to be in force later after the one that is; empty when the actor may not read.</returns>
    public async Task<IReadOnlyList<LibraryEntry>> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (await PolicyToReadQuery.FactsAsync(db, actor, today, cancellationToken) is not ({ } facts, { } person))
        {
            return [];
        }

        var holders = KeyRoleChange.On(today, await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken));
        var editions = await db.EditionsInForce.AsNoTracking().ToListAsync(cancellationToken);
        var inForce = facts.InForceOn(today).ToList();
        var open = PolicyToReadQuery
            .Requirements(facts, person, today)
            .Where(requirement => requirement.Standing.Kind is StandingKind.Due or StandingKind.Overdue or StandingKind.Paused)
            .ToDictionary(requirement => requirement.Version.Id);
        return
        [
            .. facts
                .Policies.SelectMany(policy => Versions(facts.HistoryOf(policy.Id)).Select(version => (Policy: policy, Version: version)))
                .OrderBy(entry => entry.Policy.Title, StringComparer.CurrentCulture)
                .Select(entry =>
                {
                    var duty = facts.DutiesOn(today, entry.Version).FirstOrDefault(duty => duty.Audience == person.Audience);
                    return new LibraryEntry(
                        entry.Version,
                        [.. entry.Version.Parts.Select(part => part.Ordinal).Where(ordinal => duty is null || duty.Shows(ordinal))],
                        entry.Version.ReviewOn(today),
                        ShownDetail.From(entry.Version.Text, holders),
                        LinkedPolicy.Match(entry.Version.Text.LinkedPolicies, inForce, editions, today),
                        open.GetValueOrDefault(entry.Version.Id)
                    )
                    {
                        ReadyFrom = entry.Version.InForceFrom > today ? entry.Version.InForceFrom : null,
                    };
                }),
        ];

        IEnumerable<PolicyVersion> Versions(PolicyHistory history) =>
            history.InForceOn(today) is { } now ? history.ReadyOn(today).Prepend(now)
            : history.WithdrawnOn(today) is null ? history.ReadyOn(today)
            : [];
    }

    /// <summary>What a reader is told of a policy that is withdrawn.</summary>
    /// <returns>Null where it is not, or the actor may not read.</returns>
    public async Task<WithdrawnPolicy?> WithdrawnAsync(Actor actor, PolicyId policy, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        return
            await PolicyToReadQuery.FactsAsync(db, actor, today, cancellationToken) is ({ } facts, _)
            && facts.HistoryOf(policy).WithdrawnOn(today) is { From: { } from } decision
            ? new WithdrawnPolicy(
                facts.Policies.First(row => row.Id == policy).Title,
                from,
                decision.Reason,
                facts.InForceOn(today).FirstOrDefault(entry => entry.Policy.Id == decision.MergedInto).Policy,
                facts.EndedByWithdrawal(today, policy).Count > 0
            )
            : null;
    }
}
