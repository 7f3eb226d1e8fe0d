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

    [Fact]
    public void The_first_page_says_what_moved_who_is_new_and_which_reviews_the_month_brings()
    {
        var report = DocumentSamples.Report() with
        {
            Before = new TrendPoint(new DateOnly(2026, 3, 31), new StandingFigures(80, 10, 10, 0, 0, 0)),
            NewStarters = new StarterFigures(InTime: 4, StillInTime: 1, Late: 1),
            Reviews = [DocumentSamples.Report().Reviews[0] with { IsDueThisMonth = true }],
        };

        Assert.Equal(
            [
                "Compared with 31 March 2026: 80 of 100 (80%) signed then, 97 of 118 (82%) now; 10 overdue then, 9 now.",
                "6 new people with something to sign: 4 signed everything in time, 1 still has time, 1 is or was late.",
                "Due for review this month: Social Media Policy.",
            ],
            GovernorsHeadline.Further(report)
        );
        Assert.Equal(
            [
                "There is no earlier report to compare with: the evidence does not reach back to the end of the last term or month.",
                "No policy’s review is due this month.",
            ],
            GovernorsHeadline.Further(DocumentSamples.Report())
        );
    }

    [Theory]
    [InlineData(new[] { 78.5, 100 }, "75 100 5")]
    [InlineData(new[] { 64.2, 66.9 }, "64 67 1")]
    [InlineData(new[] { 0.0, 100 }, "0 100 20")]
    [InlineData(new[] { 100.0, 100 }, "99 100 1")]
    [InlineData(new[] { 0.0, 0 }, "0 1 1")]
    public void The_scale_of_the_chart_fits_its_figures(double[] percentages, string scale)
    {
        var (low, high, step) = TrendChart.Fit(percentages);

        Assert.Equal(scale, FormattableString.Invariant($"{low} {high} {step}"));
    }
}
