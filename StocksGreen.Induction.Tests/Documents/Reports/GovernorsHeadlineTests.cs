using System.Globalization;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Tests.Documents.Reports;

public sealed class GovernorsHeadlineTests
{
    [Theory]
    [InlineData(0, 0, 0, "", "Nobody had to sign a policy on that day.")]
    [InlineData(30, 0, 0, "", "All 30 signatures are given.")]
    [InlineData(28, 2, 0, "", "Nothing is late: 28 of 30 signatures are given, and there is still time for the rest.")]
    [InlineData(285, 0, 5, "14,9,3", "26 of 311 signatures are late, 5 of them by more than 20 school days; most are of the Policy 1 (14).")]
    [InlineData(20, 0, 0, "5,3,2", "10 of 30 signatures are late; the most of one policy are of the Policy 1 (5).")]
    [InlineData(24, 0, 6, "2,2,2", "6 of 30 signatures are late, all of them by more than 20 school days; they are spread over 3 policies.")]
    [InlineData(29, 0, 1, "1", "1 of 30 signatures is late by more than 20 school days; it is of the Policy 1.")]
    [InlineData(28, 0, 0, "2", "2 of 30 signatures are late; all are of the Policy 1.")]
    public void The_report_begins_with_what_it_says(int signed, int due, int overTwenty, string overdue, string headline)
    {
        int[] late = [.. overdue.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        var report = DocumentSamples.Report() with
        {
            Overall = new StandingFigures(signed, due, late.Sum(), 0, 0, 0),
            Overdue = new OverdueByAge(late.Sum() - overTwenty, 0, overTwenty),
            ByPolicy = [.. late.Select((count, i) => new NamedFigures($"Policy {i + 1}", new StandingFigures(0, 0, count, 0, 0, 0)))],
        };

        Assert.Equal(headline, GovernorsHeadline.Of(report));
    }
}
