using System.Globalization;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>That a person confirmed one part of a version.</summary>
/// <remarks>
/// Not a <see cref="SealedRecord"/>: the entry also holds when the part was shown, which retention deletes 30 days after the signature, while this row stays.
/// So it
/// must be compared with what is left of its entry.
/// </remarks>
[Evidence("SectionConfirmed", "SectionConfirmations", "confirmation")]
public sealed class SectionConfirmation : ISealedRow
{
    private SectionConfirmation() { }

    /// <param name="ordinal">Which part: 0 is the key details.</param>
    /// <param name="confirmedAt">UTC.</param>
    /// <param name="evidenceNumber">The entry that seals it.</param>
    public SectionConfirmation(StaffId staffId, VersionId versionId, int ordinal, DateTimeOffset confirmedAt, long evidenceNumber)
    {
        StaffId = staffId;
        VersionId = versionId;
        Ordinal = ordinal;
        ConfirmedAt = confirmedAt;
        EvidenceNumber = evidenceNumber;
    }

    public StaffId StaffId { get; private set; }

    public VersionId VersionId { get; private set; }

    public int Ordinal { get; private set; }

    public DateTimeOffset ConfirmedAt { get; private set; }

    public long EvidenceNumber { get; private set; }

    /// <inheritdoc/>
    public bool IsSealedBy(EvidenceEntry entry, PurgeFacts? purge)
    {
        if (entry.Payload is not { } payload)
        {
            return (purge?.Person is not { } person || person == StaffId.Value)
                && entry.At == ConfirmedAt
                && string.Equals(entry.Subject, string.Create(CultureInfo.InvariantCulture, $"{VersionId}/{Ordinal}"), StringComparison.Ordinal);
        }

        var facts = SectionFacts.Parse(payload);
        return (facts.Person, facts.Version, facts.Ordinal, facts.ConfirmedAt) == (StaffId.Value, VersionId.Value, Ordinal, ConfirmedAt);
    }
}
