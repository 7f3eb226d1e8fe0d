using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Matrix;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Matrix;

/// <summary>Published on Monday 14 September 2026, due on the 28th; asked on Thursday 1 October.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        var version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        await school.HireAsync("Zoë Fairbairn", jobTitle: "Cook");
        var paused = await school.HireAsync("Wendy Maltravers");
        var exempt = await school.HireAsync("Gwilym Rees-Davies", Audience.Governor, jobTitle: "Foundation governor");
        await school.HireAsync("Robert Evershed", endsOn: new DateOnly(2026, 9, 18));
        await school.HireAsync("Łukasz Nowak", startsOn: new DateOnly(2026, 9, 30), jobTitle: "Teaching assistant");
        await school.PauseAsync(paused, new DateOnly(2026, 9, 1));
        await school.ExemptAsync(exempt, version, new DateOnly(2026, 9, 1));
        await school.SignAsync(office, version);
        await school.SignAsync(school.Headteacher, version);
        await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" }, [Audience.Governor]);
        school.Clock.Now = new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Every_person_by_every_policy_with_totals_at_both_ends()
    {
        var matrix = (await AskAsync(new ChaseFilter()))!;

        Assert.Equal([("Another Policy", 0, 1), ("Visitors Policy", 2, 5)], matrix.Policies.Select(policy => (policy.Title, policy.Signed, policy.Asked)));
        Assert.Equal(
            [
                ("Gwilym Rees-Davies", "Overdue Exempt", 0, 1),
                ("Helen Ashdown", "NotAsked Signed", 1, 1),
                ("Łukasz Nowak", "NotAsked Due", 0, 1),
                ("Ruth Pemberton", "NotAsked Signed", 1, 1),
                ("Wendy Maltravers", "NotAsked Paused", 0, 1),
                ("Zoë Fairbairn", "NotAsked Overdue", 0, 1),
            ],
            matrix.People.Select(person => (person.FullName, string.Join(' ', person.Cells.Select(cell => cell.Kind)), person.Signed, person.Asked))
        );
        Assert.Equal((6, 2, 6), (matrix.Total, matrix.Signed, matrix.Asked));
    }

    [Fact]
    public async Task People_are_searched_and_paged_and_the_totals_are_of_all_whom_the_search_leaves()
    {
        for (var number = 10; number < 70; number++)
        {
            await school.HireAsync($"Many {number}", jobTitle: "Midday helper");
        }

        var second = (await AskAsync(new ChaseFilter(Search: "many", Page: 2)))!;

        Assert.Equal((60, 2, 10, "Many 60"), (second.Total, second.Pages, second.People.Count, second.People[0].FullName));
        Assert.Equal(60, second.Policies.Single(policy => policy.Title == "Visitors Policy").Asked);
        Assert.Empty((await AskAsync(new ChaseFilter(Search: "%_'\"<>")))!.People);
    }

    [Fact]
    public async Task Staff_and_governors_do_not_see_it()
    {
        Assert.Null(await AskAsync(new ChaseFilter(), AccessRoles.Staff));
        Assert.Null(await AskAsync(new ChaseFilter(), AccessRoles.Governor));
    }

    private Task<SigningMatrix?> AskAsync(ChaseFilter filter, AccessRoles roles = AccessRoles.Office) =>
        school.AskAsync((MatrixQuery query) => query.ExecuteAsync(office with { Roles = roles }, filter, TestContext.Current.CancellationToken));
}
