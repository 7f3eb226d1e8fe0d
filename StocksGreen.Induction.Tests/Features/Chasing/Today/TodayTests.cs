using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
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
            [
                (1, "person is overdue"),
                (1, "person has something due within five school days"),
                (1, "policy is past its full review"),
                (1, "person comes back from a long absence within a week"),
                (1, "Łukasz Nowak started on Wednesday 30 September 2026"),
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

    private Task<TodaySummary?> BoardAsync(Actor actor) =>
        school.AskAsync((TodayQuery query) => query.ExecuteAsync(actor, TestContext.Current.CancellationToken));
}
