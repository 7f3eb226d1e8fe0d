using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Writes what was recognised in a staff file as JSON, for people and programs that check it.</summary>
public static class StaffInspection
{
    // The result is a document, not part of a web page: apostrophes and accents stay readable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One object: people, ignored, warnings. Dates read "2026-09-01"; what the file does not say is null.</summary>
    public static string ToJson(StaffList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return new JsonObject
        {
            ["people"] = new JsonArray([.. list.People.Select(ToJson)]),
            ["ignored"] = new JsonArray([.. list.Ignored.Select(note => ToJson(note, "reason"))]),
            ["warnings"] = new JsonArray([.. list.Warnings.Select(note => ToJson(note, "message"))]),
        }.ToJsonString(Readable);
    }

    private static JsonObject ToJson(ImportedPerson person) =>
        new()
        {
            ["staffId"] = person.StaffNumber,
            ["fullName"] = person.FullName,
            ["email"] = person.Email,
            ["roles"] = new JsonArray([.. person.Roles.Select(role => JsonValue.Create(role))]),
            ["audience"] = person.Audience.ToString().ToLowerInvariant(),
            ["start"] = person.Start?.ToString("O", CultureInfo.InvariantCulture),
            ["end"] = person.End?.ToString("O", CultureInfo.InvariantCulture),
            ["line"] = person.Line,
        };

    private static JsonObject ToJson(LineNote note, string name) => new() { ["line"] = note.Line, [name] = note.Text };
}
