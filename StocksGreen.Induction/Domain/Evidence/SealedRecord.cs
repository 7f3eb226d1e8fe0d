using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>Something that is recorded once and sealed as it is: the row in the database and the facts in the evidence say the same, field by field.</summary>
/// <param name="Id">Of this record; the subject of its entry.</param>
/// <param name="At">UTC, from the server's clock, whole milliseconds.</param>
public abstract record SealedRecord(Guid Id, DateTimeOffset At)
{
    /// <summary>The entry that seals it.</summary>
    [JsonIgnore]
    public long EvidenceNumber { get; init; }

    /// <summary>How to read the facts: "question/1". A later form of the same facts has a new number.</summary>
    public abstract string Form { get; }

    /// <summary>What the entry proves.</summary>
    public abstract EvidenceKind Proves();

    /// <summary>The facts as they are sealed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GetType(), SealedJson.Options);

    /// <summary>Whether the entry sealed just this; of one whose facts were purged only id and time can be compared.</summary>
    /// <exception cref="JsonException">The sealed facts are no JSON.</exception>
    public bool IsSealedBy(EvidenceEntry entry) => entry.Payload is { } payload
        ? JsonNode.DeepEquals(JsonNode.Parse(payload), JsonNode.Parse(ToJson()))
        : entry.At == At && string.Equals(entry.Subject, Id.ToString(), StringComparison.Ordinal);
}
