using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Data.ReadModel;

/// <summary>Keeps the lines equal to the rule: what was noted as no longer holding is derived again, and nothing else. Decision 10.</summary>
internal sealed class RequirementDerivation(InductionDb db, DateOnly today)
{
    /// <summary>Count up whenever the rule changes, or what is kept of its answer: everything is then derived again at the next start.</summary>
    internal const int RuleVersion = 2;

    /// <summary>So many people's facts are held in memory at a time.</summary>
    private const int PeopleAtOnce = 250;

    /// <summary>True when something no longer holds: it was noted, a day has come on which lines change, or the rule is another.</summary>
    internal static async Task<bool> IsNeededAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken) =>
        await db.RequirementsToDerive.AnyAsync(cancellationToken)
        || await db.RequirementPeople.AnyAsync(person => person.ChangesOn <= today, cancellationToken)
        || !await db.RequirementRules.AnyAsync(rule => rule.Version == RuleVersion && rule.Day <= today, cancellationToken);

    /// <summary>Derives what no longer holds, in the transaction that is open.</summary>
    internal async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        if (!await IsNeededAsync(db, today, cancellationToken))
        {
            return;
        }

        var noted = (await db.RequirementsToDerive.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(
            row => row.Scope,
            row => row.Key,
            StringComparer.Ordinal
        );
        var isAnotherRule = !await db.RequirementRules.AnyAsync(rule => rule.Version == RuleVersion && rule.Day <= today, cancellationToken);
        if (isAnotherRule || noted.Contains("all"))
        {
            await DerivePeopleAsync(await EverybodyAsync(cancellationToken), cancellationToken);
            // Without figures of them the database walks through everyone to find one team.
            await db.Provider.RefreshStatisticsAsync(db, ["RequirementLines", "RequirementPeople"], cancellationToken);
        }
        else
        {
            var turning = await db.RequirementPeople.Where(person => person.ChangesOn <= today).Select(person => person.StaffId).ToListAsync(cancellationToken);
            await DerivePeopleAsync([.. noted["person"].Select(key => new StaffId(Guid.Parse(key))).Union(turning)], cancellationToken);
            foreach (var key in noted["policy"])
            {
                await DerivePolicyAsync(new PolicyId(Guid.Parse(key)), cancellationToken);
            }
        }

        await db.RequirementsToDerive.ExecuteDeleteAsync(cancellationToken);
        await db.RequirementRules.ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO RequirementRules (Id, Version, Day) VALUES (1, {RuleVersion}, {today})", cancellationToken);
    }

    private async Task<List<StaffId>> EverybodyAsync(CancellationToken cancellationToken) =>
        await db.People.Select(person => person.Id).Union(db.RequirementPeople.Select(person => person.StaffId)).ToListAsync(cancellationToken);

    private async Task DerivePeopleAsync(IReadOnlyList<StaffId> people, CancellationToken cancellationToken)
    {
        foreach (var some in people.Chunk(PeopleAtOnce))
        {
            var facts = await db.ReadSchoolFactsAsync(some, null, cancellationToken);
            var held = await db.RequirementLines.AsNoTracking().Where(line => some.Contains(line.StaffId)).ToListAsync(cancellationToken);
            await ReplaceAsync(held, facts, cancellationToken);
            await KeepPeopleAsync(some, facts, cancellationToken);
        }
    }

    private async Task DerivePolicyAsync(PolicyId policy, CancellationToken cancellationToken)
    {
        foreach (var some in (await EverybodyAsync(cancellationToken)).Chunk(PeopleAtOnce * 4))
        {
            var facts = await db.ReadSchoolFactsAsync(some, policy, cancellationToken);
            var held = await db
                .RequirementLines.AsNoTracking()
                .Where(line => line.PolicyId == policy && some.Contains(line.StaffId))
                .ToListAsync(cancellationToken);
            await ReplaceAsync(held, facts, cancellationToken);
            await CountOpenAsync(some, cancellationToken);
        }
    }

    private async Task ReplaceAsync(List<RequirementLine> held, SchoolFacts facts, CancellationToken cancellationToken)
    {
        var before = held.ToDictionary(line => (line.StaffId, line.PolicyId));
        var now = facts.RequirementsAt(today).Select(RequirementLine.From).ToList();
        var differing = now.Where(line => !before.Remove((line.StaffId, line.PolicyId), out var old) || old != line).ToList();
        await LineWriting.PutAsync(db, differing, cancellationToken);
        await LineWriting.RemoveAsync(db, before.Keys, cancellationToken);
    }

    private async Task KeepPeopleAsync(StaffId[] some, SchoolFacts facts, CancellationToken cancellationToken)
    {
        await db.RequirementPeople.Where(person => some.Contains(person.StaffId)).ExecuteDeleteAsync(cancellationToken);
        var turns = NextStatusChange.After(today, facts);
        await LineWriting.PutAsync(
            db,
            facts.People.Select(person => new RequirementPerson(
                person.Id,
                SearchText.Fold($"{person.FullName} {person.JobTitle}"),
                turns.TryGetValue(person.Id, out var day) ? day : null,
                null
            )),
            cancellationToken
        );
        await CountOpenAsync(some, cancellationToken);
    }

    private Task<int> CountOpenAsync(StaffId[] some, CancellationToken cancellationToken) =>
        db
            .RequirementPeople.Where(person => some.Contains(person.StaffId))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(
                        person => person.EarliestDue,
                        person =>
                            db.RequirementLines.Where(line => line.StaffId == person.StaffId && line.State == LineState.Open).Min(line => (DateOnly?)line.DueOn)
                    ),
                cancellationToken
            );
}
