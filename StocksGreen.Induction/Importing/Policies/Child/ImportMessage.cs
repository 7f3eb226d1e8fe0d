using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pages;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies.Child;

/// <summary>What goes to the process that reads a document, and what comes back.</summary>
/// <remarks>There: the length of the name (four bytes, little endian), the name in UTF-8, the bytes of the file to the end. Back: one JSON object.</remarks>
internal static class ImportMessage
{
    private const int LongestName = 4_000;
    private const int DeepestJson = 512;

    private static readonly Type[] Blocks =
    [
        typeof(Paragraph),
        typeof(Subheading),
        typeof(BulletList),
        typeof(NumberedList),
        typeof(Table),
        typeof(Picture),
        typeof(Callout),
    ];

    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        MaxDepth = DeepestJson,
        Converters = { new RichTextConverter(), new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBlocks } },
    };

    /// <summary>The largest answer: three times the largest document, because pictures grow by a third and tables name their cells.</summary>
    public const int LargestAnswerInBytes = 120 * 1024 * 1024;

    public static byte[] Ask(string fileName, ReadOnlySpan<byte> file)
    {
        var name = Encoding.UTF8.GetBytes(fileName.Length > LongestName ? fileName[^LongestName..] : fileName);
        var asked = new byte[4 + name.Length + file.Length];
        BinaryPrimitives.WriteInt32LittleEndian(asked, name.Length);
        name.CopyTo(asked, 4);
        file.CopyTo(asked.AsSpan(4 + name.Length));
        return asked;
    }

    /// <exception cref="InvalidDataException">It is no question.</exception>
    public static (string FileName, ReadOnlyMemory<byte> File) ReadAsk(ReadOnlyMemory<byte> asked)
    {
        var length = asked.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(asked.Span);
        return length < 0 || length > asked.Length - 4
            ? throw new InvalidDataException("The document did not come as a question.")
            : (Encoding.UTF8.GetString(asked.Span.Slice(4, length)), asked[(4 + length)..]);
    }

    public static byte[] Answer(ImportOutcome outcome) =>
        JsonSerializer.SerializeToUtf8Bytes(
            outcome switch
            {
                ImportOutcome.Refused refused => new Wire(refused.Sentence, refused.MayBePublishedAsPages, null),
                ImportOutcome.Imported imported => new Wire(null, false, imported),
                _ => throw new InvalidOperationException("A document was neither imported nor refused."),
            },
            Options
        );

    /// <returns>Null for what is no answer.</returns>
    public static ImportOutcome? ReadAnswer(ReadOnlySpan<byte> answer)
    {
        try
        {
            return JsonSerializer.Deserialize<Wire>(answer, Options) switch
            {
                { Imported: { Policy: not null } imported } => imported,
                { Refusal: { Length: > 0 } sentence } wire => new ImportOutcome.Refused(sentence) { MayBePublishedAsPages = wire.MayBePublishedAsPages },
                _ => null,
            };
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    public static byte[] Answer(PagesOutcome outcome) =>
        JsonSerializer.SerializeToUtf8Bytes(
            outcome switch
            {
                PagesOutcome.Refused refused => new PagesWire(refused.Sentence, null),
                PagesOutcome.Read read => new PagesWire(null, read.Pages),
                _ => throw new InvalidOperationException("Pages were neither read nor refused."),
            },
            Options
        );

    /// <returns>Null for what is no answer.</returns>
    public static PagesOutcome? ReadPages(ReadOnlySpan<byte> answer)
    {
        try
        {
            return JsonSerializer.Deserialize<PagesWire>(answer, Options) switch
            {
                { Pages: { Count: > 0 and <= PageLimits.MostPages } pages } when pages.All(page => page.Words is not null) => new PagesOutcome.Read(pages),
                { Refusal: { Length: > 0 } sentence } => new PagesOutcome.Refused(sentence),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    private static void NameBlocks(JsonTypeInfo info)
    {
        if (info.Type != typeof(Block))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization };
        foreach (var block in Blocks)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(block, block.Name));
        }
    }

    private sealed record Wire(string? Refusal, bool MayBePublishedAsPages, ImportOutcome.Imported? Imported);

    private sealed record PagesWire(string? Refusal, IReadOnlyList<PageOfFile>? Pages);

    /// <summary>The Markdown is the value of a text.</summary>
    private sealed class RichTextConverter : JsonConverter<RichText>
    {
        public override RichText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RichText.FromMarkdown(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, RichText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Markdown);
    }
}
