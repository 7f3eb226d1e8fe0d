using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>Loads what people are asked, for the office.</summary>
public sealed class PersonRequirementsQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when the actor may not see it, or there is no such person.</returns>
    public async Task<PersonRequirements?> ExecuteAsync(Actor actor, StaffId id, CancellationToken cancellationToken)
    {
        if (!Permissions.MayManageStaff(actor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var facts = await db.ReadSchoolFactsAsync(id, cancellationToken);
        if (facts.People is not [var person])
        {
            return null;
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        var requirements = facts.RequirementsAt(today).ToDictionary(requirement => requirement.Policy.Id);
        return new PersonRequirements(
            person,
            [
                .. facts
                    .InForceOn(today)
                    .Select(inForce => inForce.Policy)
                    .OrderBy(policy => policy.Title, StringComparer.CurrentCulture)
                    .Select(policy => new PersonRequirements.Line(policy, requirements.GetValueOrDefault(policy.Id))),
            ],
            facts
                .WorkingPatterns.Where(pattern => pattern.From <= today)
                .OrderBy(pattern => pattern.From)
                .ThenBy(pattern => pattern.EvidenceNumber)
                .LastOrDefault()
        );
    }

    /// <summary>What is asked of people whom someone chose on the list, signed or not.</summary>
    /// <param name="policy">Of this policy only; null for all.</param>
    /// <returns>Empty when the actor may not, did not choose them, or chose them too long ago.</returns>
    public async Task<IReadOnlyCollection<(StaffId StaffId, PolicyId PolicyId)>> ChosenAsync(
        Actor actor,
        Guid selection,
        PolicyId? policy,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (
            !Permissions.MayExtend(actor)
            || await db.ChaseSelections.AsNoTracking().SingleOrDefaultAsync(row => row.Id == selection, cancellationToken) is not { } chosen
            || !chosen.IsFor(actor.StaffId, clock.GetUtcNow())
        )
        {
            return [];
        }

        var facts = await db.ReadSchoolFactsAsync([.. chosen.People], policy: null, cancellationToken);
        return
        [
            .. facts
                .RequirementsAt(LondonTime.DateIn(clock.GetUtcNow()))
                .Where(requirement => policy is null || requirement.Policy.Id == policy)
                .Select(requirement => (requirement.Person.Id, requirement.Policy.Id)),
        ];
    }

    /// <summary>Those of some people and policies that can still be extended, for one form.</summary>
    /// <returns>By name and title; empty when the actor may not.</returns>
    public async Task<IReadOnlyList<Requirement>> ToExtendAsync(
        Actor actor,
        IReadOnlyCollection<(StaffId StaffId, PolicyId PolicyId)> whom,
        CancellationToken cancellationToken
    )
    {
        if (!Permissions.MayExtend(actor) || whom.Count == 0)
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var wanted = whom.ToHashSet();
        var facts = await db.ReadSchoolFactsAsync([.. wanted.Select(one => one.StaffId).Distinct()], policy: null, cancellationToken);
        return
        [
            .. facts
                .RequirementsAt(LondonTime.DateIn(clock.GetUtcNow()))
                .Where(requirement =>
                    requirement is { HasLeft: false, Standing.Kind: StandingKind.Due or StandingKind.Overdue }
                    && wanted.Contains((requirement.Person.Id, requirement.Policy.Id))
                )
                .OrderBy(requirement => requirement.Person.FullName, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(requirement => requirement.Policy.Title, StringComparer.CurrentCulture),
        ];
    }
}
