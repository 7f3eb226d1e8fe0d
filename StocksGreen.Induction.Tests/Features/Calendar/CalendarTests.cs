using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Calendar;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Calendar;

public sealed class CalendarTests : IAsyncLifetime
{
    private static readonly AcademicYear Year = new(2026);

    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task Half_term_moves_what_is_due_once_the_terms_are_entered()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        school.Clock.Now = At(2026, 10, 19);
        await school.PublishAsync();
        Assert.Equal(new DateOnly(2026, 11, 2), await DueAsync(amelia, new DateOnly(2026, 10, 19)));

        school.Clock.Now = At(2026, 10, 20);
        await school.EnterTermsAsync();

        Assert.Equal(new DateOnly(2026, 11, 9), await DueAsync(amelia, new DateOnly(2026, 10, 20)));
    }

    [Fact]
    public async Task What_is_entered_later_never_changes_the_answer_for_an_earlier_day()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        await school.PublishAsync();
        var before = await DueAsync(amelia, new DateOnly(2026, 9, 20));

        school.Clock.Now = At(2026, 9, 21);
        await school.EnterTermsAsync();
        await DecideAsync(
            new DayForm
            {
                Name = "Flooded",
                First = new DateOnly(2026, 9, 22),
                Last = new DateOnly(2026, 9, 24),
                Kind = CalendarDayKind.Closure,
                StaffWork = false,
            }
        );
        await PatternAsync(amelia, WorkingDays.Tuesday | WorkingDays.Thursday, new DateOnly(2026, 9, 1));

        Assert.Equal(new DateOnly(2026, 9, 28), before);
        Assert.Equal(before, await DueAsync(amelia, new DateOnly(2026, 9, 20)));
        // Tuesdays and Thursdays after 14 September: 15, 17, 29 September, 1, 6, 8, 13, 15, 20 and 22 October, as 22 and 24 September were flooded.
        Assert.Equal(new DateOnly(2026, 10, 22), await DueAsync(amelia, new DateOnly(2026, 9, 21)));
    }

    [Fact]
    public async Task A_decision_of_the_last_minute_before_midnight_in_London_belongs_to_its_own_day_also_when_the_clocks_change()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        school.Clock.Now = At(2026, 10, 19);
        await school.PublishAsync();

        // 25 October 2026, 23:59 GMT: an hour more than the day before had.
        school.Clock.Now = new DateTimeOffset(2026, 10, 25, 23, 59, 0, TimeSpan.Zero);
        await school.EnterTermsAsync();

        Assert.Equal(new DateOnly(2026, 11, 2), await DueAsync(amelia, new DateOnly(2026, 10, 24)));
        Assert.Equal(new DateOnly(2026, 11, 9), await DueAsync(amelia, new DateOnly(2026, 10, 25)));
    }

    [Fact]
    public async Task A_snow_day_entered_after_midnight_by_Londons_clock_in_summer_time_belongs_to_the_new_day()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        school.Clock.Now = At(2027, 3, 22);
        await school.PublishAsync();

        // 28 March 2027, 23:30 UTC, is half past midnight of Monday the 29th: the clocks went forward in the night before.
        school.Clock.Now = new DateTimeOffset(2027, 3, 28, 23, 30, 0, TimeSpan.Zero);
        await DecideAsync(
            new DayForm
            {
                Name = "Snow",
                First = new DateOnly(2027, 3, 30),
                Kind = CalendarDayKind.Closure,
                StaffWork = false,
            }
        );

        Assert.Equal(new DateOnly(2027, 4, 7), await DueAsync(amelia, new DateOnly(2027, 3, 28)));
        Assert.Equal(new DateOnly(2027, 4, 8), await DueAsync(amelia, new DateOnly(2027, 3, 29)));
    }

    [Fact]
    public async Task Entering_the_same_dates_twice_changes_nothing_and_other_dates_replace_them()
    {
        await school.EnterTermsAsync();
        await school.EnterTermsAsync();
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM TermDates"));

        var moved = TestTerms.Forms();
        moved[0].Last = new DateOnly(2026, 12, 16);
        (await EnterAsync(Year, moved)).Value();

        var (calendar, today) = (await QueryAsync(school.Headteacher))!.Value;
        Assert.Equal(
            (new DateOnly(2026, 9, 14), false, true),
            (today, calendar.IsSchoolDay(new DateOnly(2026, 12, 17)), calendar.IsSchoolDay(new DateOnly(2026, 12, 16)))
        );
        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM TermDates"));
    }

    [Fact]
    public async Task Terms_that_cannot_be_are_refused_each_in_a_sentence_and_nothing_is_stored()
    {
        Assert.Equal(["Terms[0].First", "Terms[1].First", "Terms[2].First"], Fields(await EnterAsync(Year, [])));
        var terms = TestTerms.Forms();
        terms[0].Last = new DateOnly(2026, 9, 1);
        terms[1].HalfTermLast = null;
        terms[2].HalfTermFirst = new DateOnly(2027, 4, 1);
        Assert.Equal(["Terms[0].Last", "Terms[1].HalfTermLast", "Terms[2].HalfTermFirst"], Fields(await EnterAsync(Year, terms)));
        var overlapping = TestTerms.Forms();
        overlapping[1].First = new DateOnly(2026, 12, 18);
        Assert.Equal(
            ["The spring term begins after the autumn term has ended."],
            (await EnterAsync(Year, overlapping)).Errors().Select(error => error.Sentence)
        );
        Assert.Equal(["Terms[0].First", "Terms[1].First", "Terms[2].First"], Fields(await EnterAsync(new AcademicYear(2030), TestTerms.Forms())));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM TermDates"));
    }

    [Fact]
    public async Task Single_days_that_cannot_be_are_refused()
    {
        Assert.Equal(["Kind", "First"], Fields(await DecideAsync(new DayForm())));
        Assert.Equal(
            ["Name", "StaffWork", "Last"],
            Fields(
                await DecideAsync(
                    new DayForm
                    {
                        First = new DateOnly(2026, 12, 1),
                        Last = new DateOnly(2026, 11, 30),
                        Kind = CalendarDayKind.Inset,
                    }
                )
            )
        );
        Assert.Equal(["That is a weekend, which counts for nothing anyway."], (
                await DecideAsync(
                    new DayForm
                    {
                        Name = "Fair",
                        First = new DateOnly(2026, 12, 5),
                        Last = new DateOnly(2026, 12, 6),
                        Kind = CalendarDayKind.Closure,
                        StaffWork = false,
                    }
                )
            ).Errors().Select(error => error.Sentence));
        Assert.Equal(["First"], Fields(await DecideAsync(new DayForm { First = new DateOnly(2026, 12, 1), Kind = CalendarDayKind.Ordinary })));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM CalendarDays"));
    }

    [Fact]
    public async Task A_day_is_taken_back_by_another_decision_and_both_stay_on_record()
    {
        var day = new DateOnly(2026, 12, 1);
        await DecideAsync(
            new DayForm
            {
                Name = "Snow",
                First = day,
                Kind = CalendarDayKind.Closure,
                StaffWork = false,
            }
        );
        Assert.False((await QueryAsync(school.Headteacher))!.Value.Calendar.IsWorkingDay(day));

        (await DecideAsync(new DayForm { First = day, Kind = CalendarDayKind.Ordinary })).Value();

        Assert.True((await QueryAsync(school.Headteacher))!.Value.Calendar.IsWorkingDay(day));
        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM CalendarDays"));
    }

    [Fact]
    public async Task Nobody_but_the_office_and_the_headteacher_keeps_the_calendar()
    {
        var teacher = await school.HireAsync("Amelia Hart");

        Assert.Null(await QueryAsync(teacher));
        Assert.True(
            (
                await school.AskAsync((DecideTermDates decide) => decide.ExecuteAsync(teacher, Year, TestTerms.Forms(), TestContext.Current.CancellationToken))
            ).IsNotFound()
        );
        Assert.True(
            (await school.AskAsync((DecideDay decide) => decide.ExecuteAsync(teacher, new DayForm(), TestContext.Current.CancellationToken))).IsNotFound()
        );
        Assert.True(
            (
                await school.AskAsync(
                    (DecideWorkingDays decide) =>
                        decide.ExecuteAsync(teacher, teacher.StaffId, WorkingDays.Monday, new DateOnly(2026, 9, 1), TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
        (
            await school.AskAsync(
                async (DecideDay decide) =>
                    await decide.ExecuteAsync(
                        await school.HireOfficeAsync(),
                        new DayForm
                        {
                            Name = "Snow",
                            First = new DateOnly(2026, 12, 1),
                            Kind = CalendarDayKind.Closure,
                            StaffWork = true,
                        },
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();
    }

    [Fact]
    public async Task Working_days_need_a_day_a_first_day_and_a_person()
    {
        var amelia = await school.HireAsync("Amelia Hart");

        Assert.Equal(["Days", "From"], Fields(await PatternAsync(amelia, WorkingDays.None, null)));
        Assert.Equal(["Days"], Fields(await PatternAsync(amelia, (WorkingDays)64, new DateOnly(2026, 9, 1))));
        Assert.True(
            (
                await school.AskAsync(
                    (DecideWorkingDays decide) =>
                        decide.ExecuteAsync(
                            school.Headteacher,
                            StaffId.New(),
                            WorkingDays.Monday,
                            new DateOnly(2026, 9, 1),
                            TestContext.Current.CancellationToken
                        )
                )
            ).IsNotFound()
        );
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM WorkingPatterns"));
    }

    [Fact]
    public async Task Anyone_who_needs_only_the_calendar_gets_the_one_that_due_dates_use()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        await school.EnterTermsAsync();
        await PatternAsync(amelia, WorkingDays.Friday, new DateOnly(2026, 9, 1));
        var monday = new DateOnly(2026, 9, 14);

        await using var db = await school.DbAsync();
        var patterns = await db.WorkingPatterns.AsNoTracking().Where(row => row.StaffId == amelia.StaffId).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            new DateOnly(2026, 11, 6),
            (await db.ReadCalendarAsync(monday, TestContext.Current.CancellationToken)).For(patterns).Add(new DateOnly(2026, 10, 23), 1)
        );
        Assert.Equal(new DateOnly(2026, 11, 2), (await db.ReadCalendarAsync(monday, TestContext.Current.CancellationToken)).Add(new DateOnly(2026, 10, 23), 1));
        Assert.True((await db.ReadCalendarAsync(monday.AddDays(-1), TestContext.Current.CancellationToken)).IsSchoolDay(new DateOnly(2026, 10, 26)));
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);

    private static IEnumerable<string> Fields(Result<Unit> result) => result.Errors().Select(error => error.Key);

    private async Task<DateOnly> DueAsync(Actor person, DateOnly asAt)
    {
        await using var db = await school.DbAsync();
        return Assert.Single((await db.ReadSchoolFactsAsync(person.StaffId, TestContext.Current.CancellationToken)).RequirementsAt(asAt)).DueOn;
    }

    private Task<Result<Unit>> EnterAsync(AcademicYear year, IReadOnlyList<TermForm> terms) =>
        school.AskAsync((DecideTermDates decide) => decide.ExecuteAsync(school.Headteacher, year, terms, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> DecideAsync(DayForm form) =>
        school.AskAsync((DecideDay decide) => decide.ExecuteAsync(school.Headteacher, form, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> PatternAsync(Actor person, WorkingDays days, DateOnly? from) =>
        school.AskAsync(
            (DecideWorkingDays decide) => decide.ExecuteAsync(school.Headteacher, person.StaffId, days, from, TestContext.Current.CancellationToken)
        );

    private Task<(SchoolCalendar Calendar, DateOnly Today)?> QueryAsync(Actor actor) =>
        school.AskAsync((CalendarQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken));
}
