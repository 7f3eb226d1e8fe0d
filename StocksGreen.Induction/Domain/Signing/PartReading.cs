using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>When a person had a part before them. It is no evidence by itself, and it is deleted 30 days after the signature.</summary>
public sealed class PartReading
{
    /// <summary>Days for which detailed times are kept after a signature.</summary>
    public const int KeptDays = 30;

    private PartReading() { }

    /// <param name="firstShownAt">UTC.</param>
    public PartReading(StaffId staffId, VersionId versionId, int ordinal, DateTimeOffset firstShownAt)
    {
        StaffId = staffId;
        VersionId = versionId;
        Ordinal = ordinal;
        FirstShownAt = firstShownAt;
    }

    public StaffId StaffId { get; private set; }

    public VersionId VersionId { get; private set; }

    public int Ordinal { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset FirstShownAt { get; private set; }

    /// <summary>UTC; null where it was not recorded: a browser without script does not tell.</summary>
    public DateTimeOffset? EndReachedAt { get; private set; }

    /// <summary>How often the part was opened again after it was confirmed and before the signature.</summary>
    public int Reopened { get; private set; }
}
