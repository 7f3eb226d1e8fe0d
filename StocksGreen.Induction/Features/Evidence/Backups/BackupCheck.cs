using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>Whether what was taken out of a back-up is a store that can be used.</summary>
internal static class BackupCheck
{
    /// <param name="services">Of the copy.</param>
    /// <param name="asksEvidence">False for a database in the shape of an earlier program: its rows cannot be read, but its pages can.</param>
    /// <returns>The end of its evidence, and what is wrong with the evidence; null where it holds.</returns>
    /// <exception cref="DamagedBackupException">It cannot be used at all.</exception>
    internal static async Task<(long Entries, string HeadHash, string? Fault)> ExecuteAsync(
        IServiceProvider services,
        bool asksEvidence,
        CancellationToken cancellationToken
    )
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(cancellationToken);
        if (await db.Provider.DamageAsync(db, isThorough: true, cancellationToken) is { } damage)
        {
            throw new DamagedBackupException($"The database in it is damaged ({damage.Trim()}).");
        }

        var last = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken);
        var (entries, head) = (last?.Number ?? 0, last?.Hash ?? EvidenceHash.Genesis);
        return !asksEvidence ? (entries, head, null)
            : await services.GetRequiredService<VerifyEvidence>().ExecuteAsync(cancellationToken) is ChainVerdict.Broken broken
                ? (entries, head, broken.Sentence)
            : (entries, head, null);
    }
}
