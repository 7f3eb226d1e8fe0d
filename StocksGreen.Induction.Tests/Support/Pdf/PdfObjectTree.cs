using System.Text.Json;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>The objects of a file as qpdf lists them.</summary>
internal sealed class PdfObjectTree
{
    private readonly Dictionary<string, JsonElement> objects;

    private PdfObjectTree(Dictionary<string, JsonElement> objects) => this.objects = objects;

    /// <summary>In the order of the pages.</summary>
    public IEnumerable<JsonElement> LinkAnnotations =>
        PagesWithAnnotations
            .SelectMany(page => Find(page.GetProperty("/Annots")).EnumerateArray().Select(Find))
            .Where(annotation => annotation.GetProperty("/Subtype").GetString() == "/Link");

    public IEnumerable<JsonElement> PagesWithAnnotations => Pages.Select(page => objects[page]).Where(page => page.TryGetProperty("/Annots", out _));

    private IEnumerable<string> Pages => Dictionaries("/Pages").SelectMany(tree => tree.GetProperty("/Kids").EnumerateArray().Select(kid => kid.GetString()!));

    public static async Task<PdfObjectTree> ReadAsync(byte[] pdf)
    {
        using var json = JsonDocument.Parse((await PdfTools.RunAsync(pdf, "qpdf", ["--json=2", "--json-key=qpdf"])).Output);
        return new PdfObjectTree(
            json.RootElement.GetProperty("qpdf")[1]
                .EnumerateObject()
                .Where(entry => entry.Name.StartsWith("obj:", StringComparison.Ordinal) && entry.Value.TryGetProperty("value", out _))
                .ToDictionary(entry => entry.Name["obj:".Length..], entry => entry.Value.GetProperty("value").Clone(), StringComparer.Ordinal)
        );
    }

    /// <summary>What a reference leads to; anything else is itself.</summary>
    public JsonElement Find(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && objects.TryGetValue(value.GetString()!, out var found) ? found : value;

    /// <param name="reference">"12 0 R".</param>
    /// <returns>From 1.</returns>
    public int PageOf(string reference) => Pages.Index().Single(page => page.Item == reference).Index + 1;

    /// <summary>The element under a key of the tree of parents.</summary>
    public JsonElement ElementOf(int key)
    {
        var numbers = Find(Dictionaries("/StructTreeRoot").Single().GetProperty("/ParentTree")).GetProperty("/Nums");
        return Find(numbers.EnumerateArray().Chunk(2).Single(pair => pair[0].GetInt32() == key)[1]);
    }

    private IEnumerable<JsonElement> Dictionaries(string type) =>
        objects.Values.Where(value =>
            value.ValueKind is JsonValueKind.Object
            && value.TryGetProperty("/Type", out var name)
            && name.ValueKind is JsonValueKind.String
            && name.GetString() == type
        );
}
