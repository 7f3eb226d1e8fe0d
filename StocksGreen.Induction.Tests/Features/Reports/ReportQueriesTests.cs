using StocksGreen.Induction.Data;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Evidence.Corrections;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Retention;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports;

/// <summary>Published on Monday 14 September 2026, due on the 28th; one signs on the 16th, one on 1 October.</summary>
public sealed class ReportQueriesTests : IAsyncLifetime
{
    private static readonly DateOnly FirstOfOctober = new(2026, 10, 1);

    private TestSchool school = null!;
    private VersionId version;
    private Actor governor = null!;
    private Actor late = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        version = await school.PublishAsync();
        governor = await school.HireAsync("Priya Nair", Audience.Governor, roles: AccessRoles.Staff | AccessRoles.Governor, jobTitle: "Parent governor");
        late = await school.HireAsync("Daniel Okafor");
        var paused = await school.HireAsync("Wendy Maltravers");
        await school.PauseAsync(paused, new DateOnly(2026, 9, 1));
        await school.HireAsync("Robert Evershed", endsOn: new DateOnly(2026, 9, 18));
        school.Clock.Now = At(16);
        await school.SignAsync(governor, version);
        school.Clock.Now = new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);
        await school.SignAsync(late, version);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_governors_report_counts_and_names_nobody()
    {
        var report = (await GovernorsAsync(FirstOfOctober))!;

        Assert.Equal(
            (TestSchool.Name, FirstOfOctober, school.Clock.Now, false, false),
            (report.School, report.AsAt, report.LastEntryAt, report.IsDayOver, report.IsDemonstration)
        );
        Assert.Equal(new StandingFigures(Signed: 2, Due: 0, Overdue: 1, Paused: 1, Exempt: 0, Left: 1), report.Overall);
        Assert.Equal(
            [
                new NamedFigures("Employees", new StandingFigures(1, 0, 1, 1, 0, 1)) { People = 2 },
                new NamedFigures("Governors", new StandingFigures(1, 0, 0, 0, 0, 0)) { People = 1 },
            ],
            report.ByAudience
        );
        Assert.Equal([new NamedFigures("Visitors Policy", report.Overall) { People = 3 }], report.ByPolicy);
        Assert.Equal(new OverdueByAge(0, 1, 0), report.Overdue);
        Assert.Equal([new PolicyReviewLine("Visitors Policy", "1", "October 2025", "In force, review overdue", IsOverdue: true)], report.Reviews);
        Assert.Equal(
            [.. Enumerable.Range(0, 4).Select(week => new DateOnly(2026, 9, 4).AddDays(7 * week)), FirstOfOctober],
            report.Trend.Select(point => point.Day)
        );
        Assert.Equal([0, 0, 1, 1, 2], report.Trend.Select(point => point.Figures.Signed));
        Assert.Equal(new ActivityCounts(new DateOnly(2026, 9, 1), FirstOfOctober) { VersionsPublished = 1, Signatures = 2 }, report.Activity);
        Assert.Equal(11, report.EvidenceEntries);
        Assert.Equal((string)(await school.ScalarAsync("SELECT Hash FROM Evidence WHERE Number = 11"))!, report.EvidenceHeadHash);
    }

    [Fact]
    public async Task The_report_of_a_past_day_is_the_same_byte_for_byte_whenever_it_is_made()
    {
        var day = new DateOnly(2026, 9, 30);
        var figures = (await GovernorsAsync(day))!;
        Assert.Equal(new StandingFigures(Signed: 1, Due: 0, Overdue: 2, Paused: 1, Exempt: 0, Left: 1), figures.Overall);
        Assert.Equal((7, true), (figures.EvidenceEntries, figures.IsDayOver));
        var before = await PapersAsync(day);

        var signed = await school.SignAsync(school.Headteacher, version);
        (await CorrectAsync(signed, CorrectionKind.Amends)).Value();
        (await CorrectAsync(await AttestationOfAsync(governor), CorrectionKind.Withdraws)).Value();
        await school.LeaveAsync(late, new DateOnly(2026, 10, 9));
        await school.PauseAsync(late, FirstOfOctober, new DateOnly(2026, 10, 9));
        await school.HireAsync("Starts later", startsOn: FirstOfOctober);
        (await school.DecidePackAsync(school.Headteacher, CeremonySteps.PackOf(await school.PolicyOfAsync(version)))).Value();
        school.Clock.Now += TimeSpan.FromDays(60);
        await school.PublishAsync(SmallPolicy.Amended);
        await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });
        // The server was off for two months; nothing is deleted before the headteacher says that the date is right.
        (await school.AskAsync((ConfirmDate confirm) => confirm.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken))).Value();
        Assert.True(await school.AskAsync((PurgeOnTime purge) => purge.ExecuteAsync(TestContext.Current.CancellationToken)) > 0);

        Assert.Equal(before, await PapersAsync(day));
        Assert.NotEqual(before, await PapersAsync(new DateOnly(2026, 11, 30)));

        async Task<List<byte[]>> PapersAsync(DateOnly asAt) =>
            [
                GovernorsReportDocument.Create((await GovernorsAsync(asAt))!),
                GovernorsReportDocument.Create(
                    (
                        await school.AskAsync(
                            (GovernorsReportQuery query) => query.ExecuteAsync(school.Headteacher, asAt, ReportSpan.Year, TestContext.Current.CancellationToken)
                        )
                    )!
                ),
                XlsxDocument.Create(GovernorsSheet.From((await GovernorsAsync(asAt))!)),
                RegisterDocument.Create((await RegisterAsync(asAt))!),
                CsvDocument.Create(RegisterSheet.From((await RegisterAsync(asAt))!)),
                XlsxDocument.Create(RegisterSheet.From((await RegisterAsync(asAt))!)),
                InductionRecordDocument.Create(
                    (
                        await school.AskAsync(
                            (InductionRecordQuery query) =>
                                query.ExecuteAsync(school.Headteacher, governor.StaffId, asAt, TestContext.Current.CancellationToken)
                        )
                    )!
                ),
            ];
    }

    [Fact]
    public async Task The_evidence_of_a_day_ends_at_midnight_in_London()
    {
        // Half past midnight on 11 October in London; in UTC it is still the 10th.
        school.Clock.Now = new DateTimeOffset(2026, 10, 10, 23, 30, 0, TimeSpan.Zero);
        await school.SignAsync(school.Headteacher, version);

        Assert.Equal((11, 2), Counts((await GovernorsAsync(new DateOnly(2026, 10, 10)))!));
        Assert.Equal((15, 3), Counts((await GovernorsAsync(new DateOnly(2026, 10, 11)))!));

        static (long, int) Counts(GovernorsReport report) => (report.EvidenceEntries, report.Overall.Signed);
    }

    [Fact]
    public async Task Before_anything_was_published_there_are_no_figures()
    {
        var report = (await GovernorsAsync(new DateOnly(2026, 9, 13)))!;

        Assert.Equal(StandingFigures.None, report.Overall);
        Assert.Null(report.Overall.PercentSigned);
        Assert.Empty(report.ByPolicy);
        Assert.Equal((0, null), (report.EvidenceEntries, report.EvidenceHeadHash));
    }

    [Fact]
    public async Task The_register_names_everybody_and_how_they_stand()
    {
        var register = (await RegisterAsync(FirstOfOctober))!;

        Assert.Equal((TestSchool.Name, FirstOfOctober), (register.School, register.AsAt));
        Assert.Equal(
            [
                Row("Helen Ashdown", "Headteacher", "Employee", new DateOnly(2026, 9, 18), "Overdue", null),
                Row("Robert Evershed", "Class teacher", "Employee", Due, "Left, not signed", null),
                Row("Wendy Maltravers", "Class teacher", "Employee", null, "Paused", null),
                Row("Priya Nair", "Parent governor", "Governor", Due, "Signed", At(16)),
                Row("Daniel Okafor", "Class teacher", "Employee", Due, "Signed", school.Clock.Now),
            ],
            register.Rows.Select(row => (row.Name, row.Role, row.Audience, row.Policy, row.Version, row.Due, row.Standing, row.SignedAt))
        );
    }

    [Fact]
    public async Task The_register_of_a_past_day_does_not_know_what_came_later()
    {
        var before = (await RegisterAsync(new DateOnly(2026, 9, 30)))!.Rows;
        await school.SignAsync(school.Headteacher, version);
        await school.PauseAsync(late, FirstOfOctober, new DateOnly(2026, 12, 18));

        Assert.Equal(before, (await RegisterAsync(new DateOnly(2026, 9, 30)))!.Rows);
        Assert.Equal("Overdue", before.Single(row => row.Name == "Daniel Okafor").Standing);
    }

    [Fact]
    public async Task Each_report_is_for_those_who_may_see_it_and_none_before_the_school_is_set_up()
    {
        Assert.Null(await GovernorsAsync(FirstOfOctober, AccessRoles.Staff | AccessRoles.Office));
        Assert.NotNull(await GovernorsAsync(FirstOfOctober, AccessRoles.Governor));
        Assert.Null(await RegisterAsync(FirstOfOctober, AccessRoles.Governor | AccessRoles.Office));
        Assert.NotNull(await RegisterAsync(FirstOfOctober, AccessRoles.DesignatedSafeguardingLead));

        await using var empty = await TestSchool.NotSetUpAsync();
        Assert.Null(
            await empty.AskAsync((GovernorsReportQuery query) => query.ExecuteAsync(school.Headteacher, FirstOfOctober, TestContext.Current.CancellationToken))
        );
        Assert.Null(
            await empty.AskAsync((RegisterQuery query) => query.ExecuteAsync(school.Headteacher, FirstOfOctober, TestContext.Current.CancellationToken))
        );
    }

    [Theory]
    [InlineData(null, "2026-10-01", null)]
    [InlineData("  ", "2026-10-01", null)]
    [InlineData("2026-10-01", "2026-10-01", null)]
    [InlineData(" 2026-08-31 ", "2026-08-31", null)]
    [InlineData("2026-10-02", null, "A report cannot be of a day that has not come.")]
    [InlineData("31/08/2026", "2026-08-31", null)]
    [InlineData("2026-02-30", null, "“2026-02-30” is not a date: that month has no such day.")]
    public void A_report_is_of_a_day_that_has_come(string? text, string? day, string? refusal) =>
        Assert.Equal(
            (day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), refusal),
            ReportAsAt.Parse(text, FirstOfOctober)
        );

    [Fact]
    public void Before_the_school_was_set_up_there_is_nothing_to_report() =>
        Assert.Equal(
            (null, "The school’s record begins on 14 September 2026. There is nothing to report of an earlier day."),
            ReportAsAt.Parse("2026-09-13", FirstOfOctober, setUpOn: new DateOnly(2026, 9, 14))
        );

    [Theory]
    [InlineData(ReportSpan.Term, "2026-08-31", "2026-04-01")]
    [InlineData(ReportSpan.Term, "2026-09-01", "2026-09-01")]
    [InlineData(ReportSpan.Term, "2027-02-10", "2027-01-01")]
    [InlineData(ReportSpan.Year, "2026-08-31", "2025-09-01")]
    [InlineData(ReportSpan.Year, "2026-12-01", "2026-09-01")]
    public void A_report_looks_back_to_the_beginning_of_its_term_or_year(ReportSpan span, string asAt, string from) =>
        Assert.Equal(
            DateOnly.ParseExact(from, "O", System.Globalization.CultureInfo.InvariantCulture),
            ReportPeriod.Create(span, DateOnly.ParseExact(asAt, "O", System.Globalization.CultureInfo.InvariantCulture), SchoolCalendar.WithoutTermDates).From
        );

    [Theory]
    [InlineData("2026-08-31", "2026-04-01")] // of a year whose terms are not known
    [InlineData("2026-09-01", "2026-09-01")]
    [InlineData("2026-12-18", "2026-09-01")]
    [InlineData("2026-12-28", "2026-09-01")]
    [InlineData("2027-01-03", "2026-09-01")]
    [InlineData("2027-01-04", "2026-12-19")]
    [InlineData("2027-04-11", "2026-12-19")]
    [InlineData("2027-04-12", "2027-03-26")]
    [InlineData("2027-08-31", "2027-03-26")]
    [InlineData("2027-09-01", "2027-09-01")]
    public void Where_the_schools_terms_are_known_a_report_looks_back_to_the_end_of_the_one_before(string asAt, string from) =>
        Assert.Equal(
            DateOnly.ParseExact(from, "O", System.Globalization.CultureInfo.InvariantCulture),
            ReportPeriod.Create(ReportSpan.Term, DateOnly.ParseExact(asAt, "O", System.Globalization.CultureInfo.InvariantCulture), TestTerms.Calendar).From
        );

    [Fact]
    public async Task The_figures_and_the_register_are_sheets_with_days_as_days()
    {
        var register = RegisterSheet.From((await RegisterAsync(FirstOfOctober))!).Rows.ToList();
        var figures = GovernorsSheet.From((await GovernorsAsync(FirstOfOctober))!).Rows.ToList();

        Assert.Equal(5, register.Count);
        Assert.Equal(
            [
                SheetCell.From("Priya Nair"),
                SheetCell.From("Parent governor"),
                SheetCell.From("Governor"),
                SheetCell.From("Visitors Policy"),
                SheetCell.From("1"),
                SheetCell.From((DateOnly?)Due),
                SheetCell.From("Signed"),
                SheetCell.From((DateTimeOffset?)At(16)),
                SheetCell.From((DateOnly?)FirstOfOctober),
            ],
            register[3]
        );
        Assert.Equal(SheetCell.Blank, register[2][5]);
        Assert.Equal(
            [
                SheetCell.From("School"),
                SheetCell.From(TestSchool.Name),
                SheetCell.From((DateOnly?)FirstOfOctober),
                SheetCell.From((long?)3),
                SheetCell.From((long?)2),
            ],
            figures[0].Take(5)
        );
    }

    private Task<Result<Unit>> CorrectAsync(AttestationId id, CorrectionKind kind) =>
        school.AskAsync(
            (CorrectSignature correct) =>
                correct.ExecuteAsync(school.Headteacher, id, kind, "The wrong person.", "A shared tablet.", TestContext.Current.CancellationToken)
        );

    private async Task<AttestationId> AttestationOfAsync(Actor person)
    {
        await using var db = await school.DbAsync();
        return db.Attestations.Single(row => row.StaffId == person.StaffId).Id;
    }

    private static readonly DateOnly Due = new(2026, 9, 28);

    private static (string, string, string, string, string, DateOnly?, string, DateTimeOffset?) Row(
        string name,
        string role,
        string audience,
        DateOnly? due,
        string standing,
        DateTimeOffset? signedAt
    ) => (name, role, audience, "Visitors Policy", "1", due, standing, signedAt);

    private static DateTimeOffset At(int day) => new(2026, 9, day, 9, 0, 0, TimeSpan.Zero);

    private Task<GovernorsReport?> GovernorsAsync(DateOnly asAt, AccessRoles roles = AccessRoles.Headteacher) =>
        school.AskAsync(
            (GovernorsReportQuery query) => query.ExecuteAsync(school.Headteacher with { Roles = roles }, asAt, TestContext.Current.CancellationToken)
        );

    private Task<Register?> RegisterAsync(DateOnly asAt, AccessRoles roles = AccessRoles.Headteacher) =>
        school.AskAsync((RegisterQuery query) => query.ExecuteAsync(school.Headteacher with { Roles = roles }, asAt, TestContext.Current.CancellationToken));
}
