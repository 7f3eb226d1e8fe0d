namespace StocksGreen.Induction.Domain.Policies;

/// <summary>That the office recorded an edition of outside guidance as in force: "KCSIE 2025 in force from 1 September 2025".</summary>
public sealed class EditionInForce
{
    private EditionInForce()
    {
    }

    /// <param name="from">First day in force.</param>
    /// <param name="recordedAt">UTC.</param>
    /// <param name="evidenceNumber">The entry that seals it.</param>
    public EditionInForce(Guid id, Edition edition, DateOnly from, DateTimeOffset recordedAt, string recordedBy, long evidenceNumber)
    {
        Id = id;
        Name = edition.Name;
        Year = edition.Year;
        From = from;
        RecordedAt = recordedAt;
        RecordedBy = recordedBy;
        EvidenceNumber = evidenceNumber;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public int Year { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public long EvidenceNumber { get; private set; }

    public Edition Edition => new(Name, Year);

    /// <summary>The newest edition in force on a day that supersedes the one a policy is based on.</summary>
    /// <param name="basedOn">As the policy says: "KCSIE 2024"; null where it does not say.</param>
    /// <returns>Null where none does.</returns>
    public static EditionInForce? Superseding(string? basedOn, IEnumerable<EditionInForce> editions, DateOnly day) =>
        Edition.TryParse(basedOn) is { } own ? editions.Where(edition => edition.From <= day && own.IsSupersededBy(edition.Edition)).MaxBy(edition => edition.Year) : null;
}
