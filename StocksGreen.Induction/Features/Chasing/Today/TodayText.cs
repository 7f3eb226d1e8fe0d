using System.Globalization;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Text;
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
            (board.Talks, "induction talk is not confirmed yet", "induction talks are not confirmed yet", Urls.Inductions, false),
            (board.Reviews, "policy is past its full review", "policies are past their full review", Urls.Reviews, false),
            (board.Mails, "e-mail did not arrive", "e-mails did not arrive", Urls.Mail, false),
            (board.MailsInDoubt, "e-mail may or may not have arrived", "e-mails may or may not have arrived", Urls.Mail, false),
            (board.Returning, "person comes back from a long absence within a week", "people come back from a long absence within a week", Urls.People, false),
        ];
        return all.Where(line => line.Count > 0)
            .Select(line => (line.Count, line.Count == 1 ? line.One : line.Many, line.Url, line.IsLate))
            // Each by name, for the button leads to that person.
            .Concat(board.Starters.Select(one => (1, $"{one.FullName} {Starts(one.StartsOn, board.Day)}", Urls.Person(one.Id), false)));
    }

    /// <summary>The four figures at the head: number, what it counts, where it leads, and how it looks.</summary>
    internal static IEnumerable<(string Number, string Words, string Url, string Look)> Cards(TodaySummary board)
    {
        yield return Card(
            board.Overdue,
            "person overdue",
            "people overdue",
            Urls.WhoHasNotSignedBy([("standing", nameof(ChaseStanding.Overdue))]),
            "tile--late"
        );
        yield return Card(
            board.DueThisWeek,
            "person due within five school days",
            "people due within five school days",
            Urls.WhoHasNotSignedBy([("standing", nameof(ChaseStanding.DueThisWeek))]),
            "tile--soon"
        );
        yield return (
            board.Overall.PercentSigned is { } percent ? string.Create(British, $"{percent}%") : "–",
            board.Overall.Required == 0 ? "signed: nobody is asked yet" : $"signed, {Signed(board.Overall)}",
            Urls.WhoHasNotSigned,
            ""
        );
        yield return Card(board.Reviews, "policy past its review", "policies past their review", Urls.Reviews, "tile--soon");

        static (string, string, string, string) Card(int count, string one, string many, string url, string look) =>
            (Number(count), count == 1 ? one : many, url, count == 0 ? "" : look);
    }

    private static string Starts(DateOnly day, DateOnly today) =>
        day == today ? "starts today"
        : day < today ? $"started on {DueText.Day(day)}"
        : $"starts on {DueText.Day(day)}";

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
