using System.Text.Json;
using System.Text.Json.Serialization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What is sealed when another key begins to sign.</summary>
/// <param name="Form">"key/1".</param>
/// <param name="VouchedBy">
/// Fingerprint of the earlier key that signs this entry and so vouches for the new one. Null where it was lost: then the new key signs for itself, and every
/// later paper says so.
/// </param>
/// <param name="By">Who took it into use.</param>
public sealed record KeyChangeFacts(
    string Form,
    KeyFacts Key,
    string By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? VouchedBy = null
)
{
    public static KeyChangeFacts Of(KeyFacts key, string by, string? vouchedBy) => new("key/1", key, by, vouchedBy);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static KeyChangeFacts Parse(string json) => SealedJson.Parse<KeyChangeFacts>(json);
}
