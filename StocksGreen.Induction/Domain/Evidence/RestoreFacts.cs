using System.Globalization;
using System.Text.Json;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What is sealed when a store goes on from a back-up, or from a database that ends before the last entry that was known.</summary>
/// <param name="Form">"restore/1".</param>
/// <param name="Backup">SHA-256 of the back-up's file; null where someone put a database in its place by hand and said so at the console.</param>
/// <param name="From">Number of the last entry that is there.</param>
/// <param name="Lost">Number of the last entry that was known before; null where nothing else was.</param>
/// <param name="LostHash">Its hash.</param>
public sealed record RestoreFacts(string Form, string? Backup, long From, long? Lost, string? LostHash)
{
    public static RestoreFacts Of(string? backup, long from, (long Number, string Hash)? known) => new("restore/1", backup, from, known?.Number, known?.Hash);

    /// <summary>What the entry is about: the last entry that is there.</summary>
    public string Subject => From.ToString(CultureInfo.InvariantCulture);

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static RestoreFacts Parse(string json) => SealedJson.Parse<RestoreFacts>(json);

    /// <summary>What such an entry says of the chain, in words; null for any other entry, and for one whose facts cannot be read.</summary>
    internal static string? SentenceOf(EvidenceEntry entry)
    {
        if (entry.Kind != EvidenceKind.StoreRestored || entry.Payload is null)
        {
            return null;
        }

        try
        {
            return Parse(entry.Payload).ToSentence();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether an entry that holds these facts says what its own place says.</summary>
    public bool IsOf(EvidenceEntry entry) => entry.Subject == Subject && From < entry.Number;

    /// <summary>The same for people who read what a check of the chain says.</summary>
    public string ToSentence() =>
        (Backup is null ? "The school went on from a database that ended" : "The school’s data was restored from a back-up that ended")
        + FormattableString.Invariant($" with entry {From}.")
        + (Lost is { } lost ? FormattableString.Invariant($" Before that entry {lost} was known: what came after entry {From} is lost.") : "");
}
