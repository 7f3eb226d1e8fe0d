using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>What is sealed when a part is confirmed.</summary>
/// <param name="Form">"section/1".</param>
/// <param name="ShownAt">UTC; when the part was first shown; null where it was not recorded.</param>
/// <param name="ConfirmedAt">UTC.</param>
/// <param name="EndReachedAt">UTC; when the end of the text first came into view; null where it was not recorded.</param>
/// <remarks>These facts are emptied 30 days after the signature: what stays is that the part was confirmed, and when.</remarks>
public sealed record SectionFacts(
    string Form,
    Guid Person,
    Guid Version,
    int Ordinal,
    string Heading,
    string Hash,
    DateTimeOffset? ShownAt,
    DateTimeOffset ConfirmedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? EndReachedAt = null
)
{
    public const string CurrentForm = "section/1";

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static SectionFacts Parse(string json) => SealedJson.Parse<SectionFacts>(json);
}
