using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>Loads how far people are.</summary>
public sealed class InductionQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>The actor's own; null when they are no one of the school.</returns>
    public async Task<PersonInduction?> OwnAsync(Actor actor, CancellationToken cancellationToken) =>
        Permissions.MayRead(actor) ? (await LoadAsync(actor.StaffId, cancellationToken)).SingleOrDefault() : null;

    /// <returns>Of one person whom the actor may brief; null when there is none.</returns>
    public async Task<PersonInduction?> OfAsync(Actor actor, StaffId person, CancellationToken cancellationToken) =>
        (await LoadAsync(person, cancellationToken)).SingleOrDefault(induction => Permissions.MayBrief(actor, induction.Person));

    /// <returns>
    /// Everyone with a pack, or with a talk that waits, whom the actor may brief: those who are late first. Null when there is no one and the actor keeps no
    /// inductions.
    /// </returns>
    public async Task<IReadOnlyList<PersonInduction>?> AllAsync(Actor actor, CancellationToken cancellationToken)
    {
        List<PersonInduction> all = [.. (await LoadAsync(null, cancellationToken)).Where(induction => Permissions.MayBrief(actor, induction.Person))];
        return all.Count == 0 && !Permissions.MayKeepInduction(actor)
            ? null
            :
            [
                .. all.Where(induction => induction.Pack is not null || induction.ToConfirm.Any())
                    .OrderBy(induction => induction.IsComplete)
                    .ThenBy(induction =>
                        induction
                            .Policies.Select(policy => policy.DueOn)
                            .Concat(induction.Briefings.Select(briefing => briefing.DueOn))
                            .DefaultIfEmpty(DateOnly.MaxValue)
                            .Min()
                    )
                    .ThenBy(induction => induction.Person.FullName, StringComparer.CurrentCultureIgnoreCase),
            ];
    }

    /// <returns>The packs in use, by name; null when the actor may not keep them.</returns>
    public async Task<IReadOnlyList<InductionPack>?> PacksAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayKeepInduction(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
        [
            .. InductionPack
                .InUse(await db.Packs.AsNoTracking().ToListAsync(cancellationToken))
                .OrderBy(pack => pack.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <returns>Policies in force, by title.</returns>
    public async Task<IReadOnlyList<(Domain.Ids.PolicyId Id, string Title)>> PoliciesAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return
        [
            .. (await db.Policies.AsNoTracking().ToListAsync(cancellationToken))
                .OrderBy(policy => policy.Title, StringComparer.CurrentCultureIgnoreCase)
                .Select(policy => (policy.Id, policy.Title)),
        ];
    }

    internal static async Task<IReadOnlyList<HeldBriefing>> TalksAsync(InductionDb db, CancellationToken cancellationToken) =>
        HeldBriefing.Join(
            await db.Briefings.AsNoTracking().ToListAsync(cancellationToken),
            await db.BriefingConfirmations.AsNoTracking().ToListAsync(cancellationToken)
        );

    /// <summary>Anyone who has a pack, or had a talk: few next to all the people of a school.</summary>
    private static async Task<IReadOnlyList<StaffId>> OnTheWayAsync(InductionDb db, IReadOnlyList<HeldBriefing> talks, CancellationToken cancellationToken)
    {
        var packs = InductionPack.InUse(await db.Packs.AsNoTracking().ToListAsync(cancellationToken));
        var briefed = talks.Select(talk => talk.Briefing.StaffId).ToHashSet();
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        return [.. people.Where(person => briefed.Contains(person.Id) || InductionPack.For(person, packs) is not null).Select(person => person.Id)];
    }

    private async Task<IReadOnlyList<PersonInduction>> LoadAsync(StaffId? only, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = LondonTime.DateIn(clock.GetUtcNow());
        var talks = await TalksAsync(db, cancellationToken);
        var facts = await db.ReadSchoolFactsAsync(
            only is { } person ? [person] : await OnTheWayAsync(db, talks, cancellationToken),
            policy: null,
            cancellationToken
        );
        // Anyone who starts next week may look at the way before the first day.
        var asAt = only is not null && facts.People is [{ StartsOn: var starts }] && starts > today ? starts : today;
        var requirements = facts.RequirementsAt(asAt).ToLookup(requirement => requirement.Person.Id);
        var briefings = BriefingRequirement.At(asAt, facts, talks).ToLookup(briefing => briefing.Person.Id);
        var held = talks.ToLookup(talk => talk.Briefing.StaffId);
        return
        [
            .. facts
                .People.Where(one => !one.HasLeft(today))
                .Select(one =>
                {
                    var pack = InductionPack.For(one, facts.Packs);
                    return new PersonInduction(
                        one,
                        pack,
                        pack is null
                            ? []
                            :
                            [
                                .. pack
                                    .Policies.Select(policy => requirements[one.Id].FirstOrDefault(requirement => requirement.Policy.Id == policy))
                                    .OfType<Requirement>(),
                            ],
                        [.. briefings[one.Id]],
                        [.. held[one.Id].Reverse()]
                    );
                }),
        ];
    }
}
