using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Today;

/// <summary>Published on Monday 14 September 2026, due on the 28th; asked on Thursday 1 October.</summary>
public sealed class TodayTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Thursday = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        await school.HireAsync("Zoë Fairbairn");
        var paused = await school.HireAsync("Wendy Maltravers");
        var exempt = await school.HireAsync("Gwilym Rees-Davies", Audience.Governor);
        await school.HireAsync("Robert Evershed", endsOn: new DateOnly(2026, 9, 18));
        await school.HireAsync("Łukasz Nowak", startsOn: new DateOnly(2026, 9, 30));
        await school.PauseAsync(paused, new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 5));
        await school.ExemptAsync(exempt, version, new DateOnly(2026, 9, 1));
        await school.SignAsync(office, version);
        await school.SignAsync(school.Headteacher, version);
        school.Clock.Now = Thursday;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_board_counts_what_the_rule_says()
    {
        var board = (await BoardAsync(office))!;

        await using var db = await school.DbAsync();
        var requirements = (await db.ReadSchoolFactsAsync(TestContext.Current.CancellationToken)).RequirementsAt(LondonTime.DateIn(Thursday));
        Assert.Equal(StandingFigures.From(requirements), board.Overall);
        Assert.Equal(new StandingFigures(2, 1, 1, 1, 1, 1), board.Overall);
        Assert.Equal([("Visitors Policy", board.Overall)], board.ByPolicy.Select(line => (line.Title, line.Figures)));
        Assert.Equal(
            [(Audience.Employee, new StandingFigures(2, 1, 1, 1, 0, 1)), (Audience.Governor, new StandingFigures(0, 0, 0, 0, 1, 0))],
            board.ByAudience
        );
        Assert.Equal((new DateOnly(2026, 9, 1), 0), board.Trend[0]);
        Assert.Equal((new DateOnly(2026, 10, 1), 2), board.Trend[^1]);
    }

    [Fact]
    public async Task What_needs_doing_comes_first_and_what_there_is_none_of_is_not_there()
    {
        var toDo = TodayText.ToDo((await BoardAsync(office))!).Select(line => (line.Count, line.Words)).ToList();

        Assert.Equal(
            (IEnumerable<(int?, string)>)
                [
                    (1, "person is overdue"),
                    (1, "person has something due within five school days"),
                    (1, "policy is past its full review"),
                    (null, "Wendy Maltravers comes back on Tuesday 6 October 2026"),
                    (null, "Łukasz Nowak started on Wednesday 30 September 2026"),
                ],
            toDo
        );
        Assert.Equal(Urls.WhoHasNotSigned + "?standing=Overdue", TodayText.ToDo((await BoardAsync(office))!).First().Url);
    }

    [Fact]
    public async Task Every_figure_says_of_how_many_and_who_stands_next_to_it()
    {
        var figures = (await BoardAsync(office))!.Overall;

        Assert.Equal("2 of 4", TodayText.Signed(figures));
        Assert.Equal("1 paused, 1 exempt, 1 left", TodayText.NotCounted(figures));
        Assert.Equal(("nobody asked", "–"), (TodayText.Signed(StandingFigures.None), TodayText.NotCounted(StandingFigures.None)));
    }

    [Fact]
    public async Task Staff_and_governors_do_not_see_it()
    {
        Assert.Null(await BoardAsync(office with { Roles = AccessRoles.Staff }));
        Assert.Null(await BoardAsync(office with { Roles = AccessRoles.Governor }));
    }

    [Fact]
    public async Task A_new_school_is_led_through_its_set_up_and_then_no_longer()
    {
        var setUp = (await BoardAsync(office))!.SetUp;

        Assert.False(setUp.IsAllThereIs);
        Assert.False(setUp.IsComplete);
        Assert.Contains(SetUpStep.Policy, setUp.Done);
        Assert.DoesNotContain(SetUpStep.Backup, setUp.Done);

        await using var fresh = await TestSchool.OpenAsync();
        var first = await fresh.AskAsync((TodayQuery query) => query.ExecuteAsync(fresh.Headteacher, TestContext.Current.CancellationToken));
        Assert.True(first!.SetUp.IsAllThereIs);
        Assert.True(new SetUpProgress(Enum.GetValues<SetUpStep>().ToHashSet()).IsComplete);
    }

    [Fact]
    public async Task What_was_done_last_is_there_with_its_person()
    {
        var recent = (await BoardAsync(office))!.Recent;

        Assert.Contains(recent, line => line.Who == office.FullName && line.What == "signed Visitors Policy" && line.Url == Urls.Person(office.StaffId));
        Assert.Contains(recent, line => line.What == "Visitors Policy, version 1, was published");
        Assert.Equal(recent.OrderByDescending(line => line.At), recent);
    }

    [Fact]
    public async Task The_headteacher_hears_of_a_back_up_that_is_missing_old_or_failed()
    {
        Assert.Equal("There is no back-up of the school’s records", await BackupLineAsync(school.Headteacher));
        Assert.Null(await BackupLineAsync(office));

        Directory.CreateDirectory(school.Folder.Backups);
        await File.WriteAllBytesAsync(Path.Combine(school.Folder.Backups, "induction-20260928T020000Z.zip"), [], TestContext.Current.CancellationToken);
        Assert.Equal($"The last back-up is of {LondonTime.ToShortWords(new DateOnly(2026, 9, 28))}, 03:00", await BackupLineAsync(school.Headteacher));

        await File.WriteAllBytesAsync(Path.Combine(school.Folder.Backups, "induction-20261001T020000Z.zip"), [], TestContext.Current.CancellationToken);
        Assert.Null(await BackupLineAsync(school.Headteacher));

        await school.AskAsync(
            (BackupFolder backups) =>
            {
                backups.WriteStatus(new BackupStatus(Thursday, "The disk is full.", null, null));
                return Task.FromResult(true);
            }
        );
        Assert.Equal("The last back-up failed: The disk is full.", await BackupLineAsync(school.Headteacher));
    }

    [Fact]
    public void Mail_that_does_not_leave_is_said_with_its_reason()
    {
        var faults = new TodayFaults(Thursday, "The server refuses the password.", null, null, false);

        Assert.Equal("10:00", TodayText.Moment(Thursday, new DateOnly(2026, 10, 1)));
        Assert.Equal("1 Oct, 10:00", TodayText.Moment(Thursday, new DateOnly(2026, 10, 2)));
        Assert.Equal("Mail has not left since 10:00: The server refuses the password.", TodayText.Faults(faults, new DateOnly(2026, 10, 1)).Single().Words);
    }

    private async Task<string?> BackupLineAsync(Actor actor) =>
        TodayText.ToDo((await BoardAsync(actor))!).SingleOrDefault(line => line.Url == Urls.Backups)?.Words;

    private Task<TodaySummary?> BoardAsync(Actor actor) =>
        school.AskAsync((TodayQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken));
}
