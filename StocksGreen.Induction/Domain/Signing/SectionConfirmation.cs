using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>That a person confirmed one part of a version.</summary>
public sealed class SectionConfirmation
{
    private SectionConfirmation()
    {
    }

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
}
