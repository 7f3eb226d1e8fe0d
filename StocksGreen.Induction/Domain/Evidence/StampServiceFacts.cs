using System.Text.Json;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What is sealed when an outside service stamps one of the school's seals for the first time.</summary>
/// <param name="Form">"stamp-service/1".</param>
/// <param name="Service">Its certificate.</param>
public sealed record StampServiceFacts(string Form, KeyFacts Service)
{
    public static StampServiceFacts Of(KeyFacts service) => new("stamp-service/1", service);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static StampServiceFacts Parse(string json) => SealedJson.Parse<StampServiceFacts>(json);
}
