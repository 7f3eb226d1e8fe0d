using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Library;

/// <summary>The policies in force, for everyone who has an account: "all members of staff have access to this policy".</summary>
public sealed class LibraryQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>By title; empty when the actor may not read.</returns>
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
            .. inForce
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
                    );
                }),
        ];
    }
}
