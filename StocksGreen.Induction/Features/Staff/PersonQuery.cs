using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Staff.History;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>One person as the office keeps them, with what was entered about them.</summary>
public sealed class PersonQuery(IDbContextFactory<InductionDb> factory, TimeProvider clock)
{
    /// <returns>Null when the actor may not, or there is no such person.</returns>
    public async Task<PersonEntry?> ExecuteAsync(Actor actor, StaffId id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!Permissions.MayManageStaff(actor) || await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        var today = LondonTime.DateIn(clock.GetUtcNow());
        var facts = await db.FactsOfAsync(person, cancellationToken);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.StaffId == id, cancellationToken);
        var changes = await db.PersonChanges.AsNoTracking().Where(row => row.StaffId == id).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().ToListAsync(cancellationToken);
        var names = people.ToDictionary(one => one.Id, one => one.FullName);
        var history = changes
            .Select(
                (change, i) =>
                    new PersonHistoryItem(
                        change,
                        i == 0
                            ? []
                            : FactChange.Between(changes[i - 1].Facts, change.Facts, lead => lead is { } known ? names.GetValueOrDefault(known, "") : "")
                    )
            )
            .Reverse();
        return new PersonEntry(
            person,
            facts,
            PersonStates.On(today, person, facts.Absences),
            account?.Roles,
            account?.LockoutEnd?.Year >= 9999,
            changes.Count == 0 ? 0 : changes[^1].EvidenceNumber,
            [.. history],
            [
                .. people
                    .Where(one => one.Id != id && (!one.HasLeft(today) || one.Id == person.LineLead))
                    .OrderBy(one => one.FullName, StringComparer.CurrentCultureIgnoreCase),
            ]
        );
    }
}
