using System.Text.Json;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What entry 1 seals: which school it is, and with which key its evidence begins. All trust in later keys comes from here.</summary>
/// <param name="Form">"school/1".</param>
/// <param name="Software">That set the school up.</param>
public sealed record SetUpFacts(string Form, string School, string Software, bool IsDemonstration, KeyFacts Key)
{
    public static SetUpFacts Of(string school, string software, bool isDemonstration, KeyFacts key) => new("school/1", school, software, isDemonstration, key);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static SetUpFacts Parse(string json) => SealedJson.Parse<SetUpFacts>(json);
}
