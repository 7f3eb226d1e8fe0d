using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Retention;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Retention;

/// <summary>
/// Those who left more than six school years ago, one in a write: what belongs to them goes, and their name goes out of whatever stays. What they signed keeps
/// it.
/// </summary>
internal sealed class LeaversStep : IRetentionStep
{
    public async Task<IReadOnlyList<ComingDeletion>> ComingAsync(InductionDb db, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(now);
        var coming = new List<ComingDeletion>();
        foreach (var person in await Due(db, LondonTime.DateIn(until)).AsNoTracking().ToListAsync(cancellationToken))
        {
            var due = AcademicYear.Containing(person.EndsOn!.Value).Next.First.AddYears(PersonChange.KeptYears);
            coming.Add(
                new ComingDeletion(
                    due > today ? due : today,
                    RetentionRules.StaffRecord,
                    "Everything about someone who left, but for what they signed",
                    await new LeaverRows(db, person.Id).CountAsync(cancellationToken),
                    [person.FullName]
                )
            );
        }

        return [.. coming.OrderBy(line => line.On).ThenBy(line => line.Names[0], StringComparer.CurrentCultureIgnoreCase)];
    }

    public async Task DeleteSomeAsync(Purge purge, int most, CancellationToken cancellationToken)
    {
        var db = purge.Db;
        var today = LondonTime.DateIn(purge.Now);
        if (await Due(db, today).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken) is not { } person)
        {
            return;
        }

        // Names in records of others first: they may be many, and until the last is out the person stays on the list of those who are due.
        if (await new LeaverNames(purge, person).TakeOutSomeAsync(most, cancellationToken) == most)
        {
            return;
        }

        await new LeaverRows(db, person.Id).DeleteAsync(purge, cancellationToken);
        purge.Count(RetentionRules.StaffRecord, "Absences", await db.Absences.Where(row => row.StaffId == person.Id).ExecuteDeleteAsync(cancellationToken));
        person.RemoveName(today);
        purge.Count(RetentionRules.StaffRecord, "Names in People", 1);
    }

    private static IQueryable<StaffMember> Due(InductionDb db, DateOnly day)
    {
        var before = PersonChange.KeptFrom(day);
        return db.People.Where(person => person.EndsOn < before && person.NameRemovedOn == null);
    }
}
