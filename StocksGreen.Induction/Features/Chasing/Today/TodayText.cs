using System.Globalization;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>What needs doing, in sentences that lead there.</summary>
internal static class TodayText
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The most pressing first; what there is none of is not there.</summary>
    internal static IEnumerable<TodayLine> ToDo(TodaySummary board)
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
            (board.Talks, "induction talk not yet confirmed", "induction talks not yet confirmed", Urls.Inductions, false),
            (board.Reviews, "policy is past its full review", "policies are past their full review", Urls.Reviews, false),
            (board.Mails, "e-mail did not arrive", "e-mails did not arrive", Urls.Mail, false),
            (board.MailsInDoubt, "e-mail may or may not have arrived", "e-mails may or may not have arrived", Urls.Mail, false),
        ];
        return
        [
            .. Faults(board.Faults, board.Day),
            .. all.Where(line => line.Count > 0)
                .Select(line => new TodayLine(line.Count, line.Count == 1 ? line.One : line.Many, line.Url, IsLate: line.IsLate)),
            // Who may not answer them sees there with whom they wait.
            .. board.QuestionsElsewhere.Select(waiting => new TodayLine(
                waiting.Count,
                $"{(waiting.Count == 1 ? "question waits" : "questions wait")} for {waiting.With} since {LondonTime.ToWords(LondonTime.DateIn(waiting.Since))}",
                Urls.Questions,
                "Nudge"
            )),
            // Each by name, for the line leads to that person.
            .. board.Returning.Select(one => new TodayLine(
                Count: null,
                $"{one.FullName} comes back on {DueText.Day(one.StartsOn)}",
                Urls.Person(one.Id),
                "Open"
            )),
            .. board.Starters.Select(one => new TodayLine(Count: null, $"{one.FullName} {Starts(one.StartsOn, board.Day)}", Urls.Person(one.Id), "Open")),
        ];
    }

    /// <summary>What the program itself could not do.</summary>
    internal static IEnumerable<TodayLine> Faults(TodayFaults faults, DateOnly today)
    {
        if (faults.MailWaitsSince is { } since)
        {
            yield return new TodayLine(Count: null, $"Mail has not left since {Moment(since, today)}: {faults.MailWords}", Urls.Mail, IsLate: true);
        }

        if (faults.BackupFault is { } fault)
        {
            yield return new TodayLine(Count: null, $"The last back-up failed: {fault}", Urls.Backups, IsLate: true);
        }
        else if (faults.BackupAt is { } madeAt)
        {
            yield return new TodayLine(Count: null, $"The last back-up is of {Moment(madeAt, today)}", Urls.Backups, IsLate: true);
        }
        else if (faults.HasNoBackup)
        {
            yield return new TodayLine(Count: null, "There is no back-up of the school’s records", Urls.Backups, IsLate: true);
        }
    }

    /// <summary>"10:30", or with its day where that is not today.</summary>
    internal static string Moment(DateTimeOffset at, DateOnly today) =>
        LondonTime.DateIn(at) == today
            ? LondonTime.TimeIn(at).ToString("HH:mm", British)
            : $"{LondonTime.ToShortWords(LondonTime.DateIn(at))}, {LondonTime.TimeIn(at).ToString("HH:mm", British)}";

    /// <summary>What is to be done for a step of the set-up, why, and where; no address where it is not done on a page of the one who looks.</summary>
    internal static (string Words, string Why, string? Url) Step(SetUpStep step, bool isHeadteacher) =>
        step switch
        {
            SetUpStep.Calendar => ("Enter this year’s term dates", "Days to sign are counted in school days.", Urls.Calendar),
            SetUpStep.KeyRoles => ("Record who holds the key roles", "Readers see who the safeguarding leads and the named governor are.", Urls.KeyRoles),
            SetUpStep.Policy => ("Publish the first policy", "Import it from Word, check it, say who signs it.", Urls.Policies),
            SetUpStep.Staff => ("Add the staff", "Import the list from your MIS, or add people one by one.", Urls.People),
            SetUpStep.Invitations => ("Invite people to sign in", "Each gets a one-time link or a printed code.", Urls.People),
            SetUpStep.Mail => ("Set up e-mail", "Reminders leave by the school’s mail server. The person who looks after the server sets it up.", Urls.Mail),
            SetUpStep.Backup => isHeadteacher
                ? ("Make a back-up and a recovery key", "With both, the records can be restored on another computer.", Urls.Backups)
                : ("Make a back-up and a recovery key", "The headteacher does this.", null),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
        };

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
