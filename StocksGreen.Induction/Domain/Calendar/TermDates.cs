using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Calendar;

/// <summary>The school's decision on the terms of one academic year. A change is a new decision; the later one holds from when it was entered.</summary>
/// <param name="StartsIn">Calendar year of its September.</param>
/// <param name="Terms">In order.</param>
[Evidence("TermDatesDecided", "TermDates", "set of term dates")]
public sealed record TermDates(Guid Id, DateTimeOffset At, int StartsIn, IReadOnlyList<Term> Terms, StaffId DecidedBy, string DecidedByName)
    : SealedRecord(Id, At)
{
    public override string Form => "term-dates/1";

    public AcademicYear Year() => new(StartsIn);
}
