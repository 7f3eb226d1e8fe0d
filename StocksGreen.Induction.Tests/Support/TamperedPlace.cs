using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>
/// Verifies where someone tampered: one kind of evidence, and the chain from one entry on. A test that does so ends with one verification of the whole.
/// </summary>
internal static class TamperedPlace
{
    /// <summary>What the rows of a table prove.</summary>
    internal static EvidenceKind KindOf(string table) =>
        table == "PaperScans" ? EvidenceKind.PolicySigned : EvidenceRegistry.Kinds.Single(kind => kind.Table == table).Kind;

    /// <summary>What a whole check would say first of the rows of one kind and of their entries.</summary>
    internal static async Task<ChainVerdict?> OfRowsAsync(InductionDb db, EvidenceKind kind)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await VerifyEvidence.FaultsAsync(db, [kind], TestContext.Current.CancellationToken).FirstOrDefaultAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What a whole check would say first where an entry was changed and those before it hold.</summary>
    /// <param name="kind">Of the entry before it was changed.</param>
    internal static async Task<ChainVerdict?> OfEntryAsync(InductionDb db, long number, EvidenceKind kind) =>
        await OfChainAsync(db, number) as ChainVerdict.Broken ?? await OfStoredAsync(db, number) ?? await OfRowsAsync(db, kind);

    /// <summary>A whole check asks every entry, also one whose kind stands there as another type and is found by no question for its kind.</summary>
    private static async Task<ChainVerdict?> OfStoredAsync(InductionDb db, long number)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var entry = await db.Evidence.AsNoTracking().SingleAsync(entry => entry.Number == number, TestContext.Current.CancellationToken);
        return new CanonicalRowCheck<EvidenceEntry>(db).Stands(entry) ? null : new ChainVerdict.Broken(number, "It is not stored as it was written.");
    }

    /// <summary>What a whole check would say of the chain from an entry on, where those before it hold.</summary>
    internal static async Task<ChainVerdict> OfChainAsync(InductionDb db, long first) =>
        VerifyEvidence.VerifyChain(db, (await NamedKeys.ReadAsync(db, TestContext.Current.CancellationToken, before: first)).Fault, first);
}
