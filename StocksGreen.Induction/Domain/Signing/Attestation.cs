using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>That a person signed a version. What was signed and how stands in the evidence entry; this row only finds it.</summary>
public sealed class Attestation
{
    private Attestation()
    {
    }

    public Attestation(AttestationId id, StaffId staffId, VersionId versionId, Duty duty, DateTimeOffset signedAt, long evidenceNumber)
    {
        Id = id;
        StaffId = staffId;
        VersionId = versionId;
        Duty = duty;
        SignedAt = signedAt;
        EvidenceNumber = evidenceNumber;
    }

    public AttestationId Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public VersionId VersionId { get; private set; }

    /// <summary>How deep the signature is: full, or short.</summary>
    public Duty Duty { get; private set; }

    /// <summary>UTC, server clock, whole milliseconds.</summary>
    public DateTimeOffset SignedAt { get; private set; }

    public long EvidenceNumber { get; private set; }

    /// <summary>Decides whether a signature stands, and what it seals.</summary>
    /// <param name="signature">What the person ticked and typed.</param>
    /// <param name="ledger">What the person has confirmed of this version.</param>
    /// <param name="context">Who, how proved, when, under which school and software.</param>
    /// <returns>The facts to seal, or every reason why not, in the order of the form.</returns>
    public static SignatureDecision Sign(SignatureForm signature, ReadingLedger ledger, SigningContext context)
    {
        var refusals = signature.Refusals(context.Signer.FullName, context.Statements).ToList();
        if (!ledger.IsComplete)
        {
            var open = ledger.Parts.Count - ledger.ConfirmedCount;
            refusals.Insert(0, new Refusal("parts", open == 1 ? "Confirm the one part that is still open first." : $"Confirm the {open} parts that are still open first."));
        }

        return refusals.Count > 0 ? new SignatureDecision.Refused(refusals) : new SignatureDecision.Accepted(Facts(signature, ledger, context));
    }

    private static AttestationFacts Facts(SignatureForm signature, ReadingLedger ledger, SigningContext context)
    {
        var version = ledger.Version;
        var assignment = ledger.Assignment;
        var signedAt = Seal.ToWholeMilliseconds(context.At);
        var review = version.ReviewOn(LondonTime.DateIn(signedAt));
        var offset = LondonTime.Offset(signedAt);
        return new AttestationFacts(
            AttestationFacts.CurrentForm,
            AttestationFacts.Electronic,
            context.Id.Value,
            context.School,
            new(context.Signer.Id.Value, context.Signer.FullName, context.Signer.Email, context.Signer.JobTitle, context.Signer.Audience.Singular()),
            new(context.Actor.Proof.Method, context.Actor.Proof.At, context.Actor.Session, context.Actor.Address, context.Actor.Browser),
            new(
                version.PolicyId.Value,
                version.Id.Value,
                version.Text.Title,
                version.Number,
                version.PublishedOn,
                version.PublishedBy,
                version.TextHash,
                version.Text.KeyDetails,
                version.Text.BasedOn,
                version.Text.NextReview?.ToString(),
                review.Phrase,
                review.IsOverdue,
                context.DueOn),
            [.. ledger.Parts.Select(part => new AttestationFacts.PartFacts(
                part.Part.Ordinal, part.Part.Heading, part.Part.Hash, part.Confirmation!.ShownAt, part.Confirmation.ConfirmedAt, part.Confirmation.EvidenceNumber))],
            new(context.Statements.Read, context.Statements.Understood, context.Statements.Consent, context.Statements.Button, signature.TypedName),
            new(signedAt, LondonTime.ZoneId, LondonTime.ZoneName(signedAt), (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture), "server"),
            context.Software,
            context.IsDemonstration,
            new(
                assignment.Duty.ToString(),
                assignment.Since is { } since ? new(since.Attestation.Id.Value, since.Version.Number, since.Version.TextHash, since.Attestation.SignedAt) : null,
                assignment.Removed),
            [.. context.KeyRoles.OrderBy(held => held.Key).Select(held => new AttestationFacts.RoleFacts(held.Key.ToString(), held.Value.Holder, held.Value.From))]);
    }
}
