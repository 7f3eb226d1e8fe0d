using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Features.Chasing;

/// <summary>Published on Monday 14 September 2026, due on the 28th; asked on Thursday 1 October.</summary>
public sealed class ChaseTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Thursday = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    private TestSchool school = null!;
    private VersionId version;
    private Actor office = null!;
    private Actor overdue = null!;
    private Actor paused = null!;
    private Actor exempt = null!;
    private Actor gone = null!;
    private Actor starter = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        overdue = await school.HireAsync("Zoë Fairbairn", jobTitle: "Cook");
        paused = await school.HireAsync("Wendy Maltravers");
        exempt = await school.HireAsync("Gwilym Rees-Davies", Audience.Governor, jobTitle: "Foundation governor");
        gone = await school.HireAsync("Robert Evershed", endsOn: new DateOnly(2026, 9, 18));
        starter = await school.HireAsync("Łukasz Nowak", startsOn: new DateOnly(2026, 9, 30), jobTitle: "Teaching assistant");
        await school.PauseAsync(paused, new DateOnly(2026, 9, 1));
        await school.ExemptAsync(exempt, version, new DateOnly(2026, 9, 1));
        await school.SignAsync(office, version);
        await school.SignAsync(school.Headteacher, version);
        school.Clock.Now = Thursday;
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task The_list_has_the_most_overdue_first_and_those_of_whom_nothing_is_asked_last()
    {
        var late = await school.HireAsync("Also Late", startsOn: new DateOnly(2026, 9, 15));

        var list = (await ListAsync(new ChaseFilter()))!;

        Assert.Equal(
            [
                new ChaseRow(late.StaffId, version, list.Policies[0].Id, "Also Late", "Class teacher", "Visitors Policy", new DateOnly(2026, 9, 21), new Standing(StandingKind.Overdue, -8), IsReviewOverdue: true, null),
                new ChaseRow(overdue.StaffId, version, list.Policies[0].Id, "Zoë Fairbairn", "Cook", "Visitors Policy", new DateOnly(2026, 9, 28), new Standing(StandingKind.Overdue, -3), IsReviewOverdue: true, null),
                new ChaseRow(starter.StaffId, version, list.Policies[0].Id, "Łukasz Nowak", "Teaching assistant", "Visitors Policy", new DateOnly(2026, 10, 6), new Standing(StandingKind.Due, 3), IsReviewOverdue: true, null),
                new ChaseRow(paused.StaffId, version, list.Policies[0].Id, "Wendy Maltravers", "Class teacher", "Visitors Policy", new DateOnly(2026, 9, 28), new Standing(StandingKind.Paused, null), IsReviewOverdue: true, null),
                new ChaseRow(exempt.StaffId, version, list.Policies[0].Id, "Gwilym Rees-Davies", "Foundation governor", "Visitors Policy", new DateOnly(2026, 9, 28), new Standing(StandingKind.Exempt, null), IsReviewOverdue: true, null),
            ],
            list.Rows);
        Assert.Equal((2, 1), (list.Overdue, list.DueThisWeek));
        Assert.Equal(["Visitors Policy"], list.Policies.Select(policy => policy.Title));
        Assert.Equal(["Class teacher", "Cook", "Foundation governor", "Teaching assistant"], list.JobTitles);
    }

    [Theory]
    [InlineData("zoe", "Zoë Fairbairn")]
    [InlineData("LUKASZ", "Łukasz Nowak")]
    [InlineData("visitors cook", "Zoë Fairbairn")]
    [InlineData("nobody", "")]
    [InlineData("robert", "")]
    public async Task A_search_looks_in_name_role_and_policy_without_accents(string search, string found) =>
        Assert.Equal(found, string.Join(", ", (await ListAsync(new ChaseFilter(Search: search)))!.Rows.Select(row => row.FullName)));

    [Fact]
    public async Task A_filter_narrows_the_rows_and_never_the_counts_of_the_school()
    {
        var other = await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" }, [Audience.Governor]);
        var everything = (await ListAsync(new ChaseFilter()))!;
        var another = everything.Policies.Single(policy => policy.Title == "Another Policy").Id;

        var byPolicy = (await ListAsync(new ChaseFilter(Policy: another)))!;
        var byRole = (await ListAsync(new ChaseFilter(JobTitle: "Cook")))!;
        var byStanding = (await ListAsync(new ChaseFilter(Standing: StandingKind.Paused)))!;

        Assert.Equal([(exempt.StaffId, other)], byPolicy.Rows.Select(row => (row.StaffId, row.VersionId)));
        Assert.Equal([overdue.StaffId], byRole.Rows.Select(row => row.StaffId));
        Assert.Equal([paused.StaffId], byStanding.Rows.Select(row => row.StaffId));
        Assert.All(new[] { byPolicy, byRole, byStanding }, list => Assert.Equal((everything.Overdue, everything.DueThisWeek, everything.JobTitles.Count), (list.Overdue, list.DueThisWeek, list.JobTitles.Count)));
    }

    [Fact]
    public async Task A_reminder_is_evidence_that_the_school_asked()
    {
        Assert.Equal(1, await ChaseAsync(office, ChaseChannel.PrintedSlip, overdue));

        await using var db = await school.DbAsync();
        var chase = await db.Chases.SingleAsync(TestContext.Current.CancellationToken);
        var entry = await db.Evidence.SingleAsync(row => row.Number == chase.EvidenceNumber, TestContext.Current.CancellationToken);
        Assert.Equal(new Chase(chase.Id, overdue.StaffId, version, Thursday, ChaseChannel.PrintedSlip, "Ruth Pemberton", entry.Number), chase);
        Assert.Equal((EvidenceKind.PersonChased, Thursday, chase.Id.ToString()), (entry.Kind, entry.At, entry.Subject));
        Assert.Equal(
            new ChaseFacts("chase/1", chase.Id, overdue.StaffId.Value, version.Value, "PrintedSlip", new DateOnly(2026, 9, 28), "Ruth Pemberton", office.StaffId.Value, Thursday).ToJson(), entry.Payload);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task The_list_shows_the_latest_reminder()
    {
        await ChaseAsync(office, ChaseChannel.Email, overdue);
        school.Clock.Now = Thursday.AddDays(1);
        await ChaseAsync(office, ChaseChannel.InPerson, overdue, starter);

        var chased = (await ListAsync(new ChaseFilter()))!.Rows.Where(row => row.LastChased is not null).Select(row => (row.FullName, row.LastChased!.Channel, row.LastChased.At));

        Assert.Equal([("Zoë Fairbairn", ChaseChannel.InPerson, Thursday.AddDays(1)), ("Łukasz Nowak", ChaseChannel.InPerson, Thursday.AddDays(1))], chased);
    }

    [Fact]
    public async Task Who_has_signed_is_paused_exempt_or_gone_is_not_reminded()
    {
        Assert.Equal(0, await ChaseAsync(office, ChaseChannel.Email, office, paused, exempt, gone));
        Assert.Equal(1, await ChaseAsync(office, ChaseChannel.Email, paused, overdue));
        Assert.Equal([overdue.StaffId], await ChasedAsync());
    }

    [Fact]
    public async Task Staff_and_governors_neither_see_the_list_nor_remind_anybody()
    {
        Assert.Null(await ListAsync(new ChaseFilter(), AccessRoles.Staff));
        Assert.Null(await ListAsync(new ChaseFilter(), AccessRoles.Governor | AccessRoles.DesignatedSafeguardingLead));
        Assert.Equal(0, await ChaseAsync(office with { Roles = AccessRoles.Staff }, ChaseChannel.Email, overdue));
        Assert.Empty(await ChasedAsync());
    }

    private Task<ChaseList?> ListAsync(ChaseFilter filter, AccessRoles roles = AccessRoles.Office) =>
        school.AskAsync((ChaseListQuery query) => query.ExecuteAsync(office with { Roles = roles }, filter, TestContext.Current.CancellationToken));

    private Task<int> ChaseAsync(Actor actor, ChaseChannel channel, params Actor[] whom) => school.AskAsync((RecordChase record) =>
        record.ExecuteAsync(actor, [.. whom.Select(person => (person.StaffId, version))], channel, TestContext.Current.CancellationToken));

    private async Task<List<StaffId>> ChasedAsync()
    {
        await using var db = await school.DbAsync();
        return await db.Chases.Select(chase => chase.StaffId).ToListAsync(TestContext.Current.CancellationToken);
    }
}
