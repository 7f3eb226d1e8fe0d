using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Tests.Components.Text;

/// <summary>Due dates as people say them.</summary>
public sealed class DueTextTests
{
    [Theory]
    [InlineData(StandingKind.Overdue, 0, "late since the last school day")]
    [InlineData(StandingKind.Overdue, -1, "1 school day late")]
    [InlineData(StandingKind.Overdue, -12, "12 school days late")]
    [InlineData(StandingKind.Due, 0, "today")]
    [InlineData(StandingKind.Due, 1, "Friday 27 November 2026")]
    [InlineData(StandingKind.Paused, null, "when back")]
    [InlineData(StandingKind.Exempt, null, "not asked")]
    [InlineData(StandingKind.Signed, null, "Friday 27 November 2026")]
    public void A_due_day_is_said_as_people_say_it(StandingKind kind, int? daysLeft, string words) =>
        Assert.Equal(words, DueText.For(new Standing(kind, daysLeft), new DateOnly(2026, 11, 27)));
}
