using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Loads a version for a person who must sign it.</summary>
public sealed class PolicyToReadQuery(IDbContextFactory<InductionDb> factory, SchoolCalendar calendar, TimeProvider clock)
{
    /// <returns>Null when there is no such version in force for this person: nothing tells whether it exists for others.</returns>
    public async Task<PolicyToRead?> ExecuteAsync(Actor actor, VersionId version, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await LoadAsync(db, actor, version, LondonTime.DateIn(clock.GetUtcNow()), calendar, cancellationToken);
    }

    /// <summary>The same question inside a command's own transaction.</summary>
    internal static async Task<PolicyToRead?> LoadAsync(InductionDb db, Actor actor, VersionId version, DateOnly today, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        if (!Permissions.MayRead(actor))
        {
            return null;
        }

        var facts = await db.ReadSchoolFactsAsync(actor.StaffId, cancellationToken);
        if (facts.People is not [var person] || person.HasLeft(today))
        {
            return null;
        }

        var requirement = facts.RequirementsAt(today < person.StartsOn ? person.StartsOn : today, calendar)
            .SingleOrDefault(requirement => requirement.Version.Id == version);
        if (requirement is null)
        {
            return null;
        }

        var confirmations = await db.Confirmations.AsNoTracking()
            .Where(row => row.StaffId == actor.StaffId && row.VersionId == version)
            .ToListAsync(cancellationToken);
        return new PolicyToRead(
            person,
            new ReadingLedger(requirement.Version, requirement.Assignment, confirmations),
            requirement.Attestation,
            requirement.DueOn,
            requirement.Standing,
            requirement.Version.ReviewOn(today));
    }
}
