using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Loads the school's calendar for those who need nothing else.</summary>
public static class SchoolCalendarReader
{
    /// <summary>As it was known at the end of a day.</summary>
    /// <param name="asAt">Date in Europe/London.</param>
    public static async Task<SchoolCalendar> ReadCalendarAsync(this InductionDb db, DateOnly asAt, CancellationToken cancellationToken)
    {
        var end = LondonTime.EndOf(asAt);
        return SchoolCalendar.From(
            await db.TermDates.AsNoTracking().Where(row => row.At < end).ToListAsync(cancellationToken),
            await db.CalendarDays.AsNoTracking().Where(row => row.At < end).ToListAsync(cancellationToken)
        );
    }
}
