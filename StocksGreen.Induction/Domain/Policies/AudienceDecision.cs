namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A later decision on who must do what with a published version. The version itself and its signatures stay as they are.</summary>
public sealed class AudienceDecision
{
    private AudienceDecision()
    {
    }

    /// <param name="decidedAt">UTC.</param>
    /// <param name="evidenceNumber">The entry that seals it.</param>
    public AudienceDecision(Guid id, VersionId versionId, IReadOnlyList<AudienceDuty> duties, DateTimeOffset decidedAt, string decidedBy, long evidenceNumber)
    {
        Id = id;
        VersionId = versionId;
        Duties = duties;
        DecidedAt = decidedAt;
        DecidedBy = decidedBy;
        EvidenceNumber = evidenceNumber;
    }

    public Guid Id { get; private set; }

    public VersionId VersionId { get; private set; }

    public IReadOnlyList<AudienceDuty> Duties { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public long EvidenceNumber { get; private set; }
}
