using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>That the office recorded an edition of outside guidance as in force: "KCSIE 2025 in force from 1 September 2025".</summary>
/// <param name="Name">"KCSIE".</param>
/// <param name="From">First day in force.</param>
[Evidence("EditionRecorded", "EditionsInForce", "edition")]
public sealed record EditionInForce(Guid Id, DateTimeOffset At, string Name, int Year, DateOnly From, string RecordedBy) : SealedRecord(Id, At)
{
    public override string Form => "edition/1";

    [JsonIgnore]
    public Edition Edition => new(Name, Year);

    /// <summary>The newest edition in force on a day that supersedes the one a policy is based on.</summary>
    /// <param name="basedOn">As the policy says: "KCSIE 2024"; null where it does not say.</param>
    /// <returns>Null where none does.</returns>
    public static EditionInForce? Superseding(string? basedOn, IEnumerable<EditionInForce> editions, DateOnly day) =>
        Edition.TryParse(basedOn) is { } own
            ? editions.Where(edition => edition.From <= day && own.IsSupersededBy(edition.Edition)).MaxBy(edition => edition.Year)
            : null;
}
