using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Branding;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>
/// Which crest stands at the head of a paper: the one of the paper's day, so that a paper of a past day is the same whenever it is asked for.
/// </summary>
internal static class CrestReader
{
    /// <param name="day">Date in Europe/London; its whole day counts.</param>
    /// <returns>A PNG; null where the school had none then.</returns>
    public static Task<byte[]?> ReadCrestAsync(this InductionDb db, DateOnly day, CancellationToken cancellationToken) =>
        db.ReadCrestAsync(LondonTime.EndOf(day), cancellationToken);

    /// <param name="before">UTC.</param>
    /// <returns>A PNG; null where the school had none then.</returns>
    public static async Task<byte[]?> ReadCrestAsync(this InductionDb db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var crest = await db
            .Crests.AsNoTracking()
            .Where(row => row.At < before)
            .OrderByDescending(row => row.EvidenceNumber)
            .FirstOrDefaultAsync(cancellationToken);
        return Decode(crest);
    }

    /// <returns>The PNG that is in use now; null for none.</returns>
    public static async Task<byte[]?> ReadCrestFileAsync(this InductionDb db, CancellationToken cancellationToken) =>
        Decode(await db.Crests.AsNoTracking().OrderByDescending(row => row.EvidenceNumber).FirstOrDefaultAsync(cancellationToken));

    private static byte[]? Decode(SchoolCrest? crest) => crest?.Png is { } png ? Convert.FromBase64String(png) : null;
}
