using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Configurations;

/// <summary>A value written as JSON in one column, enumerations by their names.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(value => Write(value), json => Read(json))
    where T : class
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(), new EntityIdJson() },
    };

    /// <summary>Two values are the same when they are written alike.</summary>
    internal static ValueComparer<T> Comparer { get; } =
        new(
            (one, other) => one == other || (one != null && other != null && Write(one) == Write(other)),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => value
        );

    private static string Write(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is empty.");
}
