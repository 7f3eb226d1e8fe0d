using StocksGreen.Induction.Documents.Layout;

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
