using System.Globalization;

namespace StocksGreen.Induction.Features.Reporting;

/// <summary>The day a report is of, as asked for by a form or on the command line.</summary>
public static class ReportAsAt
{
    /// <param name="text">"2026-08-31"; empty means today.</param>
    /// <param name="today">Date in Europe/London.</param>
    /// <returns>The day, or a sentence that says why not: a report is of a day that has come.</returns>
    public static (DateOnly? Day, string? Refusal) Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (today, null);
        }

        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (null, $"“{text.Trim()}” is not a date. Write it as year, month, day: 2026-08-31.");
        }

        return day > today ? (null, "A report cannot be of a day that has not come.") : (day, null);
    }
}
