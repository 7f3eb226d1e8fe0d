using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>Weekdays on which no one works, kept so that counting them up to any day takes one look and no walk.</summary>
internal sealed class DaysOff
{
    private readonly int[] days;

    // By pattern. Two threads may count the same one; both come to the same.
    private readonly int[]?[] before = new int[(int)WorkingDays.MondayToFriday + 1][];

    /// <param name="days">Day numbers from Monday to Friday, each once, in any order.</param>
    internal DaysOff(IEnumerable<int> days) => this.days = [.. days.Order()];

    /// <summary>How many lie before a day and on a weekday of the pattern.</summary>
    internal int Before(int day, WorkingDays pattern)
    {
        var counts = before[(int)pattern] ??= Count(pattern);
        var index = Array.BinarySearch(days, day);
        return counts[index < 0 ? ~index : index];
    }

    private int[] Count(WorkingDays pattern)
    {
        var counts = new int[days.Length + 1];
        for (var index = 0; index < days.Length; index++)
        {
            counts[index + 1] = counts[index] + (((int)pattern >> (days[index] % 7)) & 1);
        }

        return counts;
    }
}
