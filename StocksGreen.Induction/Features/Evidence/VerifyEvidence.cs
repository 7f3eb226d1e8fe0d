using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Evidence.Kinds;
using StocksGreen.Induction.Data.ReadModel;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Evidence;

/// <summary>Re-computes the whole chain, and asks whether every row that claims evidence says what its entry sealed.</summary>
/// <remarks>
/// Whatever someone did to the file, the answer is a verdict and never an exception. Which kinds there are says the <see cref="EvidenceRegistry"/>.
/// </remarks>
public sealed class VerifyEvidence(IDbContextFactory<InductionDb> factory, SigningKeyStore keys, EvidenceHead head, TimeProvider clock)
{
    private const string NotInForm = "Its facts are not in a form that this program writes.";

    public async Task<ChainVerdict> ExecuteAsync(CancellationToken cancellationToken)
    {
        // Read first: the database may go on meanwhile, and is never behind it.
        var known = head.Read();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        // What is checked is one moment, also while people sign.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var moment = await db.Provider.BeginSnapshotAsync(db, cancellationToken);
        var shape = await db.Provider.ShapeFaultAsync(db, cancellationToken);
        try
        {
            return await OfStoredAsync(db, known, cancellationToken) is var verdict && verdict is ChainVerdict.Intact && shape is not null
                ? new ChainVerdict.Broken(0, shape)
                : verdict;
        }
        catch (DbException) when (shape is not null)
        {
            // A table or a column that is not there any more.
            return new ChainVerdict.Broken(0, shape);
        }
    }

    private async Task<ChainVerdict> OfStoredAsync(InductionDb db, (long Number, string Hash)? known, CancellationToken cancellationToken)
    {
        var named = new NamedKeys();
        var verdict = VerifyChain(db, named.Fault);
        if (verdict is not ChainVerdict.Intact chain)
        {
            return verdict;
        }

        return KeyInUseFault(named)
            ?? (ChainVerdict?)await FaultsAsync(db, only: null, cancellationToken).FirstOrDefaultAsync(cancellationToken)
            ?? (ChainVerdict?)await EndFaultAsync(db, known, cancellationToken)
            ?? (ChainVerdict?)await NamesAsRecorded.FirstOtherAsync(db, cancellationToken)
            ?? (ChainVerdict?)await LinesFaultAsync(db, cancellationToken)
            ?? chain with
            {
                Notes = named.Warnings.Count == 0 ? chain.Notes : [.. chain.Notes.Concat(Notes(named)).OrderBy(note => note.Number)],
            };
    }

    private static IEnumerable<ChainNote> Notes(NamedKeys named) =>
        named.All.Where(key => !key.IsVouchedFor).Select(key => new ChainNote(key.Entry, key.Warning));

    private ChainVerdict.Broken? KeyInUseFault(NamedKeys named) =>
        named.Last is { } last && keys.Current() is { } key && !named.Fits(key)
            ? new ChainVerdict.Broken(
                last.Entry,
                $"It names the school’s last key ({last.Fingerprint}), and the one in use is another ({KeyFacts.FingerprintOf(key.Certificate)}): someone else "
                    + "wrote the chain, or the evidence or the key is from another back-up."
            )
            : null;

    /// <summary>Whether the chain leads to the last entry that is known outside the database.</summary>
    private static async Task<ChainVerdict.Broken?> EndFaultAsync(InductionDb db, (long Number, string Hash)? known, CancellationToken cancellationToken)
    {
        if (known is not { } end)
        {
            return null;
        }

        var there = await db
            .Evidence.AsNoTracking()
            .Where(entry => entry.Number <= end.Number)
            .OrderBy(entry => entry.Number)
            .LastOrDefaultAsync(cancellationToken);
        return EvidenceHead.Missing(known, there) is { } missing ? new ChainVerdict.Broken(Math.Min(end.Number, (there?.Number ?? 0) + 1), missing) : null;
    }

    /// <summary>Whether the lists of who must sign, which are kept to be quick, say what the rows say that they are made from.</summary>
    private async Task<ChainVerdict.Broken?> LinesFaultAsync(InductionDb db, CancellationToken cancellationToken)
    {
        try
        {
            var lines = new RequirementDerivation(db, LondonTime.DateIn(clock.GetUtcNow()));
            return await lines.FirstOtherAsync(cancellationToken) is { } fault ? new ChainVerdict.Broken(0, fault) : null;
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return new ChainVerdict.Broken(0, "The list of who must sign cannot be read.");
        }
    }

    /// <summary>What reading a row throws when one of its columns holds something that its type cannot be.</summary>
    internal static bool IsUnreadable(Exception fault) =>
        fault is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException or JsonException;

    /// <param name="signatureFault">What asks an entry for its signature; null where nothing can be said of signatures.</param>
    /// <param name="first">The entry to begin with; the one before it is taken as it is.</param>
    internal static ChainVerdict VerifyChain(InductionDb db, Func<EvidenceEntry, string?>? signatureFault, long first = 1)
    {
        var last = first - 1;
        try
        {
            return EvidenceChain.Verify(
                db.Evidence.AsNoTracking()
                    .Where(entry => entry.Number >= first)
                    .OrderBy(entry => entry.Number)
                    .AsEnumerable()
                    .Select(entry =>
                    {
                        last = entry.Number;
                        return entry;
                    }),
                signatureFault,
                first == 1 ? null : db.Evidence.AsNoTracking().Single(entry => entry.Number == first - 1)
            );
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return new ChainVerdict.Broken(last + 1, "It cannot be read.");
        }
    }

    /// <summary>
    /// Every row that does not say what was sealed, and every entry that is not stored as it was written, in the order of the entries. The chain itself is not
    /// asked here.
    /// </summary>
    /// <param name="only">The kinds to look at; null for all.</param>
    internal static async IAsyncEnumerable<ChainVerdict.Broken> FaultsAsync(
        InductionDb db,
        IReadOnlyCollection<EvidenceKind>? only,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var written = new CanonicalRowCheck<EvidenceEntry>(db);
        var claims = await ClaimsAsync(db, only, cancellationToken);
        await foreach (var entry in Entries(db, only).OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            string? fault;
            try
            {
                fault = written.Stands(entry) ? Fault(entry, claims) : "It is not stored as it was written.";
            }
            catch (Exception unread) when (IsUnreadable(unread))
            {
                fault = NotInForm;
            }

            if (fault is not null)
            {
                yield return new ChainVerdict.Broken(entry.Number, fault);
            }
        }

        // What claims an entry of another kind or none has no entry by which it was found.
        var people = only is null || only.Contains(EvidenceKind.Of<PersonChange>()) ? await PeopleAsRecorded.FirstOtherAsync(db, cancellationToken) : null;
        foreach (
            var fault in claims
                .Values.SelectMany(of => of)
                .Select(claim => claim.FirstUnsealed)
                .Append(people)
                .OfType<ChainVerdict.Broken>()
                .OrderBy(fault => fault.Number)
        )
        {
            yield return fault;
        }
    }

    private static IQueryable<EvidenceEntry> Entries(InductionDb db, IReadOnlyCollection<EvidenceKind>? only) =>
        only is null ? db.Evidence.AsNoTracking() : db.Evidence.AsNoTracking().Where(entry => only.Contains(entry.Kind));

    private static string? Fault(EvidenceEntry entry, Dictionary<EvidenceKind, List<IClaimedRows>> claims)
    {
        if (claims.TryGetValue(entry.Kind, out var rows))
        {
            return rows.Select(claim => claim.Take(entry)).ToList().Find(fault => fault is not null);
        }

        // What the last two say of keys is asked with their signatures.
        return entry.Kind == EvidenceKind.PayloadPurged && !PurgeFacts.TryRead(entry, out _) ? NotInForm
            : entry.Kind == EvidenceKind.ClockWentBack && !ClockFacts.Parse(entry.Payload ?? "null").IsOf(entry) ? NotInForm
            : entry.Kind == EvidenceKind.StoreRestored && !RestoreFacts.Parse(entry.Payload ?? "null").IsOf(entry) ? NotInForm
            : entry.Kind == EvidenceKind.PayloadPurged
            || entry.Kind == EvidenceKind.StoreRestored
            || entry.Kind == EvidenceKind.ClockWentBack
            || entry.Kind == EvidenceKind.SchoolSetUp
            || entry.Kind == EvidenceKind.KeyTakenIntoUse
            || entry.Kind == EvidenceKind.StampServiceNamed && StampServiceFacts.Parse(entry.Payload ?? "null").Service.Fingerprint == entry.Subject
                ? null
            : "This program has no rule that checks entries of its kind.";
    }

    private static async Task<Dictionary<EvidenceKind, List<IClaimedRows>>> ClaimsAsync(
        InductionDb db,
        IReadOnlyCollection<EvidenceKind>? only,
        CancellationToken cancellationToken
    )
    {
        var purges = new Dictionary<long, PurgeFacts>();
        await foreach (
            var entry in db
                .Evidence.AsNoTracking()
                .Where(entry => entry.Kind == EvidenceKind.PayloadPurged)
                .OrderBy(entry => entry.Number)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            if (PurgeFacts.TryRead(entry, out var facts))
            {
                purges[facts.Entry] = facts;
            }
        }

        var claims = new Dictionary<EvidenceKind, List<IClaimedRows>>();
        foreach (var kind in EvidenceRegistry.Kinds.Where(kind => only is null || only.Contains(kind.Kind)))
        {
            claims[kind.Kind] = [await IClaimedRows.ReadAsync(db, kind, purges, cancellationToken)];
        }

        if (claims.TryGetValue(EvidenceKind.PolicySigned, out var signed))
        {
            var scans = new PaperScans(db);
            await scans.ReadAsync(cancellationToken);
            signed.Add(scans);
        }

        if (claims.TryGetValue(EvidenceKind.Of<PolicyVersion>(), out var published))
        {
            var files = new KeptFiles(db);
            await files.ReadAsync(cancellationToken);
            published.Add(files);
        }

        return claims;
    }
}
