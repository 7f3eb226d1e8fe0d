using System.Globalization;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Components.Text;

/// <summary>Due dates as people say them.</summary>
public static class DueText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Extended to Friday 27 November 2026 by Helen Ashdown".</summary>
    /// <param name="dueOn">The due day that it made, which is the person's own next working day.</param>
    public static string Extended(Extension extension, DateOnly dueOn) => $"Extended to {Day(dueOn)} by {extension.DecidedByName}";

    /// <summary>"Friday 27 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    /// <summary>"3 school days late", "today", "Friday 27 November 2026"; a pause and an exemption have no due day.</summary>
    public static string For(Standing standing, DateOnly dueOn) =>
        standing switch
        {
            { IsWaiting: true } => "when the question is answered",
            { Kind: StandingKind.Overdue, SchoolDaysLeft: 0 } => "late since the last school day",
            { Kind: StandingKind.Overdue, SchoolDaysLeft: -1 } => "1 school day late",
            { Kind: StandingKind.Overdue, SchoolDaysLeft: var days } => string.Create(British, $"{-days} school days late"),
            { Kind: StandingKind.Due, SchoolDaysLeft: 0 } => "today",
            { Kind: StandingKind.Paused } => "when back",
            { Kind: StandingKind.Exempt or StandingKind.NotIssued } => "not asked",
            _ => Day(dueOn),
        };

    /// <summary>The same for a row of a list: "3 school days late", "Fri 27 Nov".</summary>
    public static string InRow(Standing standing, DateOnly dueOn) =>
        standing is { Kind: StandingKind.Due, IsWaiting: false, SchoolDaysLeft: not 0 } ? dueOn.ToString("ddd d MMM", British) : For(standing, dueOn);
}
