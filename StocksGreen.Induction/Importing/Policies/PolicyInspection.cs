using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StocksGreen.Induction.Domain.PolicyText;
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
            ["preamble"] = ToArray(policy.Preamble, ToJson),
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
            ["blocks"] = ToArray(section.Blocks, ToJson),
        };

    private static JsonObject ToJson(Block block) =>
        block switch
        {
            Paragraph paragraph => new JsonObject { ["paragraph"] = paragraph.Text.Markdown },
            BulletList list => new JsonObject { ["bullets"] = ToArray(list.Bullets, ToJson) },
            _ => throw new NotSupportedException($"A {block.GetType().Name} has no JSON form."),
        };

    private static JsonObject ToJson(Bullet bullet) => new() { ["text"] = bullet.Text.Markdown, ["nested"] = ToArray(bullet.Nested, ToJson) };

    private static JsonArray ToArray<T>(IEnumerable<T> items, Func<T, JsonNode?> toJson) => new([.. items.Select(toJson)]);
}
