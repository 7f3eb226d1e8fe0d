using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The evidence as it stood at the end of a day.</summary>
internal static class EvidenceHead
{
    /// <returns>The last entry that was written by the end of the day in London; null while there was none.</returns>
    public static async Task<EvidenceEntry?> LastEntryOfAsync(this InductionDb db, DateOnly day, CancellationToken cancellationToken)
    {
        var end = LondonTime.EndOf(day);
        return await db.Evidence.AsNoTracking().Where(entry => entry.At < end).OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
    }
}
