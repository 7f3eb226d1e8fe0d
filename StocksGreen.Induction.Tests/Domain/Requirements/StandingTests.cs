using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Tests.Domain.Requirements;

public sealed class StandingTests
{
    private static readonly DateOnly DueFriday = new(2026, 9, 18);

    [Fact]
    public void A_signature_counts_whatever_else_is_true() =>
        Assert.Equal(new Standing(StandingKind.Signed, null), Of(DueFriday.AddDays(90), isSigned: true, isExempt: true, isPaused: true));

    [Fact]
    public void A_paused_person_is_never_counted_overdue() => Assert.Equal(new Standing(StandingKind.Paused, null), Of(DueFriday.AddDays(90), isPaused: true));

    [Fact]
    public void An_exempt_person_is_neither_overdue_nor_paused() =>
        Assert.Equal(new Standing(StandingKind.Exempt, null), Of(DueFriday.AddDays(90), isExempt: true, isPaused: true));

    [Fact]
    public void The_due_day_itself_is_in_time() => Assert.Equal(new Standing(StandingKind.Due, 0), Of(DueFriday));

    [Fact]
    public void School_days_are_counted_down_and_then_up()
    {
        Assert.Equal(new Standing(StandingKind.Due, 4), Of(DueFriday.AddDays(-4)));
        Assert.Equal(new Standing(StandingKind.Overdue, 0), Of(DueFriday.AddDays(1)));
        Assert.Equal(new Standing(StandingKind.Overdue, -1), Of(DueFriday.AddDays(3)));
        Assert.Equal(new Standing(StandingKind.Overdue, -6), Of(DueFriday.AddDays(10)));
    }

    [Fact]
    public void Soon_is_the_last_two_school_days_before_the_due_day_and_the_day_itself() =>
        Assert.Equal([false, true, true, true, false], new[] { -3, -2, -1, 0, 3 }.Select(days => Of(DueFriday.AddDays(days)).IsDueSoon));

    private static Standing Of(DateOnly asAt, bool isSigned = false, bool isExempt = false, bool isPaused = false) =>
        Standing.Calculate(isSigned, isExempt, isPaused, DueFriday, asAt, SchoolCalendar.WithoutTermDates);
}
