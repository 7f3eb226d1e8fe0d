using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Data;

/// <summary>Loads the facts from which requirements are derived. Which question is asked of them belongs to the feature that asks.</summary>
public static class SchoolFactsReader
{
    /// <summary>Of the whole school.</summary>
    public static async Task<SchoolFacts> ReadSchoolFactsAsync(this InductionDb db, CancellationToken cancellationToken) => new(
        await db.People.AsNoTracking().ToListAsync(cancellationToken),
        await db.Policies.AsNoTracking().ToListAsync(cancellationToken),
        await db.ReadVersionsAsync(cancellationToken),
        await db.AudienceDecisions.AsNoTracking().ToListAsync(cancellationToken),
        await db.Attestations.AsNoTracking().ToListAsync(cancellationToken),
        await db.Absences.AsNoTracking().ToListAsync(cancellationToken),
        await db.Exemptions.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Of one person; everybody else is left out.</summary>
    public static async Task<SchoolFacts> ReadSchoolFactsAsync(this InductionDb db, StaffId person, CancellationToken cancellationToken) => new(
        await db.People.AsNoTracking().Where(row => row.Id == person).ToListAsync(cancellationToken),
        await db.Policies.AsNoTracking().ToListAsync(cancellationToken),
        await db.ReadVersionsAsync(cancellationToken),
        await db.AudienceDecisions.AsNoTracking().ToListAsync(cancellationToken),
        await db.Attestations.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken),
        await db.Absences.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken),
        await db.Exemptions.AsNoTracking().Where(row => row.StaffId == person).ToListAsync(cancellationToken));
}
