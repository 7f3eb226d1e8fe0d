using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The day a report is of, as asked for by a form or on the command line.</summary>
public static class ReportAsAt
{
    /// <param name="text">"31/08/2026" or "2026-08-31"; empty means today.</param>
    /// <param name="today">Date in Europe/London.</param>
    /// <param name="setUpOn">The day on which the school was set up here; null where that is not asked.</param>
    /// <returns>The day, or a sentence that says why not: a report is of a day that has come, and of which the record knows something.</returns>
    public static (DateOnly? Day, string? Refusal) Parse(string? text, DateOnly today, DateOnly? setUpOn = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (today, null);
        }

        var (read, refusal) = WrittenDate.Read(text);
        if (read is not { } day)
        {
            return (null, refusal);
        }

        return day > today ? (null, "A report cannot be of a day that has not come.")
            : day < setUpOn ? (null, $"The school’s record begins on {LondonTime.ToWords(setUpOn.Value)}. There is nothing to report of an earlier day.")
            : (day, null);
    }
}
