using System.Globalization;

namespace StocksGreen.Induction.Domain.Time;

/// <summary>Instants and dates in the words a school uses, in Europe/London whatever the server's own zone and culture.</summary>
public static class LondonTime
{
    /// <summary>IANA name of the zone.</summary>
    public const string ZoneId = "Europe/London";

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"14 September 2026, 16:05 BST".</summary>
    /// <param name="instant">Any offset; only the instant counts.</param>
    public static string ToWords(DateTimeOffset instant) => $"{InLondon(instant).ToString("d MMMM yyyy, HH:mm", British)} {ZoneName(instant)}";

    /// <summary>"14 September 2026, 16:05 BST (15:05 UTC)"; the UTC date too where it is another day.</summary>
    public static string ToWordsWithUtc(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        var isSameDay = utc.Date == InLondon(instant).Date;
        return $"{ToWords(instant)} ({utc.ToString(isSameDay ? "HH:mm" : "d MMMM yyyy, HH:mm", British)} UTC)";
    }

    /// <summary>"14 September 2026".</summary>
    public static string ToWords(DateOnly date) => date.ToString("d MMMM yyyy", British);

    /// <summary>"14 Sep", where the year is said next to it.</summary>
    public static string ToShortWords(DateOnly date) => date.ToString("d MMM", British);

    /// <summary>The date that London's calendars show at an instant.</summary>
    public static DateOnly DateIn(DateTimeOffset instant) => DateOnly.FromDateTime(InLondon(instant).DateTime);

    /// <summary>The time that London's clocks show at an instant. On the night they go back, an hour is shown twice.</summary>
    public static TimeOnly TimeIn(DateTimeOffset instant) => TimeOnly.FromDateTime(InLondon(instant).DateTime);

    /// <summary>"Friday 2 October 2026".</summary>
    public static string ToWordsWithDay(DateOnly date) => date.ToString("dddd d MMMM yyyy", British);

    /// <summary>The first instant, in UTC, that no longer belongs to a London date.</summary>
    public static DateTimeOffset EndOf(DateOnly date) =>
        new(TimeZoneInfo.ConvertTimeToUtc(date.AddDays(1).ToDateTime(TimeOnly.MinValue), London), TimeSpan.Zero);

    /// <summary>"BST" while clocks are forward, otherwise "GMT".</summary>
    public static string ZoneName(DateTimeOffset instant) => London.IsDaylightSavingTime(instant) ? "BST" : "GMT";

    /// <summary>How far London is ahead of UTC at an instant: one hour in summer, none in winter.</summary>
    public static TimeSpan Offset(DateTimeOffset instant) => London.GetUtcOffset(instant);

    private static DateTimeOffset InLondon(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London);
}
