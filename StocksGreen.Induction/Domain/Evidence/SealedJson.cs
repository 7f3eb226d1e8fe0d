using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>How facts are written before they are sealed. The written text is what is stored and hashed, so reading it never needs the same writer.</summary>
internal static class SealedJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(), new EntityIdJson() },
    };

    internal static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The sealed facts are empty.");
}
