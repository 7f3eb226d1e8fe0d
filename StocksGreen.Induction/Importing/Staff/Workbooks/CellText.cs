using System.Globalization;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>What Excel shows of a cell, as far as a staff list needs it.</summary>
internal static partial class CellText
{
    private const int MostNoughts = 20;

    /// <param name="value">As a parser gives it: text, number, date, time of day, truth or null.</param>
    /// <param name="format">Raw: "General", "0000", "dd/mm/yyyy", "mmm-yy", "[$-809]d mmmm yyyy;@"; null where the cell has none.</param>
    /// <returns>A date reads "2026-09-01", or "Sep 2026" where the cell shows no day; "" for nothing.</returns>
    internal static string Of(object? value, string? format) =>
        value switch
        {
            null => "",
            string text => text,
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime date => Of(date, Shape(format)),
            double number => Of(number, Shape(format)),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string Of(DateTime date, string shape)
    {
        // Someone who types "Sep 2019" gets the first of the month from Excel, and sees "Sep-19". The day is Excel’s word, not theirs.
        var hasNoDay = date.Day == 1 && shape.Contains('m', StringComparison.Ordinal) && shape.Contains('y', StringComparison.Ordinal) && !Day().IsMatch(shape);
        return date.ToString(
            hasNoDay ? "MMM yyyy"
                : date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
                : "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>A staff ID shown as 0042 is 42 with a format of noughts.</summary>
    private static string Of(double number, string shape) =>
        shape.Length is > 1 and <= MostNoughts && shape.All(sign => sign == '0') && number >= 0 && number < 1e15 && Math.Floor(number) == number
            ? number.ToString(shape, CultureInfo.InvariantCulture)
        : Math.Abs(number) < 1e15 && Math.Floor(number) == number ? number.ToString("0", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The first section of a format, without what stands in quotation marks or brackets.</summary>
    private static string Shape(string? format) =>
        format is null or { Length: > 255 } ? "" : Literal().Replace(format, "").Split(';')[0].ToLowerInvariant().Trim();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex("[dhs]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}
