using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>Writes what an import recognised as JSON, for people and programs that check it.</summary>
public static class PolicyInspection
{
    // The result is a document, not part of a web page: apostrophes and accents stay readable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object: title, school, keyDetails, preamble, sections, linkedPolicies, basedOn, nextReview, warnings, in this order.</summary>
    /// <returns>Indented JSON. Texts carry emphasis as Markdown; a review month reads "2025-10"; what the policy does not say is null.</returns>
    public static string ToJson(ImportOutcome.Imported imported)
    {
        ArgumentNullException.ThrowIfNull(imported);
        var policy = imported.Policy;
        var json = new JsonObject
        {
            ["title"] = policy.Title,
            ["school"] = policy.School,
            ["keyDetails"] = ToArray(policy.KeyDetails, detail => new JsonObject { ["name"] = detail.Name, ["value"] = detail.Value }),
            ["preamble"] = ToBlocks(policy.Preamble),
            ["sections"] = ToArray(policy.Sections, ToJson),
            ["linkedPolicies"] = ToArray(policy.LinkedPolicies, title => JsonValue.Create(title)),
            ["basedOn"] = policy.BasedOn,
            ["nextReview"] = policy.NextReview?.ToString(),
            ["warnings"] = ToArray(imported.Warnings, warning => JsonValue.Create(warning)),
        };
        return json.ToJsonString(Readable);
    }

    private static JsonObject ToJson(PolicySection section) =>
        new()
        {
            ["number"] = section.Number,
            ["title"] = section.Title,
            ["level"] = section.Level,
            ["blocks"] = ToBlocks(section.Blocks),
        };

    private static JsonObject ToJson(Block block) =>
        block switch
        {
            Paragraph paragraph => new JsonObject { ["paragraph"] = ToText(paragraph.Text) },
            Subheading heading => new JsonObject { ["paragraph"] = ToText(heading.Text) },
            BulletList list => new JsonObject { ["bullets"] = ToArray(list.Items, ToBullet) },
            NumberedList list => new JsonObject { ["numbered"] = ToArray(list.Items, ToJson) },
            Table table => new JsonObject { ["table"] = ToJson(table) },
            Picture picture => new JsonObject
            {
                ["picture"] = new JsonObject
                {
                    ["alt"] = picture.Alt,
                    ["decorative"] = picture.IsDecorative,
                    ["width"] = picture.Width,
                    ["height"] = picture.Height,
                    ["sha256"] = picture.Sha256,
                },
            },
            _ => throw new NotSupportedException($"A {block.GetType().Name} has no JSON form."),
        };

    /// <summary>A box has no form of its own: what it holds stands where it stands.</summary>
    private static JsonArray ToBlocks(IEnumerable<Block> blocks) => ToArray(blocks.SelectMany(block => block is Callout box ? box.Blocks : [block]), ToJson);

    private static JsonObject ToBullet(ListItem item) =>
        new()
        {
            ["text"] = ToText(item.Text),
            ["nested"] = new JsonArray([
                .. item.Nested.SelectMany(block =>
                    block is BulletList list ? list.Items.Select(ToBullet) : ToBlocks([block]).Select(node => node!.DeepClone())
                ),
            ]),
        };

    private static JsonObject ToJson(ListItem item) =>
        new()
        {
            ["label"] = item.Label,
            ["text"] = ToText(item.Text),
            ["nested"] = ToBlocks(item.Nested),
        };

    private static JsonObject ToJson(Table table) =>
        new()
        {
            ["caption"] = table.Caption.Markdown.Length == 0 ? null : ToText(table.Caption),
            ["headerRows"] = table.HeaderRows,
            ["headerColumns"] = table.HeaderColumns,
            ["rows"] = ToArray(
                table.Rows,
                row =>
                    ToArray(
                        row.Cells,
                        cell => new JsonObject
                        {
                            ["text"] = string.Join(' ', BlockText.Texts(cell.Blocks).Select(ToText)),
                            ["blocks"] = ToBlocks(cell.Blocks),
                            ["columns"] = cell.Columns,
                            ["rows"] = cell.Rows,
                        }
                    )
            ),
        };

    /// <summary>Emphasis of any kind in asterisks, raised and lowered words in braces, marks of notes in brackets; addresses stand apart.</summary>
    public static string ToText(RichText text) =>
        RichText
            .FromRuns(
                text.Runs.Select(run =>
                    run with
                    {
                        Link = null,
                        Style = (run.IsEmphasised ? TextStyle.Italic : TextStyle.Plain) | (run.Style & (TextStyle.Superscript | TextStyle.Subscript)),
                    }
                )
            )
            .Markdown;

    private static JsonArray ToArray<T>(IEnumerable<T> items, Func<T, JsonNode?> toJson) => new([.. items.Select(toJson)]);
}
