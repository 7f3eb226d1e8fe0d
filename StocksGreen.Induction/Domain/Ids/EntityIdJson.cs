using System.Text.Json;
using System.Text.Json.Serialization;

namespace StocksGreen.Induction.Domain.Ids;

/// <summary>Writes every id as its bare value, and reads it back.</summary>
public sealed class EntityIdJson : JsonConverterFactory
{
    /// <summary>Whether a type is an id.</summary>
    public static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEntityId<>));

    public override bool CanConvert(Type typeToConvert) => IsId(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OfOne<>).MakeGenericType(typeToConvert))!;

    private sealed class OfOne<T> : JsonConverter<T>
        where T : struct, IEntityId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
