using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>Something that is recorded once and sealed as it is: the row in the database and the facts in the evidence say the same, field by field.</summary>
/// <remarks>A new kind is one such record with an <see cref="EvidenceAttribute"/>, and a migration.</remarks>
/// <param name="Id">Of this record; the subject of its entry.</param>
/// <param name="At">UTC, from the server's clock, whole milliseconds.</param>
public abstract record SealedRecord(Guid Id, DateTimeOffset At) : ISealedRow
{
    /// <summary>The entry that seals it.</summary>
    [JsonIgnore]
    public long EvidenceNumber { get; init; }

    /// <summary>How to read the facts: "question/1". A later form of the same facts has a new number.</summary>
    public abstract string Form { get; }

    /// <summary>The facts as they are sealed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GetType(), SealedJson.Options);

    /// <inheritdoc/>
    /// <remarks>
    /// Of an entry whose facts were purged id and time are compared, and where a name was taken out of the row, what it says since.
    /// </remarks>
    public bool IsSealedBy(EvidenceEntry entry, PurgeFacts? purge) =>
        entry.Payload is { } payload
            ? JsonNode.DeepEquals(JsonNode.Parse(payload), JsonNode.Parse(ToJson()))
            : entry.At == At
                && string.Equals(entry.Subject, Id.ToString(), StringComparison.Ordinal)
                && (purge?.Kept is not { } kept || string.Equals(kept, KeptHash(), StringComparison.Ordinal));

    /// <summary>SHA-256 of what the row says.</summary>
    public string KeptHash() => EvidenceHash.OfPayload(ToJson());
}
