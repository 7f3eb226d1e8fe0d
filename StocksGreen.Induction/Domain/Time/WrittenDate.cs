using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Domain.Time;

/// <summary>
/// A day as a person types it in Britain, whatever the browser's own language: "14/12/2026", "14.12.26", "14 Dec 2026", "14 December 2026", "2026-12-14".
/// </summary>
/// <remarks>A form binds any text to it, so that nothing else of the form is lost where the text is no day: what is empty or no day is null.</remarks>
public sealed partial record WrittenDate(DateOnly Day) : IParsable<WrittenDate>
{
    /// <summary>What stands under a field's label.</summary>
    public const string Hint = "For example 14/12/2026.";

    private const int ThisCentury = 2000;

    /// <summary>"14/12/2026", as a field shows a day that is known already.</summary>
    public static string Write(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day that a text names, or a sentence that says why it names none; neither where it is empty.</summary>
    public static (DateOnly? Day, string? Refusal) Read(string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
        {
            return (null, null);
        }

        var parts = DayFirst.Match(typed) is { Success: true } british ? british : YearFirst.Match(typed);
        if (!parts.Success || MonthOf(parts.Groups["month"].Value) is not { } month)
        {
            return (null, $"“{Shorten(typed)}” is not a date. Write day, month and year, for example 14/12/2026.");
        }

        var (day, year) = (Number(parts.Groups["day"].Value), Number(parts.Groups["year"].Value));
        year += parts.Groups["year"].Length == 2 ? ThisCentury : 0;
        return month is < 1 or > 12 ? (null, $"“{Shorten(typed)}” is not a date: there is no month {month}. Write the day first, for example 14/12/2026.")
            : year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month) ? (null, $"“{Shorten(typed)}” is not a date: that month has no such day.")
            : (new DateOnly(year, month, day), null);
    }

    /// <exception cref="FormatException">The text names no day.</exception>
    public static WrittenDate Parse(string s, IFormatProvider? provider) =>
        Read(s) is (Day: { } day, _) ? new WrittenDate(day) : throw new FormatException("The text names no day.");

    /// <returns>Always true: a form keeps its other fields only where all of them bind.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WrittenDate result)
    {
        result = Read(s).Day is { } day ? new WrittenDate(day) : null!;
        return true;
    }

    public static implicit operator DateOnly?(WrittenDate? written) => written?.Day;

    public static implicit operator WrittenDate?(DateOnly? day) => day is { } known ? new WrittenDate(known) : null;

    [GeneratedRegex(
        @"^(?<day>[0-9]{1,2})(st|nd|rd|th)?[ ./-]+(?<month>[0-9]{1,2}|[A-Za-z]{3,9})\.?[ ./-]+(?<year>[0-9]{4}|[0-9]{2})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DayFirst { get; }

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearFirst { get; }

    /// <returns>Null for a word that is no month's; a number as it stands.</returns>
    private static int? MonthOf(string text) =>
        char.IsAsciiDigit(text[0]) ? Number(text)
        : Enumerable.Range(1, 12).FirstOrDefault(month => MonthName(month).StartsWith(text, StringComparison.OrdinalIgnoreCase)) is > 0 and var found ? found
        : null;

    private static string MonthName(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
