using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What is sealed when retention empties the facts of an entry.</summary>
/// <param name="Form">"purge/1".</param>
/// <param name="Entry">The entry that was emptied; also the subject of this one.</param>
/// <param name="Kind">Of the entry that was emptied.</param>
/// <param name="Rule">Why, in one sentence.</param>
/// <param name="Kept">SHA-256 of what the row says since a name was taken out of it; null where no row stayed, or it says what it said.</param>
/// <param name="Person">Whose confirmation it was: its row stays, and can still be compared. Null where the row went with the facts.</param>
public sealed record PurgeFacts(
    string Form,
    long Entry,
    string Kind,
    string Rule,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Person = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kept = null
)
{
    private const string CurrentForm = "purge/1";

    public static PurgeFacts Of(long entry, EvidenceKind kind, string rule, Guid? person = null, string? kept = null) =>
        new(CurrentForm, entry, kind.Name, rule, person, kept);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <returns>False for an entry that says nothing in this form, or speaks of another entry than its subject.</returns>
    public static bool TryRead(EvidenceEntry entry, [NotNullWhen(true)] out PurgeFacts? facts)
    {
        try
        {
            facts = entry.Payload is { } payload ? SealedJson.Parse<PurgeFacts>(payload) : null;
        }
        catch (JsonException)
        {
            facts = null;
        }

        return facts is not null && facts.Form == CurrentForm && entry.Subject == facts.Entry.ToString(CultureInfo.InvariantCulture);
    }
}
