using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Data.ReadModel;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Writes what proves something: one writer at a time, so that the chain has one end, in one transaction that takes the write lock before it
/// reads (SQLite's own queueing makes writers wait in steps of 150 ms; a gate in front of it does not).
/// </summary>
public sealed class EvidenceWriter(
    IDbContextFactory<InductionDb> factory,
    EvidenceSigner signatures,
    EvidenceHead head,
    AccountChanges accounts,
    TimeProvider clock
)
{
    // Longer than a queue of readers who sign at one time, shorter than a person waits without a word.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly OneAtATime gate = new();

    /// <summary>
    /// Runs <paramref name="write"/>, saves, derives again the requirement lines that no longer hold, and commits. When it throws, nothing of it is kept.
    /// </summary>
    /// <returns>What <paramref name="write"/> returned, once it is on the disk.</returns>
    /// <exception cref="OperatorException">What it adds could not be signed.</exception>
    public Task<T> WriteAsync<T>(Func<InductionDb, EvidenceLog, Task<T>> write, CancellationToken cancellationToken) =>
        StoreAsync(async db => await write(db, await EvidenceLog.OpenAsync(db, signatures.Signer(), head, cancellationToken)), cancellationToken);

    /// <summary>Says in the evidence that the store goes on from a back-up, or without its last part, and takes its end as it is.</summary>
    /// <param name="backup">SHA-256 of the back-up's file; null where the database was put in its place by hand.</param>
    /// <param name="known">The last entry that was known before; null where nothing later was.</param>
    public async Task<EvidenceEntry> RestoreAsync(string? backup, (long Number, string Hash)? known, CancellationToken cancellationToken)
    {
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            var last = await db.Evidence.AsNoTracking().OrderByDescending(entry => entry.Number).FirstAsync(cancellationToken);
            TakeEnd(last.Number, last.Hash);
        }

        return await WriteAsync(
            async (db, log) =>
            {
                var from = await db.Evidence.MaxAsync(entry => entry.Number, cancellationToken);
                var facts = RestoreFacts.Of(backup, from, known);
                return log.Append(EvidenceKind.StoreRestored, clock.GetUtcNow(), facts.Subject, facts.ToJson());
            },
            cancellationToken
        );
    }

    /// <summary>Takes an entry for the last one, also where a later one was known.</summary>
    public void TakeEnd(long number, string hash) => head.Write(number, hash);

    /// <summary>Names the key that is to be taken into use.</summary>
    /// <param name="vouching">The earlier key that signs the entry, asked for within the write; null where there is none, and then the new one does.</param>
    /// <param name="by">Who takes it into use.</param>
    internal Task<EvidenceEntry> NameKeyAsync(Func<InductionDb, Task<SigningKey?>> vouching, SigningKey next, string by, CancellationToken cancellationToken) =>
        StoreAsync(
            async db =>
            {
                var earlier = await vouching(db);
                var log = await EvidenceLog.OpenAsync(db, EvidenceSigner.With(earlier ?? next), head, cancellationToken);
                var facts = KeyChangeFacts.Of(KeyFacts.Of(next.Certificate), by, earlier is null ? null : KeyFacts.FingerprintOf(earlier.Certificate));
                return log.Append(EvidenceKind.KeyTakenIntoUse, clock.GetUtcNow(), facts.Key.Fingerprint, facts.ToJson());
            },
            cancellationToken
        );

    /// <summary>
    /// Makes sure that the requirement lines hold today. Anyone who reads them asks first: it is a glance, unless a day has turned or someone wrote otherwise
    /// than through here.
    /// </summary>
    public async Task BringRequirementsUpToDateAsync(CancellationToken cancellationToken)
    {
        bool isNeeded;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            isNeeded = await RequirementDerivation.IsNeededAsync(db, LondonTime.DateIn(clock.GetUtcNow()), cancellationToken);
        }

        if (isNeeded)
        {
            // They prove nothing, so they are brought up to date also while the school's key cannot be read.
            await StoreAsync(_ => Task.FromResult(true), cancellationToken);
        }
    }

    private Task<T> StoreAsync<T>(Func<InductionDb, Task<T>> write, CancellationToken cancellationToken) =>
        gate.RunAsync(
            async () =>
            {
                await using var db = await factory.CreateDbContextAsync(cancellationToken);
                // Within the write only what it adds is read of the chain.
                await db.ReadChainAsync(cancellationToken);
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await write(db);
                var changed = ChangedPeople(db);
                await db.SaveChangesAsync(cancellationToken);
                await new RequirementDerivation(db, LondonTime.DateIn(clock.GetUtcNow())).BringUpToDateAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                if (db.Evidence.Local.MaxBy(entry => entry.Number) is { } last)
                {
                    head.Write(last.Number, last.Hash);
                }

                changed.ForEach(accounts.Tell);
                return result;
            },
            cancellationToken,
            Patience
        );

    /// <summary>Whose name, days or account this write changes: their open pages ask again what they may show.</summary>
    private static List<StaffId> ChangedPeople(InductionDb db) =>
        [
            .. db
                .ChangeTracker.Entries<Account>()
                .Where(entry => entry.State is EntityState.Modified)
                .Select(entry => entry.Entity.StaffId)
                .Concat(db.ChangeTracker.Entries<StaffMember>().Where(entry => entry.State is EntityState.Modified).Select(entry => entry.Entity.Id))
                .Distinct(),
        ];
}
