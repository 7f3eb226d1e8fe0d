using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports;

/// <summary>The list of reports that were made.</summary>
public sealed class MadeReportsTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 9, 14);

    private TestSchool school = null!;
    private Actor office = null!;
    private Actor governor = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
        governor = office with { StaffId = StaffId.New(), FullName = "June Cooke", Roles = AccessRoles.Governor };
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_newest_stands_first_and_the_same_again_stands_there_once()
    {
        await MakeAsync(school.Headteacher, "Register, PDF", isNamed: true);
        await MakeAsync(school.Headteacher, "Governors’ report, PDF", isNamed: false);
        await MakeAsync(school.Headteacher, "Register, PDF", isNamed: true);

        Assert.Equal(["Register, PDF", "Governors’ report, PDF"], await ListAsync(school.Headteacher));
    }

    [Fact]
    public async Task Governors_do_not_see_that_a_report_with_names_was_made()
    {
        await MakeAsync(school.Headteacher, "Induction record of Amelia Hart", isNamed: true);
        await MakeAsync(school.Headteacher, "Governors’ report, PDF", isNamed: false);

        Assert.Equal(["Governors’ report, PDF"], await ListAsync(governor));
        Assert.Empty(await ListAsync(governor with { Roles = AccessRoles.Staff }));
    }

    [Fact]
    public async Task After_more_than_a_year_it_is_forgotten()
    {
        await MakeAsync(school.Headteacher, "Register, PDF", isNamed: true);
        school.Clock.Now += TimeSpan.FromDays(401);
        await MakeAsync(school.Headteacher, "Governors’ report, PDF", isNamed: false);

        Assert.Equal(["Governors’ report, PDF"], await ListAsync(school.Headteacher));
    }

    private async Task MakeAsync(Actor actor, string what, bool isNamed)
    {
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await school.AskAsync(
            async (MadeReports made) =>
            {
                await made.AddAsync(actor, what, Day, isNamed, "/reports/some.pdf?asAt=2026-09-14", Token);
                return true;
            }
        );
    }

    private async Task<IEnumerable<string>> ListAsync(Actor actor) =>
        (await school.AskAsync((MadeReports made) => made.ForAsync(actor, Token))).Select(report => report.What);
}
