using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Documents.Reports;

/// <summary>What a governor should take away, in a sentence before any table.</summary>
internal static class GovernorsHeadline
{
    /// <summary>"26 of 311 signatures are late, 5 of them by more than 20 school days; most are of the Behaviour Policy (14)."</summary>
    public static string Of(GovernorsReport report)
    {
        var (overall, overdue) = (report.Overall, report.Overall.Overdue);
        if (overall.Required == 0)
        {
            return "Nobody had to sign a policy on that day.";
        }

        if (overdue == 0)
        {
            return overall.Due == 0
                ? $"All {SharedText.Number(overall.Required)} signatures are given."
                : $"Nothing is late: {SharedText.Part(overall.Signed, overall.Required)} signatures are given, and there is still time for the rest.";
        }

        var are = overdue == 1 ? "is" : "are";
        return $"{SharedText.Part(overdue, overall.Required)} signatures {are} late{Long(report.Overdue, overdue)}{Where(report.ByPolicy, overdue)}.";
    }

    /// <summary>What else belongs to the first page: how it moved, who is new, and which reviews this month brings.</summary>
    public static IEnumerable<string> Further(GovernorsReport report)
    {
        yield return Moved(report);
        if (report.NewStarters.All > 0)
        {
            yield return Starters(report.NewStarters);
        }

        var due = report.Reviews.Where(review => review.IsDueThisMonth).Select(review => review.Title).ToList();
        yield return due.Count == 0 ? "No policy’s review is due this month." : $"Due for review this month: {string.Join("; ", due)}.";
    }

    private static string Moved(GovernorsReport report)
    {
        if (report.Before is not { Figures.Required: > 0 } before)
        {
            return "There is no earlier report to compare with: the evidence does not reach back to the end of the last term or month.";
        }

        var (now, then) = (report.Overall, before.Figures);
        return $"Compared with {LondonTime.ToWords(before.Day)}: {SharedText.Signed(then, SharedText.NoOneRequired)} signed then, "
            + $"{SharedText.Signed(now, SharedText.NoOneRequired)} now; {SharedText.Number(then.Overdue)} overdue then, {SharedText.Number(now.Overdue)} now.";
    }

    private static string Starters(StarterFigures starters)
    {
        var parts = new (int Count, string Words)[]
        {
            (starters.InTime, "signed everything in time"),
            (starters.StillInTime, starters.StillInTime == 1 ? "still has time" : "still have time"),
            (starters.Late, starters.Late == 1 ? "is or was late" : "are or were late"),
        };
        return $"{SharedText.Number(starters.All)} new {(starters.All == 1 ? "person" : "people")} with something to sign: "
            + string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{SharedText.Number(part.Count)} {part.Words}"))
            + ".";
    }

    private static string Long(OverdueByAge overdue, int total) =>
        overdue.OverTwenty switch
        {
            0 => "",
            var all when all == total => $"{(total == 1 ? "" : ", all of them")} by more than 20 school days",
            var some => $", {SharedText.Number(some)} of them by more than 20 school days",
        };

    private static string Where(IReadOnlyList<NamedFigures> policies, int total)
    {
        var late = policies.Where(policy => policy.Figures.Overdue > 0).OrderByDescending(policy => policy.Figures.Overdue).ToList();
        return late switch
        {
            [] => "",
            [var one] => $"; {(total == 1 ? "it is" : "all are")} of the {one.Name}",
            [var first, ..] when first.Figures.Overdue * 2 > total => $"; most are of the {first.Name} ({SharedText.Number(first.Figures.Overdue)})",
            [var first, var second, ..] when first.Figures.Overdue > second.Figures.Overdue =>
                $"; the most of one policy are of the {first.Name} ({SharedText.Number(first.Figures.Overdue)})",
            _ => $"; they are spread over {SharedText.Number(late.Count)} policies",
        };
    }
}
