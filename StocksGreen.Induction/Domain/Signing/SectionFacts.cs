using System.Text.Json;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is sealed when a part is confirmed.</summary>
/// <param name="Form">"section/1".</param>
/// <param name="ShownAt">UTC; null where it was not recorded.</param>
/// <param name="ConfirmedAt">UTC.</param>
public sealed record SectionFacts(
    string Form,
    Guid Person,
    Guid Version,
    int Ordinal,
    string Heading,
    string Hash,
    DateTimeOffset? ShownAt,
    DateTimeOffset ConfirmedAt)
{
    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static SectionFacts Parse(string json) => SealedJson.Parse<SectionFacts>(json);
}
