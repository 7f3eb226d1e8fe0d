using System.Globalization;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>What the list says in words.</summary>
internal static class ChaseText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    internal static string For(ChaseStanding standing) =>
        standing switch
        {
            ChaseStanding.Overdue => "Overdue",
            ChaseStanding.DueThisWeek => "Due this week",
            ChaseStanding.Due => "Due",
            ChaseStanding.Waiting => "Waiting for an answer",
            ChaseStanding.Paused => "Paused",
            ChaseStanding.Exempt => "Exempt",
        };

    internal static string For(OverdueAge age) =>
        age switch
        {
            OverdueAge.UpToFive => "1 to 5 school days",
            OverdueAge.UpToTwenty => "6 to 20 school days",
            OverdueAge.OverTwenty => "more than 20 school days",
        };

    internal static string Lead(ChaseList list) =>
        (list.Overdue, list.DueThisWeek) switch
        {
            (0, 0) => "Nobody is overdue, and nobody is due within the next five school days.",
            (0, var due) => $"Nobody is overdue. {People(due)} due within the next five school days.",
            (var overdue, var due) => string.Create(
                British,
                $"{People(overdue)} {(overdue == 1 ? "is" : "are")} overdue, {due:N0} due within the next five school days."
            ),
        };

    /// <returns>Null where none of the policies on the page is past its review.</returns>
    internal static string? OverdueReviews(ChaseList list)
    {
        var titles = list
            .People.SelectMany(person => person.Lines)
            .Where(row => row.IsReviewOverdue)
            .Select(row => row.PolicyTitle)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.CurrentCulture)
            .ToList();
        return titles.Count switch
        {
            0 => null,
            1 => $"The {titles[0]} is past the month of its full review. It stays in force until a new version is published.",
            _ => $"Past the month of their full review, and still in force: {string.Join(", ", titles)}.",
        };
    }

    /// <summary>"41 people, most overdue first."</summary>
    internal static string Shown(ChaseList list)
    {
        var order = (list.Filter.Order, list.Filter.IsReversed) switch
        {
            (ChaseOrder.Due, false) => "most overdue first",
            (ChaseOrder.Due, true) => "most overdue last",
            (ChaseOrder.Person, _) => "by name",
            (ChaseOrder.Role, _) => "by role",
        };
        return list.Total == 0 ? "Nobody is listed." : string.Create(British, $"{People(list.Total)}, {order}.");
    }

    /// <summary>"9 overdue, 1 due": what someone has not signed, by standing.</summary>
    internal static string Open(ChasePerson person) =>
        string.Join(
            ", ",
            person
                .Lines.GroupBy(
                    line =>
                        line.Standing switch
                        {
                            { Kind: StandingKind.Overdue } => "overdue",
                            { IsWaiting: true } => "waiting",
                            { Kind: StandingKind.Paused } => "paused",
                            { Kind: StandingKind.Exempt } => "exempt",
                            _ => "due",
                        },
                    StringComparer.Ordinal
                )
                .Select(alike => $"{alike.Count()} {alike.Key}")
        );

    /// <summary>"14 Sep, by telephone"; in a row the year is clear.</summary>
    internal static string LastChased(Reminded? reminded) =>
        reminded is { } given ? $"{LondonTime.ToShortWords(LondonTime.DateIn(given.At))}, {Words(given.Channel)}" : "not yet";

    internal static string Words(ChaseChannel channel) =>
        channel switch
        {
            ChaseChannel.InPerson => "in person",
            ChaseChannel.Telephone => "by telephone",
            ChaseChannel.Email => "by e-mail",
            ChaseChannel.PrintedSlip => "by slip",
        };

    internal static string People(int people) => people == 1 ? "1 person" : string.Create(British, $"{people:N0} people");
}
