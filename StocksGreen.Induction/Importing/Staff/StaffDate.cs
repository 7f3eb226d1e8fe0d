using System.Globalization;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A date as programs and people in Britain write it.</summary>
internal static partial class StaffDate
{
    // Day before month: the systems are British, and "09/14/2026" is then unreadable rather than guessed.
    private static readonly string[] Forms =
    [
        "d M yyyy",
        "d M yy",
        "yyyy M d",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d MMM yy",
        "d MMMM yy",
        "MMM d yyyy",
        "MMMM d yyyy",
        "yyyy MMM d",
        "ddMMMyyyy",
        "dMMMyyyy",
        "dMMMyy",
    ];

    private static readonly string[] Months = ["MMM yyyy", "MMMM yyyy", "MMM yy", "MMMM yy", "M yyyy", "yyyy M", "yyyy MMM", "yyyy MMMM"];

    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "-",
        "--",
        "–",
        "—",
        "n/a",
        "na",
        "none",
        "nil",
        "null",
        "open",
        "open ended",
        "open-ended",
        "ongoing",
        "present",
        "current",
        "permanent",
        "perm",
        "continuing",
        "to date",
        "still employed",
        "00/00/0000",
        "00/00/00",
        "0000-00-00",
        "no",
        "never",
        "not set",
        "0",
        "?",
    };

    private static readonly DateOnly Earliest = new(1940, 1, 1);

    // Programs write 31/12/9999 or 31/12/2999 for "no end".
    private static readonly DateOnly Latest = new(2100, 1, 1);

    /// <returns>The date, null where there is none; and whether the cell could be read at all.</returns>
    internal static (DateOnly? Date, bool IsReadable) ParseCell(string cell)
    {
        if (None.Contains(cell))
        {
            return (null, true);
        }

        return Parse(cell) switch
        {
            { Year: 1 or 1899 or 1900 } => (null, true), // an empty cell of Excel or of a database, written as a date
            { } date when date >= Latest => (null, date.Year is 2999 or 9999 or 2100 or 2099),
            { } date when date >= Earliest => (date, true),
            _ => (null, false),
        };
    }

    /// <summary>Raw: "Sept 2019", "Sep-19", "09/2019".</summary>
    /// <returns>First day of the month; null where a cell names no month and year, or more.</returns>
    internal static DateOnly? ParseMonth(string cell)
    {
        var text = September().Replace(Separators().Replace(Remark().Replace(Lead().Replace(cell, ""), ""), " ").Trim(), "Sep");
        return DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month >= Earliest && month < Latest
            ? month
            : null;
    }

    /// <summary>Whether a file writes the month first: some date of it can be read no other way, and none only day first.</summary>
    internal static bool IsMonthFirst(IEnumerable<string> cells)
    {
        var isMonthFirst = false;
        foreach (var (first, second) in cells.Where(cell => cell.Length <= 24).Select(Halves))
        {
            if (first is > 12 and <= 31 && second is > 0 and <= 12)
            {
                return false;
            }

            isMonthFirst |= first is > 0 and <= 12 && second is > 12 and <= 31;
        }

        return isMonthFirst;
    }

    /// <summary>Whether day and month might be exchanged: "4/9/2026", not "4/4/2026".</summary>
    internal static bool IsAmbiguous(string cell) => Halves(cell) is (> 0 and <= 12, > 0 and <= 12) halves && halves.First != halves.Second;

    private static (int First, int Second) Halves(string cell) =>
        Numeric().Match(cell) is { Success: true } found
            ? (
                int.Parse(found.Groups["first"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(found.Groups["second"].ValueSpan, CultureInfo.InvariantCulture)
            )
            : default;

    private static DateOnly? Parse(string cell)
    {
        if (Serial().IsMatch(cell) && double.TryParse(cell.Replace(',', '.'), CultureInfo.InvariantCulture, out var serial) && serial is > 10_000 and < 80_000)
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        }

        if (Compact().IsMatch(cell))
        {
            return DateOnly.TryParseExact(
                cell,
                cell[..2] is "19" or "20" || cell[..4] is "2999" or "9999" ? "yyyyMMdd" : "ddMMyyyy",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var compact
            )
                ? compact
                : null;
        }

        // "2026-08-31T23:00:00Z" is 1 September in London.
        if (Instant().IsMatch(cell) && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return LondonTime.DateIn(instant);
        }

        // "Left: 31/08/2026", "From 01/09/2026 (start of term)": what is next to the date is for people.
        var text = Remark().Replace(Lead().Replace(cell, ""), "");
        text = Time().Replace(text, "");
        text = Weekday().Replace(text, "");
        text = Ordinal().Replace(text, "${day}");
        text = Separators().Replace(text, " ").Trim();
        text = September().Replace(text, "Sep");
        return DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    [GeneratedRegex(@"^\d{5}([.,]\d+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"^(?<first>\d{1,2})[/.\-](?<second>\d{1,2})[/.\-](\d{2}|\d{4})([T ,]+\d{1,2}[:.]\d{2}.*)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"^(left|leaves|leaving|leaver|from|since|started|starts|starting|until|till|to|ended|ends|ending)( on)?[: ]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Lead();

    [GeneratedRegex(@" ?\([^()]*\)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\d{8}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Instant();

    [GeneratedRegex(@"[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)? ?([aApP]\.?[mM]\.?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex("^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,.]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th)( of)?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[ ./,\-–]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\bsept\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex September();
}
