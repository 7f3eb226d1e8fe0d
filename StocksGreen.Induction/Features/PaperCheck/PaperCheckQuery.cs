using System.Globalization;
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
public sealed class PaperCheckQuery(IDbContextFactory<InductionDb> factory, SigningKeyStore keys, StampServices services)
{
    private static readonly IReadOnlySet<EvidenceKind> Bearing = new HashSet<EvidenceKind>
    {
        EvidenceKind.Of<Correction>(),
        EvidenceKind.Of<CopyGiven>(),
        EvidenceKind.PolicyPublished,
    };

    /// <param name="written">A code as it was typed or scanned.</param>
    public async Task<CheckedRecord> OfCodeAsync(string? written, CancellationToken cancellationToken)
    {
        if (PaperCode.Parse(written) is not { } code)
        {
            return new CheckedRecord.Unknown();
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var moment = await db.Provider.BeginSnapshotAsync(db, cancellationToken);
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

        var named = await NamedKeys.ReadAsync(db, cancellationToken);
        if (
            !Holds(entry, named)
            || (keys.Current() is { } key && !named.Fits(key))
            || await LaterEntries.ReadAsync(db, entry, named, Bearing, cancellationToken) is not { } later
        )
        {
            return new CheckedRecord.Broken(code);
        }

        if (entry.Payload is not { } payload)
        {
            // Anyone can empty the facts of an entry; that the rules did it is an entry of its own.
            return later.Purges.Contains(entry.Number.ToString(CultureInfo.InvariantCulture))
                ? new CheckedRecord.Deleted(code)
                : new CheckedRecord.Broken(code);
        }

        var facts = AttestationFacts.Parse(payload);
        var id = new AttestationId(facts.Attestation);
        var (corrections, isWhole) = (await db.ReadCorrectionsAsync(later.Of(EvidenceKind.Of<Correction>()), cancellationToken)).Of(id, entry.Number);
        return isWhole
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
                    await LaterVersionAsync(db, facts, named, later.Of(EvidenceKind.PolicyPublished), cancellationToken),
                    await CopyAsync(db, id, later, cancellationToken),
                    facts.IsDemonstration
                )
                {
                    KeyWarnings = named.Warnings,
                }
            )
            : new CheckedRecord.Broken(code);
    }

    /// <summary>The whole chain is checked elsewhere; a single entry can be asked whether it says what was sealed, and whether the school signed it.</summary>
    private static bool Holds(EvidenceEntry entry, NamedKeys named) =>
        (entry.Payload is not { } payload || entry.PayloadHash == EvidenceHash.OfPayload(payload))
        && entry.Hash == EvidenceHash.OfEntry(entry)
        && named.Fault(entry) is null;

    /// <summary>The latest version of the policy, by what was sealed when it was published.</summary>
    private static async Task<CheckedVersion?> LaterVersionAsync(
        InductionDb db,
        AttestationFacts signed,
        NamedKeys named,
        IReadOnlyCollection<long> since,
        CancellationToken cancellationToken
    )
    {
        // Someone may sign what has a later version already, on a sheet of paper that is entered afterwards.
        var published = await db
            .Evidence.AsNoTracking()
            .Where(row => row.Kind == EvidenceKind.PolicyPublished || since.Contains(row.Number))
            .ToListAsync(cancellationToken);
        return published
            .Where(row => row.Payload is not null && Holds(row, named))
            .Select(row => PublicationFacts.Parse(row.Payload!))
            .Where(facts => facts.Policy == signed.Policy.Id && facts.Number > signed.Policy.Number)
            .OrderByDescending(facts => facts.Number)
            .Select(facts => new CheckedVersion(facts.Number, LondonTime.DateIn(facts.PublishedAt)))
            .FirstOrDefault();
    }

    /// <summary>The copy that the signer was given first, where its row says what its entry sealed.</summary>
    private static async Task<CopyGiven?> CopyAsync(InductionDb db, AttestationId id, LaterEntries later, CancellationToken cancellationToken)
    {
        var rows = await db.CopiesGiven.AsNoTracking().Where(row => row.AttestationId == id).OrderBy(row => row.EvidenceNumber).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => later.Kinds.GetValueOrDefault(row.EvidenceNumber) == EvidenceKind.Of<CopyGiven>()))
        {
            var entry = await db.Evidence.AsNoTracking().SingleAsync(entry => entry.Number == row.EvidenceNumber, cancellationToken);
            if (entry.Payload is { } payload && entry.PayloadHash == EvidenceHash.OfPayload(payload) && row.IsSealedBy(entry, purge: null))
            {
                return row;
            }
        }

        return null;
    }
}
