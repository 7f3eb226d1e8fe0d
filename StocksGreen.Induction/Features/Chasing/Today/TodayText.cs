using System.Globalization;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>What needs doing, in sentences that lead there.</summary>
internal static class TodayText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The most pressing first; what there is none of is not there.</summary>
    internal static IEnumerable<(int Count, string Words, string Url, bool IsLate)> ToDo(TodaySummary board)
    {
        (int Count, string One, string Many, string Url, bool IsLate)[] all =
        [
            (board.Overdue, "person is overdue", "people are overdue", Urls.WhoHasNotSignedBy([("standing", nameof(ChaseStanding.Overdue))]), true),
            (
                board.DueThisWeek,
                "person has something due within five school days",
                "people have something due within five school days",
                Urls.WhoHasNotSignedBy([("standing", nameof(ChaseStanding.DueThisWeek))]),
                false
            ),
            (board.Questions, "question waits for an answer", "questions wait for an answer", Urls.Questions, false),
            (board.Talks, "talk is not confirmed by who was briefed", "talks are not confirmed by who was briefed", Urls.Inductions, false),
            (board.Reviews, "policy is past its full review", "policies are past their full review", Urls.Reviews, false),
            (board.Mails, "e-mail did not arrive", "e-mails did not arrive", Urls.Mail, false),
            (board.MailsInDoubt, "e-mail may or may not have arrived", "e-mails may or may not have arrived", Urls.Mail, false),
            (board.Returning, "person comes back from a long absence within a week", "people come back from a long absence within a week", Urls.People, false),
            (board.Starters, "person starts this week", "people start this week", Urls.Inductions, false),
        ];
        return all.Where(line => line.Count > 0).Select(line => (line.Count, line.Count == 1 ? line.One : line.Many, line.Url, line.IsLate));
    }

    /// <summary>"812 of 903"; "nobody asked" where nothing is.</summary>
    internal static string Signed(StandingFigures figures) =>
        figures.Required == 0 ? "nobody asked" : string.Create(British, $"{figures.Signed:N0} of {figures.Required:N0}");

    /// <summary>Whom the figures leave out: "3 paused, 1 exempt, 2 left"; a dash for no one.</summary>
    internal static string NotCounted(StandingFigures figures)
    {
        var parts = new[] { (figures.Paused, "paused"), (figures.Exempt, "exempt"), (figures.Left, "left") }
            .Where(part => part.Item1 > 0)
            .Select(part => string.Create(British, $"{part.Item1:N0} {part.Item2}"))
            .ToList();
        return parts.Count == 0 ? "–" : string.Join(", ", parts);
    }

    internal static string Number(int count) => count.ToString("N0", British);
}
