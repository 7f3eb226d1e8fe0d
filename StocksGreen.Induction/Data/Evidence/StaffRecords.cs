using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>Writes what is entered about people: the rows as they are from now on, and the sealed record of it.</summary>
public static class StaffRecords
{
    /// <summary>Everything known of a person now.</summary>
    public static async Task<PersonFacts> FactsOfAsync(this InductionDb db, StaffMember person, CancellationToken cancellationToken) =>
        person.Facts(
            await db.Absences.AsNoTracking().Where(absence => absence.StaffId == person.Id).OrderBy(absence => absence.From).ToListAsync(cancellationToken)
        );

    /// <summary>Adds a person.</summary>
    public static void AddPerson(this EvidenceLog log, InductionDb db, StaffMember person, DateTimeOffset at, Actor? by, string? source)
    {
        db.People.Add(person);
        log.RecordAdded(person, at, by, source);
    }

    /// <summary>Seals that a person whose row is stored already was added.</summary>
    /// <param name="absences">Long absences that were entered with them.</param>
    public static void RecordAdded(
        this EvidenceLog log,
        StaffMember person,
        DateTimeOffset at,
        Actor? by,
        string? source,
        params IEnumerable<Absence> absences
    ) => log.Record(Added(person, at, by, source, absences));

    /// <summary>The record that a person was added, not sealed yet.</summary>
    public static PersonChange Added(StaffMember person, DateTimeOffset at, Actor? by, string? source, params IEnumerable<Absence> absences) =>
        Change(person.Id, PersonChangeKind.Added, person.Facts(absences), at, by, source);

    /// <summary>Changes a person.</summary>
    /// <param name="person">Tracked by <paramref name="db"/>.</param>
    public static async Task ChangePersonAsync(
        this EvidenceLog log,
        InductionDb db,
        StaffMember person,
        PersonChangeKind kind,
        PersonFacts facts,
        DateTimeOffset at,
        Actor? by,
        string? source,
        CancellationToken cancellationToken
    )
    {
        var stored = await db.Absences.Where(absence => absence.StaffId == person.Id).ToListAsync(cancellationToken);
        db.Absences.RemoveRange(stored.Where(absence => !facts.Absences.Any(kept => kept.Id == absence.Id)));
        foreach (var absence in facts.Absences)
        {
            if (stored.Find(row => row.Id == absence.Id) is { } row)
            {
                db.Entry(row).CurrentValues.SetValues(absence);
            }
            else
            {
                db.Absences.Add(absence);
            }
        }

        person.Become(facts);
        log.Record(Change(person.Id, kind, facts, at, by, source));
    }

    private static PersonChange Change(StaffId person, PersonChangeKind kind, PersonFacts facts, DateTimeOffset at, Actor? by, string? source) =>
        new(
            Guid.NewGuid(),
            EvidenceHash.ToWholeMilliseconds(at),
            person,
            kind,
            facts,
            by is null || by.StaffId.Value == Guid.Empty ? null : by.StaffId,
            by?.FullName ?? Software.NameAndVersion,
            source
        );
}
