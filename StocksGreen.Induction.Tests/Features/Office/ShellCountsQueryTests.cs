using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components.Shell;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Features.Office;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Office;

/// <summary>The numbers of the menu, on Thursday 1 October 2026; published on 14 September, due on the 28th.</summary>
public sealed class ShellCountsQueryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Thursday = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Statements statements = new();
    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync(services => services.ConfigureDbContext<InductionDb>(options => options.AddInterceptors(statements)));
        var version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        await school.HireAsync("Zoë Fairbairn");
        await school.HireAsync("Łukasz Nowak", startsOn: new DateOnly(2026, 9, 30));
        await school.SignAsync(office, version);
        school.Clock.Now = Thursday;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_menu_counts_people_as_Today_does_and_asks_the_database_once()
    {
        var board = (await school.AskAsync((TodayQuery query) => query.ExecuteAsync(office, TestContext.Current.CancellationToken)))!;
        statements.Seen.Clear();

        var counts = await CountAsync(office);

        Assert.Single(statements.Seen);
        Assert.Equal(new ShellCounts(ToSign: 3, Overdue: 2, Questions: 0, Declarations: 0, Drafts: 0, Mails: 0), counts);
        Assert.Equal(board.Overdue, counts.Overdue);
    }

    [Fact]
    public async Task Whoever_may_see_no_names_is_told_no_numbers_of_them() =>
        Assert.Equal(ShellCounts.None, await CountAsync(office with { Roles = AccessRoles.Staff | AccessRoles.Governor }));

    private Task<ShellCounts> CountAsync(Actor actor) =>
        school.AskAsync((ShellCountsQuery query) => query.ExecuteAsync(actor, isNamedGovernor: false, TestContext.Current.CancellationToken));

    private sealed class Statements : DbCommandInterceptor
    {
        internal ConcurrentQueue<string> Seen { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Seen.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
