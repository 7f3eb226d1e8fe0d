using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

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
        Converters =
        {
            new JsonStringEnumConverter(),
            new IdJson<StaffId>(value => new StaffId(value), id => id.Value),
            new IdJson<PolicyId>(value => new PolicyId(value), id => id.Value),
            new IdJson<VersionId>(value => new VersionId(value), id => id.Value),
            new IdJson<AttestationId>(value => new AttestationId(value), id => id.Value),
        },
    };

    internal static T Parse<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The sealed facts are empty.");

    /// <summary>An id as its bare value.</summary>
    private sealed class IdJson<T>(Func<Guid, T> make, Func<T, Guid> valueOf) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(valueOf(value));
    }
}
