using System.Globalization;
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
        var titles = list.Rows.Where(row => row.IsReviewOverdue).Select(row => row.PolicyTitle).Distinct(StringComparer.Ordinal).ToList();
        return titles.Count switch
        {
            0 => null,
            1 => $"The {titles[0]} is past the month of its full review. It stays in force until a new version is published.",
            _ => $"Past the month of their full review, and still in force: {string.Join(", ", titles)}.",
        };
    }

    /// <summary>"241 signatures, most overdue first."</summary>
    internal static string Shown(ChaseList list)
    {
        var order = (list.Filter.Order, list.Filter.IsReversed) switch
        {
            (ChaseOrder.Due, false) => "most overdue first",
            (ChaseOrder.Due, true) => "most overdue last",
            (ChaseOrder.Person, _) => "by name",
            (ChaseOrder.Role, _) => "by role",
            (ChaseOrder.Policy, _) => "by policy",
        };
        return string.Create(British, $"{Signatures(list.Total)}, {order}.");
    }

    /// <summary>"3 people"; "7 signatures of 3 people" where some have more than one policy to sign.</summary>
    internal static string Chosen(IReadOnlyCollection<ChaseKey> keys) =>
        keys.Select(key => key.StaffId).Distinct().Count() is var people && people == keys.Count
            ? People(people)
            : $"{Signatures(keys.Count)} of {People(people)}";

    internal static string Signatures(int count) => count == 1 ? "1 signature" : string.Create(British, $"{count:N0} signatures");

    internal static string LastChased(ChaseRow row) =>
        row.LastChased is { } given ? $"{LondonTime.ToWords(LondonTime.DateIn(given.At))}, {Words(given.Channel)}" : "not yet";

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
