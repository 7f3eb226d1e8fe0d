using System.Globalization;
using System.Text.Json;

namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What is sealed when the server's clock says an earlier time than the last entry bears.</summary>
/// <param name="Form">"clock/1".</param>
/// <param name="Entry">The last entry.</param>
/// <param name="Was">Its time, UTC.</param>
/// <param name="Is">What the clock says now, UTC; earlier.</param>
public sealed record ClockFacts(string Form, long Entry, DateTimeOffset Was, DateTimeOffset Is)
{
    /// <summary>The entry that comes before any other where the clock says an earlier time than the last entry.</summary>
    /// <param name="last">The last entry so far; null when there is none.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null where the clock went on.</returns>
    public static EvidenceEntry? EntryAfter(EvidenceEntry? last, DateTimeOffset now) =>
        last is not null && EvidenceHash.ToWholeMilliseconds(now) is var back && back < last.At
            ? EvidenceEntry.Append(
                last,
                EvidenceKind.ClockWentBack,
                back,
                last.Number.ToString(CultureInfo.InvariantCulture),
                new ClockFacts("clock/1", last.Number, last.At, back).ToJson()
            )
            : null;

    public string ToJson() => JsonSerializer.Serialize(this, SealedJson.Options);

    /// <exception cref="JsonException">The text is not what <see cref="ToJson"/> writes.</exception>
    public static ClockFacts Parse(string json) => SealedJson.Parse<ClockFacts>(json);

    /// <summary>Whether an entry that holds these facts says what its own place and time say.</summary>
    public bool IsOf(EvidenceEntry entry) =>
        (Entry, Is) == (entry.Number - 1, entry.At) && Was > Is && entry.Subject == Entry.ToString(CultureInfo.InvariantCulture);

    /// <summary>By how much: "8 days", "3 hours", "12 minutes", "40 seconds".</summary>
    public static string InWords(TimeSpan back)
    {
        var (count, unit) =
            back.TotalDays >= 2 ? (back.TotalDays, "day")
            : back.TotalHours >= 2 ? (back.TotalHours, "hour")
            : back.TotalMinutes >= 2 ? (back.TotalMinutes, "minute")
            : (Math.Max(back.TotalSeconds, 1), "second");
        var whole = (long)Math.Round(count);
        return FormattableString.Invariant($"{whole} {unit}{(whole == 1 ? "" : "s")}");
    }
}
