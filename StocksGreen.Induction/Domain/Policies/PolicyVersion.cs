using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A published version of a policy. It never changes: a correction is a new version.</summary>
/// <remarks>
/// Not a <see cref="SealedRecord"/>: its entry holds the hashes of a text that may fill forty pages, not the text. It is the subject of its entry, because a
/// version is complete before there is an entry.
/// </remarks>
[Evidence("PolicyPublished", "PolicyVersions", "version")]
public sealed class PolicyVersion
{
    private IReadOnlyList<PolicyPart>? parts;

    private PolicyVersion() { }

    private PolicyVersion(
        VersionId id,
        PolicyId policyId,
        int number,
        PolicyContent text,
        Release release,
        DateTimeOffset publishedAt,
        string publishedBy,
        string sourceName,
        OriginalFile? original,
        FidelityRecord? fidelity,
        ExtractRecord? extract,
        DateOnly inForceFrom
    )
    {
        Id = id;
        PolicyId = policyId;
        Number = number;
        Text = text.WithoutPages();
        Release = release;
        TextHash = Sha256Hex.Compute(PolicyMarkdown.Whole(text));
        PublishedAt = publishedAt;
        PublishedBy = publishedBy;
        SourceName = sourceName;
        Original = original;
        Fidelity = fidelity;
        Extract = extract;
        InForceFrom = inForceFrom;
    }

    public VersionId Id { get; private set; }

    public PolicyId PolicyId { get; private set; }

    /// <summary>1 for the first published version, then counting up.</summary>
    public int Number { get; private set; }

    public PolicyContent Text { get; private set; } = null!;

    /// <summary>What was decided with its publication: why, what changed, and who must do what.</summary>
    public Release Release { get; private set; } = null!;

    /// <summary>SHA-256 of the canonical Markdown of the whole text.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Name of the person who published it, as at publishing.</summary>
    public string PublishedBy { get; private set; } = "";

    /// <summary>Name of the file that it was imported from.</summary>
    public string SourceName { get; private set; } = "";

    /// <summary>That file, which is kept; null where the text was not read from one, or none was recorded.</summary>
    public OriginalFile? Original { get; private set; }

    /// <summary>How that file was read, and what was decided about it; null where there was nothing to decide.</summary>
    public FidelityRecord? Fidelity { get; private set; }

    /// <summary>Which parts of that file it is; null where it is all of it, or none was recorded.</summary>
    public ExtractRecord? Extract { get; private set; }

    /// <summary>"Version 1".</summary>
    public string Label => $"Version {Number}";

    /// <summary>First London date on which it may be in force; never before <see cref="PublishedOn"/>.</summary>
    public DateOnly InForceFrom { get; private set; }

    /// <summary>London date of its publication.</summary>
    public DateOnly PublishedOn => LondonTime.DateIn(PublishedAt);

    /// <summary>Key details and sections in reading order.</summary>
    public IReadOnlyList<PolicyPart> Parts => parts ??= PolicyMarkdown.Parts(Text);

    /// <summary>Freezes a text as a version.</summary>
    /// <param name="publishedAt">UTC, whole milliseconds.</param>
    /// <param name="inForceFrom">Date in Europe/London; null for at once.</param>
    public static PolicyVersion Publish(
        VersionId id,
        PolicyId policyId,
        int number,
        PolicyContent text,
        Release release,
        DateTimeOffset publishedAt,
        string publishedBy,
        string sourceName,
        OriginalFile? original = null,
        FidelityRecord? fidelity = null,
        ExtractRecord? extract = null,
        DateOnly? inForceFrom = null
    )
    {
        var on = LondonTime.DateIn(publishedAt);
        var from = inForceFrom > on ? inForceFrom.Value : on;
        return new(id, policyId, number, text, release, publishedAt, publishedBy, sourceName, original, fidelity, extract, from);
    }

    /// <summary>How its review stands on a London date.</summary>
    public ReviewStatus ReviewOn(DateOnly today) => ReviewStatus.Create(Text.NextReview, today);
}
