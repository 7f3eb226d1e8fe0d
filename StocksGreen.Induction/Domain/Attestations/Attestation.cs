using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>That a person signed a version. What was signed and how stands in the evidence entry; this row only finds it.</summary>
/// <remarks>
/// Not a <see cref="SealedRecord"/>: what a signature seals (<see cref="AttestationFacts"/>) is a hundred fields that stand in the entry once, and are not
/// stored next to it a second time.
/// </remarks>
[Evidence("PolicySigned", "Attestations", "attestation")]
public sealed class Attestation : ISealedRow
{
    private Attestation() { }

    public Attestation(AttestationId id, StaffId staffId, VersionId versionId, Duty duty, DateTimeOffset signedAt, long evidenceNumber, bool isOnPaper = false)
    {
        Id = id;
        StaffId = staffId;
        VersionId = versionId;
        Duty = duty;
        SignedAt = signedAt;
        EvidenceNumber = evidenceNumber;
        IsOnPaper = isOnPaper;
    }

    public AttestationId Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public VersionId VersionId { get; private set; }

    /// <summary>How deep the signature is: full, or short.</summary>
    public Duty Duty { get; private set; }

    /// <summary>UTC, server clock, whole milliseconds.</summary>
    public DateTimeOffset SignedAt { get; private set; }

    public long EvidenceNumber { get; private set; }

    /// <summary>True where the person signed on paper and someone witnessed it.</summary>
    public bool IsOnPaper { get; private set; }

    /// <inheritdoc/>
    public bool IsSealedBy(EvidenceEntry entry, PurgeFacts? purge)
    {
        if (entry.Payload is not { } payload)
        {
            return entry.At == SignedAt && string.Equals(entry.Subject, Id.ToString(), StringComparison.Ordinal);
        }

        var facts = AttestationFacts.Parse(payload);
        return (facts.Attestation, facts.Signer.Id, facts.Policy.Version, facts.Scope.Duty, facts.Time.SignedAt, facts.Paper is not null)
            == (Id.Value, StaffId.Value, VersionId.Value, Duty.ToString(), SignedAt, IsOnPaper);
    }
}
