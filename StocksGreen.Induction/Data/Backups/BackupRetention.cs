using System.Globalization;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Backups;

/// <summary>Which back-ups are kept: the last of each of 14 days, of 8 weeks and of 12 months, counted over the days that have one.</summary>
internal static class BackupRetention
{
    internal const int Days = 14;
    internal const int Weeks = 8;
    internal const int Months = 12;

    /// <summary>Those that no rule keeps, of any number made at these moments, UTC.</summary>
    internal static IReadOnlyList<DateTimeOffset> Expired(IReadOnlyCollection<DateTimeOffset> made)
    {
        var newestFirst = made.OrderDescending().ToList();
        HashSet<DateTimeOffset> kept =
        [
            .. Newest(newestFirst, LondonTime.DateIn, Days),
            .. Newest(
                newestFirst,
                at => LondonTime.DateIn(at).ToDateTime(TimeOnly.MinValue) is var day ? (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day)) : default,
                Weeks
            ),
            .. Newest(newestFirst, at => (LondonTime.DateIn(at).Year, LondonTime.DateIn(at).Month), Months),
        ];
        return [.. newestFirst.Where(at => !kept.Contains(at))];
    }

    private static IEnumerable<DateTimeOffset> Newest<T>(IEnumerable<DateTimeOffset> newestFirst, Func<DateTimeOffset, T> period, int most) =>
        newestFirst.GroupBy(period).Take(most).Select(group => group.First());
}
