using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>Answers anyone who holds one of the school's papers. It tells nothing to someone who only guesses, and keeps nothing of what it is shown.</summary>
public sealed class PaperCheckQuery(IDbContextFactory<InductionDb> factory, SigningKeyStore keys, EvidenceSigner signatures)
{
    /// <param name="written">A code as it was typed or scanned.</param>
    public async Task<CheckedRecord> OfCodeAsync(string? written, CancellationToken cancellationToken)
    {
        if (PaperCode.Parse(written) is not { } code)
        {
            return new CheckedRecord.Unknown();
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var entry = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Number == code.Number, cancellationToken);
        if (entry is null || entry.Kind != EvidenceKind.PolicySigned || !code.Names(entry))
        {
            return new CheckedRecord.Unknown();
        }

        if (entry.Payload is not { } payload)
        {
            return new CheckedRecord.Deleted(code);
        }

        return Holds(entry) && Facts(payload) is { } facts
            ? new CheckedRecord.Known(await SignatureAsync(db, entry, facts, cancellationToken))
            : new CheckedRecord.Broken(code);
    }

    /// <param name="file">As it was dropped in; any bytes.</param>
    public async Task<CheckedFile> OfFileAsync(byte[] file, CancellationToken cancellationToken)
    {
        var verdict = PdfVerifier.Verify(file);
        var properties = verdict is PdfVerdict.NotPdf ? new PdfProperties(null, null) : PdfProperties.Read(file);
        var record = properties.Identifier is { } identifier ? await OfCodeAsync(identifier, cancellationToken) : null;
        var copy = (record as CheckedRecord.Known)?.Signature.Copy;
        var givenAt = copy is not null && copy.FileHash == Sha256Hex.Compute(file) ? copy.At : (DateTimeOffset?)null;
        return new CheckedFile(givenAt is null ? Seal(verdict) : PdfSignatureState.Holds, properties.Title, record)
        {
            StampedAt = verdict is PdfVerdict.Intact { StampedBy: { } service } intact && keys.KnowsService(service) ? intact.StampedAt : null,
            GivenAt = givenAt,
        };
    }

    private PdfSignatureState Seal(PdfVerdict verdict) =>
        verdict switch
        {
            PdfVerdict.NotPdf => PdfSignatureState.NotPdf,
            PdfVerdict.Unsealed => PdfSignatureState.None,
            PdfVerdict.Altered => PdfSignatureState.Altered,
            PdfVerdict.Extended extended => keys.AreOurs(extended.Certificate) ? PdfSignatureState.AddedTo : PdfSignatureState.NotOurs,
            PdfVerdict.Intact intact => keys.AreOurs(intact.Certificate) ? PdfSignatureState.Holds : PdfSignatureState.NotOurs,
            _ => throw new InvalidOperationException("The seal can be described in no word."),
        };

    /// <summary>
    /// The whole chain is checked elsewhere; a single entry can still be asked whether it says what was sealed, and whether the school signed it.
    /// </summary>
    private bool Holds(EvidenceEntry entry) =>
        entry.PayloadHash == Domain.Evidence.EvidenceHash.OfPayload(entry.Payload!)
        && entry.Hash == Domain.Evidence.EvidenceHash.OfEntry(entry)
        && signatures.Check()?.Invoke(entry) is null;

    private static AttestationFacts? Facts(string payload)
    {
        try
        {
            return AttestationFacts.Parse(payload);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<CheckedSignature> SignatureAsync(InductionDb db, EvidenceEntry entry, AttestationFacts facts, CancellationToken cancellationToken)
    {
        var id = new AttestationId(facts.Attestation);
        var corrections = await db
            .Corrections.AsNoTracking()
            .Where(row => row.AttestationId == id)
            .OrderBy(row => row.EvidenceNumber)
            .Select(row => new CheckedCorrection(row.Does, row.At))
            .ToListAsync(cancellationToken);
        var copy = await db
            .CopiesGiven.AsNoTracking()
            .Where(row => row.AttestationId == id)
            .OrderBy(row => row.EvidenceNumber)
            .FirstOrDefaultAsync(cancellationToken);
        var policy = new PolicyId(facts.Policy.Id);
        var latest = await db
            .Versions.AsNoTracking()
            .Where(row => row.PolicyId == policy && row.Number > facts.Policy.Number)
            .OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.PublishedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return new CheckedSignature(
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
            corrections,
            latest is null ? null : new CheckedVersion(latest.Number, LondonTime.DateIn(latest.PublishedAt)),
            copy,
            facts.IsDemonstration
        );
    }
}
