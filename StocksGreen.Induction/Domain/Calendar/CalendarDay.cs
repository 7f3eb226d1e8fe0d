using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>The school's decision on a day, or on a few in a row, that goes before terms and bank holidays. Of two on one day the later holds.</summary>
/// <param name="Last">The same as <paramref name="First"/> for one day; weekends between them stay weekends.</param>
/// <param name="StaffWork">Whether it counts as a working day: due dates count it, though no one is reminded on it. Means nothing for an ordinary day.</param>
/// <param name="Name">"INSET day", "Snow".</param>
[Evidence("CalendarDayDecided", "CalendarDays", "decision on a day")]
public sealed record CalendarDay(
    Guid Id,
    DateTimeOffset At,
    DateOnly First,
    DateOnly Last,
    CalendarDayKind Kind,
    bool StaffWork,
    string Name,
    StaffId DecidedBy,
    string DecidedByName
) : SealedRecord(Id, At)
{
    /// <summary>A longer time without children is entered as term dates.</summary>
    public const int MostDays = 60;

    public override string Form => "calendar-day/1";
}
