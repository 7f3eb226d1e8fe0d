using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>
/// Whether the rows of people and their absences say what was last recorded of them. Lists of today are made from these rows, so anyone who changed one by hand
/// would change who must sign.
/// </summary>
/// <remarks>Of whom nothing is recorded, nothing is known to compare: people whose records retention has deleted.</remarks>
internal static class PeopleAsRecorded
{
    /// <returns>The last record of the first person whose row says something else; null where none does.</returns>
    internal static async Task<ChainVerdict.Broken?> FirstOtherAsync(InductionDb db, CancellationToken cancellationToken)
    {
        List<PersonChange> latest;
        try
        {
            latest = await db
                .PersonChanges.AsNoTracking()
                .Where(change => change.EvidenceNumber == db.PersonChanges.Where(other => other.StaffId == change.StaffId).Max(other => other.EvidenceNumber))
                .OrderBy(change => change.EvidenceNumber)
                .ToListAsync(cancellationToken);
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            // The comparison of records with their entries names the one that cannot be read.
            return null;
        }

        try
        {
            var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);
            var absences = (await db.Absences.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(absence => absence.StaffId);
            return latest
                .Select(change => Compare(change, people.GetValueOrDefault(change.StaffId), absences[change.StaffId]))
                .OfType<ChainVerdict.Broken>()
                .FirstOrDefault();
        }
        catch (Exception fault) when (VerifyEvidence.IsUnreadable(fault))
        {
            return new ChainVerdict.Broken(latest.Count == 0 ? 0 : latest[0].EvidenceNumber, "A row of a person or an absence cannot be read.");
        }
    }

    private static ChainVerdict.Broken? Compare(PersonChange last, StaffMember? person, IEnumerable<Absence> absences) =>
        person switch
        {
            null => new ChainVerdict.Broken(last.EvidenceNumber, $"{last.Facts.FullName} is recorded here, and their row is gone."),
            _ when InOrder(person.Facts(absences)).Same(InOrder(last.Facts)) => null,
            _ => new ChainVerdict.Broken(last.EvidenceNumber, $"What is stored about {last.Facts.FullName} is not what was last recorded of them."),
        };

    private static PersonFacts InOrder(PersonFacts facts) =>
        facts with
        {
            Absences = [.. facts.Absences.OrderBy(absence => absence.From).ThenBy(absence => absence.Id)],
        };
}
