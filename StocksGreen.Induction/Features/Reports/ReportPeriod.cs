using System.Globalization;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports;

/// <summary>The days that a governors' report looks back on.</summary>
/// <param name="From">First day, in Europe/London.</param>
/// <param name="To">Last day: the day the report is of.</param>
public sealed record ReportPeriod(ReportSpan Span, DateOnly From, DateOnly To)
{
    private const int AutumnMonth = 9;

    // Where the school's own terms are not known: terms begin near these days everywhere in England, and the report prints the day.
    private static readonly int[] TermMonths = [1, 4, AutumnMonth];

    /// <summary>"Autumn term 2026", "School year 2026/27".</summary>
    public required string Name { get; init; }

    public DateTimeOffset Beginning => LondonTime.EndOf(From.AddDays(-1));

    public DateTimeOffset End => LondonTime.EndOf(To);

    /// <param name="calendar">As it was known on the day of the report.</param>
    public static ReportPeriod Create(ReportSpan span, DateOnly asAt, SchoolCalendar calendar)
    {
        var year = AcademicYear.Containing(asAt);
        return span switch
        {
            ReportSpan.Term => new ReportPeriod(
                span,
                TermBegan(asAt, calendar) ?? new DateOnly(asAt.Year, TermMonths.Last(month => month <= asAt.Month), 1),
                asAt
            )
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{TermName(asAt, calendar)} {asAt.Year}"),
            },
            ReportSpan.Year => new ReportPeriod(span, year.First, asAt) { Name = $"School year {year}" },
        };
    }

    /// <summary>The day whose figures those of the report are held against: the last before the period, else the last of the month before.</summary>
    /// <param name="setUpOn">From when the evidence knows anything.</param>
    /// <returns>Null where the evidence reaches back to neither.</returns>
    public DateOnly? ComparedWith(DateOnly setUpOn) =>
        new[] { From.AddDays(-1), new DateOnly(To.Year, To.Month, 1).AddDays(-1) }.Select(day => (DateOnly?)day).FirstOrDefault(day => day >= setUpOn);

    private static string TermName(DateOnly asAt, SchoolCalendar calendar) =>
        calendar.Years.GetValueOrDefault(AcademicYear.Containing(asAt)) is { Terms: [var first, ..] terms }
            ? (terms.LastOrDefault(term => term.First <= asAt) ?? first).Name
            : Term.Names[
                Array.FindLastIndex(TermMonths, month => month <= asAt.Month) switch
                {
                    0 => 1,
                    1 => 2,
                    _ => 0,
                }
            ];

    /// <summary>
    /// The day after the term before ended, so that reports of two terms leave no day out: INSET days stand between them. The autumn term's begins with the
    /// school year. Null where the school's terms of that year are not known.
    /// </summary>
    private static DateOnly? TermBegan(DateOnly asAt, SchoolCalendar calendar)
    {
        var year = AcademicYear.Containing(asAt);
        return calendar.Years.GetValueOrDefault(year) is { } dates
            ? dates
                .Terms.Zip(dates.Terms.Skip(1))
                .Where(pair => pair.Second.First <= asAt)
                .Select(pair => pair.First.Last.AddDays(1))
                .DefaultIfEmpty(year.First)
                .Max()
            : null;
    }

    /// <summary>The days of its trend: Fridays of a term, ends of months of a year, and the last day.</summary>
    public IEnumerable<DateOnly> TrendDays()
    {
        for (var day = From; day < To; day = day.AddDays(1))
        {
            if (Span is ReportSpan.Term ? day.DayOfWeek is DayOfWeek.Friday : day.AddDays(1).Day == 1)
            {
                yield return day;
            }
        }

        yield return To;
    }

    /// <summary>Its months; the last may not be whole.</summary>
    public IEnumerable<ReportPeriod> Months()
    {
        for (var first = From; first <= To; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            yield return this with
            {
                From = first,
                To = last < To ? last : To,
            };
        }
    }
}
