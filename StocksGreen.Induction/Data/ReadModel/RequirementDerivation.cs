using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Data.ReadModel;

/// <summary>Keeps the lines equal to the rule: what was noted as no longer holding is derived again, and nothing else. Decision 10.</summary>
internal sealed class RequirementDerivation(InductionDb db, DateOnly today)
{
    /// <summary>Count up whenever the rule changes, or what is kept of its answer: everything is then derived again at the next start.</summary>
    internal const int RuleVersion = 3;

    private const string Everything = "all";

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

        var noted = await NotedAsync(cancellationToken);
        if (noted.Contains(Everything))
        {
            await DerivePeopleAsync(await EverybodyAsync(cancellationToken), cancellationToken);
            // Without figures of them the database walks through everyone to find one team.
            await db.Provider.RefreshStatisticsAsync(db, ["RequirementLines", "RequirementPeople"], cancellationToken);
        }
        else
        {
            await DerivePeopleAsync(await NoLongerHoldingAsync(noted, cancellationToken), cancellationToken);
            foreach (var key in noted["policy"])
            {
                await DerivePolicyAsync(new PolicyId(Guid.Parse(key)), cancellationToken);
            }
        }

        await db.RequirementsToDerive.ExecuteDeleteAsync(cancellationToken);
        await db.RequirementRules.ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"INSERT INTO RequirementRules (Id, Version, Day) VALUES (1, {RuleVersion}, {today})", cancellationToken);
    }

    /// <summary>Compares what is kept with the rule, and leaves out what is to be derived again before anyone reads it.</summary>
    /// <returns>A sentence on the first line that differs; null where none does.</returns>
    internal async Task<string?> FirstOtherAsync(CancellationToken cancellationToken)
    {
        var noted = await NotedAsync(cancellationToken);
        if (noted.Contains(Everything))
        {
            return null;
        }

        var people = (await NoLongerHoldingAsync(noted, cancellationToken)).ToHashSet();
        var policies = noted["policy"].Select(key => new PolicyId(Guid.Parse(key))).ToHashSet();
        var (counts, lines) = (new Dictionary<(PolicyId, Audience, LineState, DateOnly), int>(), 0);
        foreach (var some in (await EverybodyAsync(cancellationToken)).Chunk(PeopleAtOnce))
        {
            var facts = await db.ReadSchoolFactsAsync(some, null, cancellationToken);
            var held = await db.RequirementLines.AsNoTracking().Where(line => some.Contains(line.StaffId)).ToListAsync(cancellationToken);
            lines += held.Count;
            foreach (var line in held)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (line.PolicyId, line.Audience, line.State, RequirementCount.DayOf(line)), out _)++;
            }

            var other = held.ToHashSet();
            other.SymmetricExceptWith(facts.RequirementsAt(today).Select(RequirementLine.From));
            if (other.FirstOrDefault(line => !people.Contains(line.StaffId) && !policies.Contains(line.PolicyId)) is { } differs)
            {
                var (who, what) = (
                    facts.People.FirstOrDefault(person => person.Id == differs.StaffId),
                    facts.Policies.FirstOrDefault(policy => policy.Id == differs.PolicyId)
                );
                return $"The list of who must sign does not say of {who?.FullName ?? "someone"} and the {what?.Title ?? "policy"} what the records say.";
            }

            var earliest = held.Where(line => line.State == LineState.Open)
                .GroupBy(line => line.StaffId)
                .ToDictionary(own => own.Key, own => own.Min(line => line.DueOn));
            foreach (var person in await db.RequirementPeople.AsNoTracking().Where(person => some.Contains(person.StaffId)).ToListAsync(cancellationToken))
            {
                if (
                    policies.Count == 0
                    && !people.Contains(person.StaffId)
                    && person.EarliestDue != (earliest.TryGetValue(person.StaffId, out var due) ? due : null)
                )
                {
                    return "The list of who must sign has another first due day for someone than their lines have.";
                }
            }
        }

        var counted = await db.RequirementCounts.AsNoTracking().Where(count => count.Lines != 0).ToListAsync(cancellationToken);
        return
            lines != await db.RequirementLines.CountAsync(cancellationToken)
            || counted.Count != counts.Count
            || counted.Exists(count => counts.GetValueOrDefault((count.PolicyId, count.Audience, count.State, count.Day)) != count.Lines)
            ? "The figures of who has signed are not the number of their lines."
            : null;
    }

    /// <summary>What was noted as no longer holding, by its scope; of another rule, everything.</summary>
    private async Task<ILookup<string, string>> NotedAsync(CancellationToken cancellationToken)
    {
        var isSameRule = await db.RequirementRules.AnyAsync(rule => rule.Version == RuleVersion && rule.Day <= today, cancellationToken);
        var noted = await db.RequirementsToDerive.AsNoTracking().Select(row => new { row.Scope, row.Key }).ToListAsync(cancellationToken);
        return (isSameRule ? noted : [.. noted, new { Scope = Everything, Key = "" }]).ToLookup(row => row.Scope, row => row.Key, StringComparer.Ordinal);
    }

    /// <summary>The people who were noted, and those on whose lines a day has come.</summary>
    private async Task<IReadOnlyList<StaffId>> NoLongerHoldingAsync(ILookup<string, string> noted, CancellationToken cancellationToken)
    {
        var turning = await db.RequirementPeople.Where(person => person.ChangesOn <= today).Select(person => person.StaffId).ToListAsync(cancellationToken);
        return [.. noted["person"].Select(key => new StaffId(Guid.Parse(key))).Union(turning)];
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
            if (NextStatusChange.OfPoliciesAfter(today, facts) is { } turn)
            {
                await db
                    .RequirementPeople.Where(person => some.Contains(person.StaffId) && (person.ChangesOn == null || person.ChangesOn > turn))
                    .ExecuteUpdateAsync(set => set.SetProperty(person => person.ChangesOn, turn), cancellationToken);
            }

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
