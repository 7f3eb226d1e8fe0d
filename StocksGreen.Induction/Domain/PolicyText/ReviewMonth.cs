using System.Globalization;

namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>The month in which a policy's next full review is due. Schools print a month, not a day: "October 2025".</summary>
public readonly record struct ReviewMonth(int Year, int Month)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The last day on which the review is still in time.</summary>
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>Reads "2025-10".</summary>
    /// <exception cref="FormatException">The text is not a year and a month.</exception>
    public static ReviewMonth Parse(string text)
    {
        var day = DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture);
        return new ReviewMonth(day.Year, day.Month);
    }

    /// <summary>"October 2025".</summary>
    public string ToWords() => LastDay.ToString("MMMM yyyy", British);

    /// <summary>"2025-10".</summary>
    public override string ToString() => LastDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
