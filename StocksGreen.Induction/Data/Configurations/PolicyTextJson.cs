using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Data.Configurations;

/// <summary>
/// How a policy's text is stored: JSON in one column. Hashes cover the canonical Markdown, and <c>evidence verify</c> asks that the column holds exactly what
/// is written here,
/// so a field that is added later must be left out where it is null.
/// </summary>
internal static class PolicyTextJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        // A text that lacks something is no text: no one may meet half a policy.
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new RichTextConverter(), new ReviewMonthConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBlocks } },
    };

    internal static string Write(PolicyContent text) => JsonSerializer.Serialize(text, Options);

    internal static PolicyContent Read(string json) =>
        JsonSerializer.Deserialize<PolicyContent>(json, Options) ?? throw new JsonException("A stored policy has no text.");

    private static void NameBlocks(JsonTypeInfo info)
    {
        if (info.Type == typeof(Block))
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "block",
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(Paragraph), "paragraph"),
                    new JsonDerivedType(typeof(Subheading), "subheading"),
                    new JsonDerivedType(typeof(BulletList), "bullets"),
                    new JsonDerivedType(typeof(NumberedList), "numbered"),
                    new JsonDerivedType(typeof(Table), "table"),
                    new JsonDerivedType(typeof(Picture), "picture"),
                    new JsonDerivedType(typeof(Callout), "callout"),
                },
            };
        }
    }

    private sealed class RichTextConverter : JsonConverter<RichText>
    {
        public override RichText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RichText.FromMarkdown(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, RichText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Markdown);
    }

    private sealed class ReviewMonthConverter : JsonConverter<ReviewMonth>
    {
        public override ReviewMonth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReviewMonth.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, ReviewMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
