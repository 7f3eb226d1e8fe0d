using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>Answers anyone who holds one of the school's papers. It tells nothing to someone who only guesses, and keeps nothing of what it is shown.</summary>
/// <remarks>
/// All that it says stands in signed entries and in the seal of the file. No row of any other table is believed: what is stored of a correction, a version or a
/// copy can be changed or deleted by anyone who can write the file.
/// </remarks>
public sealed class PaperCheckQuery(
    IDbContextFactory<InductionDb> factory,
    ChainMemory memory,
    SigningKeyStore keys,
    StampServices services,
    TimeProvider clock
)
{
    /// <param name="written">A code as it was typed or scanned.</param>
    public async Task<CheckedRecord> OfCodeAsync(string? written, CancellationToken cancellationToken)
    {
        if (PaperCode.Parse(written) is not { } code)
        {
            return new CheckedRecord.Unknown();
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            return await RecordAsync(db, code, cancellationToken);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or JsonException)
        {
            // A column or a fact holds what this program would never write.
            return new CheckedRecord.Broken(code);
        }
    }

    /// <param name="file">As it was dropped in; any bytes.</param>
    public async Task<CheckedFile> OfFileAsync(byte[] file, CancellationToken cancellationToken)
    {
        var verdict = PdfVerifier.Verify(file);
        var properties = verdict is PdfVerdict.NotPdf ? new PdfProperties(null, null) : PdfProperties.Read(file);
        var record = properties.Identifier is { } identifier ? await OfCodeAsync(identifier, cancellationToken) : null;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var seal = Seal(verdict, await NamedKeys.ReadAsync(db, cancellationToken));
        var copy = seal is PdfSignatureState.Holds ? (record as CheckedRecord.Known)?.Signature.Copy : null;
        return new CheckedFile(seal, properties.Title, record)
        {
            StampedAt =
                verdict is PdfVerdict.Intact { StampedBy: { } service } intact && await services.KnowsAsync(service, cancellationToken)
                    ? intact.StampedAt
                    : null,
            GivenAt = copy is not null && copy.FileHash == Sha256Hex.Compute(file) ? copy.At : null,
        };
    }

    private static PdfSignatureState Seal(PdfVerdict verdict, NamedKeys named) =>
        verdict switch
        {
            PdfVerdict.NotPdf => PdfSignatureState.NotPdf,
            PdfVerdict.Unsealed => PdfSignatureState.None,
            PdfVerdict.Altered => PdfSignatureState.Altered,
            PdfVerdict.Extended extended => named.Has(extended.Certificate) ? PdfSignatureState.AddedTo : PdfSignatureState.NotOurs,
            PdfVerdict.Intact intact => named.Has(intact.Certificate) ? PdfSignatureState.Holds : PdfSignatureState.NotOurs,
            _ => throw new InvalidOperationException("The seal can be described in no word."),
        };

    private async Task<CheckedRecord> RecordAsync(InductionDb db, PaperCode code, CancellationToken cancellationToken)
    {
        var entry = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Number == code.Number, cancellationToken);
        if (entry is null || entry.Kind != EvidenceKind.PolicySigned || !code.Names(entry))
        {
            return new CheckedRecord.Unknown();
        }

        // Read after the entry, so that whatever was written before it is known.
        var chain = await db.ReadChainAsync(cancellationToken);
        var named = await NamedKeys.ReadAsync(db, cancellationToken);
        if (
            !memory.Has(entry)
            || !chain.HoldsAfter(entry.Number)
            || !Holds(entry, named)
            || (keys.Current() is { } key && !named.Fits(key))
            || !await EndsAsSignedAsync(db, chain, named, cancellationToken)
        )
        {
            return new CheckedRecord.Broken(code);
        }

        if (entry.Payload is not { } payload)
        {
            // Anyone can empty the facts of an entry; that the rules did it is an entry of its own.
            return chain.Purged.Contains(entry.Number) ? new CheckedRecord.Deleted(code) : new CheckedRecord.Broken(code);
        }

        var facts = AttestationFacts.Parse(payload);
        var id = new AttestationId(facts.Attestation);
        var (corrections, isWhole) = chain.CorrectionsOf(id, entry.Number);
        return isWhole && await StandAsync(db, corrections, cancellationToken)
            ? new CheckedRecord.Known(
                new CheckedSignature(
                    facts.School,
                    facts.Signer.FullName,
                    facts.Signer.JobTitle,
                    facts.Policy.Title,
                    facts.Policy.Number,
                    facts.Policy.PublishedOn,
                    facts.Time.SignedAt,
                    facts.Kind == AttestationFacts.OnPaper,
                    facts.Policy.TextHash,
                    entry.Number,
                    entry.Hash,
                    [.. corrections.Select(row => new CheckedCorrection(row.Does, row.At))],
                    LaterVersion(chain, facts, LondonTime.DateIn(clock.GetUtcNow())),
                    await CopyAsync(db, id, named, cancellationToken),
                    facts.IsDemonstration
                )
                {
                    KeyWarnings = named.Warnings,
                    PolicyWithdrawnFrom = WithdrawnFrom(chain, new PolicyId(facts.Policy.Id), LondonTime.DateIn(clock.GetUtcNow())),
                }
            )
            : new CheckedRecord.Broken(code);
    }

    /// <summary>The whole chain is checked elsewhere; a single entry can be asked whether it says what was sealed, and whether the school signed it.</summary>
    private static bool Holds(EvidenceEntry entry, NamedKeys named) =>
        (entry.Payload is not { } payload || entry.PayloadHash == EvidenceHash.OfPayload(payload))
        && entry.Hash == EvidenceHash.OfEntry(entry)
        && named.Fault(entry) is null;

    /// <summary>Whether the school signed the last entry, and with it all before it.</summary>
    private static async Task<bool> EndsAsSignedAsync(InductionDb db, ReadChain chain, NamedKeys named, CancellationToken cancellationToken) =>
        await db.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Number == chain.Number, cancellationToken) is { } last
        && last.Hash == chain.Hash
        && Holds(last, named);

    /// <summary>Whether what became of a signature is stored as it was when it was read: a chain that was changed since is passed on by no one.</summary>
    private async Task<bool> StandAsync(InductionDb db, IReadOnlyList<Correction> corrections, CancellationToken cancellationToken)
    {
        var numbers = corrections.Select(correction => correction.EvidenceNumber).ToList();
        return numbers.Count == 0
            || (await db.Evidence.AsNoTracking().Where(row => numbers.Contains(row.Number)).ToListAsync(cancellationToken)).Count(row =>
                memory.Has(row) && row.Payload is { } payload && row.PayloadHash == EvidenceHash.OfPayload(payload) && row.Hash == EvidenceHash.OfEntry(row)
            ) == numbers.Count;
    }

    /// <summary>The version of the policy that is in force, where it is later than the one that was signed, by what was sealed when it was published.</summary>
    private static CheckedVersion? LaterVersion(ReadChain chain, AttestationFacts signed, DateOnly today) =>
        Published(chain, new PolicyId(signed.Policy.Id), today).MaxBy(version => version.Number) is { } latest && latest.Number > signed.Policy.Number
            ? new CheckedVersion(latest.Number, LondonTime.DateIn(latest.PublishedAt))
            : null;

    /// <summary>The day from which the policy is out of force, where it has come and no version came into force that was published since.</summary>
    private static DateOnly? WithdrawnFrom(ReadChain chain, PolicyId policy, DateOnly today) =>
        chain.Withdrawals.TryGetValue(policy, out var decision)
        && decision.From <= today
        && !Published(chain, policy, today).Any(version => version.PublishedAt > decision.At)
            ? decision.From
            : null;

    private static IEnumerable<PublishedEntry> Published(ReadChain chain, PolicyId policy, DateOnly today) =>
        chain.Published.GetValueOrDefault(policy, []).Where(version => version.InForceFrom <= today);

    /// <summary>The copy that the signer was given first, where its row says what its entry sealed.</summary>
    private async Task<CopyGiven?> CopyAsync(InductionDb db, AttestationId id, NamedKeys named, CancellationToken cancellationToken)
    {
        var rows = await db.CopiesGiven.AsNoTracking().Where(row => row.AttestationId == id).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var entry = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == row.EvidenceNumber, cancellationToken);
            if (
                entry is { Payload: not null }
                && entry.Kind == EvidenceKind.Of<CopyGiven>()
                && memory.Has(entry)
                && Holds(entry, named)
                && row.IsSealedBy(entry, purge: null)
            )
            {
                return row;
            }
        }

        return null;
    }
}
