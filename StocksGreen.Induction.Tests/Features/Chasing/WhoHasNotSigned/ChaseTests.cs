using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.Matrix;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.WhoHasNotSigned;

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
                new ChaseRow(
                    late.StaffId,
                    version,
                    list.Policies[0].Id,
                    "Also Late",
                    "Class teacher",
                    "Visitors Policy",
                    new DateOnly(2026, 9, 21),
                    new Standing(StandingKind.Overdue, -8),
                    IsReviewOverdue: true,
                    null
                ),
                new ChaseRow(
                    overdue.StaffId,
                    version,
                    list.Policies[0].Id,
                    "Zoë Fairbairn",
                    "Cook",
                    "Visitors Policy",
                    new DateOnly(2026, 9, 28),
                    new Standing(StandingKind.Overdue, -3),
                    IsReviewOverdue: true,
                    null
                ),
                new ChaseRow(
                    starter.StaffId,
                    version,
                    list.Policies[0].Id,
                    "Łukasz Nowak",
                    "Teaching assistant",
                    "Visitors Policy",
                    new DateOnly(2026, 10, 6),
                    new Standing(StandingKind.Due, 3),
                    IsReviewOverdue: true,
                    null
                ),
                new ChaseRow(
                    paused.StaffId,
                    version,
                    list.Policies[0].Id,
                    "Wendy Maltravers",
                    "Class teacher",
                    "Visitors Policy",
                    new DateOnly(2026, 9, 28),
                    new Standing(StandingKind.Paused, null),
                    IsReviewOverdue: true,
                    null
                ),
                new ChaseRow(
                    exempt.StaffId,
                    version,
                    list.Policies[0].Id,
                    "Gwilym Rees-Davies",
                    "Foundation governor",
                    "Visitors Policy",
                    new DateOnly(2026, 9, 28),
                    new Standing(StandingKind.Exempt, null),
                    IsReviewOverdue: true,
                    null
                ),
            ],
            list.People.SelectMany(person => person.Lines)
        );
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
        Assert.Equal(found, string.Join(", ", (await ListAsync(new ChaseFilter(Search: search)))!.People.Select(row => row.FullName)));

    [Fact]
    public async Task A_filter_narrows_the_rows_and_never_the_counts_of_the_school()
    {
        var other = await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" }, [Audience.Governor]);
        var everything = (await ListAsync(new ChaseFilter()))!;
        var another = everything.Policies.Single(policy => policy.Title == "Another Policy").Id;

        var byPolicy = (await ListAsync(new ChaseFilter(Policy: another)))!;
        var byRole = (await ListAsync(new ChaseFilter(JobTitle: "Cook")))!;
        var byStanding = (await ListAsync(new ChaseFilter(Standing: ChaseStanding.Paused)))!;

        Assert.Equal([(exempt.StaffId, other)], byPolicy.People.SelectMany(person => person.Lines).Select(row => (row.StaffId, row.VersionId)));
        Assert.Equal([overdue.StaffId], byRole.People.Select(row => row.StaffId));
        Assert.Equal([paused.StaffId], byStanding.People.Select(row => row.StaffId));
        Assert.All(
            new[] { byPolicy, byRole, byStanding },
            list =>
                Assert.Equal((everything.Overdue, everything.DueThisWeek, everything.JobTitles.Count), (list.Overdue, list.DueThisWeek, list.JobTitles.Count))
        );
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_and_all_of_it_can_be_chosen()
    {
        for (var number = 10; number < 40; number++)
        {
            await school.HireAsync($"Many {number}", jobTitle: "Midday helper");
        }

        var many = new ChaseFilter(JobTitle: "Midday helper", Order: ChaseOrder.Person);
        var second = (await ListAsync(many with { Page = 2 }))!;
        var beyond = (await ListAsync(many with { Page = 99, IsReversed = true }))!;
        var keys = await school.AskAsync((ChaseListQuery query) => query.ChoosableAsync(office, many, TestContext.Current.CancellationToken));
        var all = await school.AskAsync((ChaseListQuery query) => query.ChoosableAsync(office, new ChaseFilter(), TestContext.Current.CancellationToken));

        Assert.Equal((30, 2), (second.Total, second.Pages));
        Assert.Equal(["Many 35", "Many 36", "Many 37", "Many 38", "Many 39"], second.People.Select(row => row.FullName));
        Assert.Equal((2, "Many 10"), (beyond.Filter.Page, beyond.People[^1].FullName));
        Assert.Equal((30, 32), (keys.Count, all.Count));
        Assert.Empty(
            await school.AskAsync(
                (ChaseListQuery query) => query.ChoosableAsync(office with { Roles = AccessRoles.Staff }, many, TestContext.Current.CancellationToken)
            )
        );
    }

    [Theory]
    [InlineData(null, null, 5)]
    [InlineData(ChaseStanding.Overdue, null, 2)]
    [InlineData(ChaseStanding.Due, null, 1)]
    [InlineData(ChaseStanding.DueThisWeek, null, 1)]
    [InlineData(ChaseStanding.Waiting, null, 0)]
    [InlineData(ChaseStanding.Paused, null, 1)]
    [InlineData(ChaseStanding.Exempt, null, 1)]
    [InlineData(null, OverdueAge.UpToFive, 1)]
    [InlineData(null, OverdueAge.UpToTwenty, 1)]
    [InlineData(null, OverdueAge.OverTwenty, 0)]
    public async Task Every_chip_says_how_many_it_leads_to(ChaseStanding? standing, OverdueAge? age, int rows)
    {
        await school.HireAsync("Also Late", startsOn: new DateOnly(2026, 9, 15));

        foreach (var search in new[] { null, "visitors" })
        {
            var list = (await ListAsync(new ChaseFilter(Standing: standing, Age: age, Search: search)))!;
            Assert.Equal((rows, rows), (list.People.Count, list.Total));
            Assert.Equal(
                (2, 1, 1, 0, 1, 1),
                (
                    list.Counts[ChaseStanding.Overdue],
                    list.Counts[ChaseStanding.Due],
                    list.Counts[ChaseStanding.DueThisWeek],
                    list.Counts[ChaseStanding.Waiting],
                    list.Counts[ChaseStanding.Paused],
                    list.Counts[ChaseStanding.Exempt]
                )
            );
        }
    }

    [Fact]
    public async Task A_list_is_narrowed_by_audience_and_team_and_sorted_by_role()
    {
        await using (var db = await school.DbAsync())
        {
            (await db.People.SingleAsync(person => person.Id == starter.StaffId, TestContext.Current.CancellationToken)).LedBy(office.StaffId);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal([exempt.StaffId], (await ListAsync(new ChaseFilter(Audience: Audience.Governor)))!.People.Select(row => row.StaffId));
        Assert.Equal([starter.StaffId], (await ListAsync(new ChaseFilter(Lead: office.StaffId, Order: ChaseOrder.Role)))!.People.Select(row => row.StaffId));
        Assert.Equal([(office.StaffId, "Ruth Pemberton")], (await ListAsync(new ChaseFilter()))!.Leads);
    }

    [Fact]
    public async Task Someone_with_many_policies_is_one_row_and_counted_once_and_as_late_as_the_latest_of_them()
    {
        await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });

        var list = (await ListAsync(new ChaseFilter(JobTitle: "Cook")))!;
        var cook = Assert.Single(list.People);

        Assert.Equal(["Visitors Policy", "Another Policy"], cook.Lines.Select(line => line.PolicyTitle));
        Assert.Equal((StandingKind.Overdue, "1 overdue, 1 due"), (cook.Lead.Standing.Kind, ChaseText.Open(cook)));
        Assert.Equal((1, 1, 1, 1, 1), (list.Total, list.Everyone, list.Choosable, list.Counts[ChaseStanding.Overdue], list.Counts[ChaseStanding.Due]));
        Assert.Equal(
            StandingKind.Due,
            Assert.Single((await ListAsync(new ChaseFilter(JobTitle: "Cook", Standing: ChaseStanding.Due)))!.People).Lead.Standing.Kind
        );
        Assert.Equal((1, 1), (await OpenAsync(list.Policies[0].Id), await OpenAsync(list.Policies[1].Id)));
        Assert.Equal(2, await OpenAsync(null));

        async Task<int> OpenAsync(PolicyId? policy) =>
            (await school.AskAsync((ChaseListQuery query) => query.OpenAsync(office, [overdue.StaffId], policy, TestContext.Current.CancellationToken))).Count;
    }

    [Fact]
    public async Task Of_a_choice_that_was_kept_only_those_come_back_who_still_have_something_to_sign()
    {
        var kept = await school.AskAsync(
            (ChaseListQuery query) =>
                query.StillChoosableAsync(
                    office,
                    [overdue.StaffId, paused.StaffId, office.StaffId, gone.StaffId, StaffId.New()],
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Equal([(overdue.StaffId, "Zoë Fairbairn")], kept.Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void What_the_address_says_is_read_back_and_nonsense_is_left_out()
    {
        var filter = new ChaseFilter(
            PolicyId.New(),
            "-1:1 Support",
            Audience.Volunteer,
            ChaseStanding.DueThisWeek,
            StaffId.New(),
            OverdueAge.OverTwenty,
            "zoë & søren",
            ChaseOrder.Role,
            IsReversed: true,
            3
        );
        var address = filter.ToAddress().ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);

        Assert.Equal(filter, ChaseFilter.Parse(name => address.GetValueOrDefault(name)));
        Assert.Equal(
            new ChaseFilter(),
            ChaseFilter.Parse(name =>
                name switch
                {
                    "role" or "search" => " ",
                    "page" => "0",
                    _ => "7",
                }
            )
        );
        Assert.Equal(new ChaseFilter(), ChaseFilter.Parse(_ => null));
        Assert.Equal(new ChaseFilter(Page: 1), ChaseFilter.Parse(name => name == "page" ? "-5" : null));
    }

    [Fact]
    public async Task The_list_as_a_file_says_what_is_shown_and_calculates_nothing()
    {
        await school.HireAsync("Late Too", jobTitle: "-1:1 Support");
        await ChaseAsync(office, ChaseChannel.Telephone, overdue);

        var rows = (
            await school.AskAsync(
                (ChaseListQuery query) => query.AllAsync(office, new ChaseFilter(Standing: ChaseStanding.Overdue), TestContext.Current.CancellationToken)
            )
        )!;

        Assert.Equal(
            "Person,Role,Policy,Asked,Due,Standing,School days late,Last chased (London time),How,Has e-mail\r\n"
                + "Late Too,'-1:1 Support,Visitors Policy,all of it,2026-09-28,Overdue,3,,,no\r\n"
                + "Zoë Fairbairn,Cook,Visitors Policy,all of it,2026-09-28,Overdue,3,2026-10-01T10:00:00+01:00,by telephone,no\r\n",
            System.Text.Encoding.UTF8.GetString(StocksGreen.Induction.Documents.Spreadsheets.CsvDocument.Create(ChaseSheet.From(rows))[3..])
        );
        Assert.Null(
            await school.AskAsync(
                (ChaseListQuery query) => query.AllAsync(office with { Roles = AccessRoles.Staff }, new ChaseFilter(), TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task A_reminder_is_evidence_that_the_school_asked()
    {
        Assert.Single((await ChaseAsync(office, ChaseChannel.PrintedSlip, overdue)).Value());

        await using var db = await school.DbAsync();
        var chase = await db.Chases.SingleAsync(TestContext.Current.CancellationToken);
        var entry = await db.Evidence.SingleAsync(row => row.Number == chase.EvidenceNumber, TestContext.Current.CancellationToken);
        Assert.Equal(
            new Chase(
                chase.Id,
                Thursday,
                overdue.StaffId,
                version,
                ChaseChannel.PrintedSlip,
                new DateOnly(2026, 9, 28),
                "Ruth Pemberton",
                office.StaffId,
                NoticeId: null
            )
            {
                EvidenceNumber = entry.Number,
            },
            chase
        );
        Assert.Equal((EvidenceKind.Of<Chase>(), Thursday, chase.Id.ToString()), (entry.Kind, entry.At, entry.Subject));
        Assert.Equal(chase.ToJson(), entry.Payload);
        Assert.Contains("\"form\":\"chase/1\"", entry.Payload, StringComparison.Ordinal);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task The_list_shows_the_latest_reminder()
    {
        await ChaseAsync(office, ChaseChannel.Email, overdue);
        school.Clock.Now = Thursday.AddDays(1);
        await ChaseAsync(office, ChaseChannel.InPerson, overdue, starter);

        var chased = (await ListAsync(new ChaseFilter()))!
            .People.Where(row => row.LastChased is not null)
            .Select(row => (row.FullName, row.LastChased!.Channel, row.LastChased.At));

        Assert.Equal([("Zoë Fairbairn", ChaseChannel.InPerson, Thursday.AddDays(1)), ("Łukasz Nowak", ChaseChannel.InPerson, Thursday.AddDays(1))], chased);
    }

    [Fact]
    public async Task Who_has_signed_is_paused_exempt_or_gone_is_not_reminded()
    {
        Assert.Empty((await ChaseAsync(office, ChaseChannel.Email, office, paused, exempt, gone)).Value());
        Assert.Single((await ChaseAsync(office, ChaseChannel.Email, paused, overdue)).Value());
        Assert.Equal([overdue.StaffId], await ChasedAsync());
    }

    [Fact]
    public async Task Staff_and_governors_neither_see_the_list_nor_remind_anybody()
    {
        Assert.Null(await ListAsync(new ChaseFilter(), AccessRoles.Staff));
        Assert.Null(await ListAsync(new ChaseFilter(), AccessRoles.Governor | AccessRoles.DesignatedSafeguardingLead));
        Assert.True((await ChaseAsync(office with { Roles = AccessRoles.Staff }, ChaseChannel.Email, overdue)).IsNotFound());
        Assert.Empty(await ChasedAsync());
    }

    private Task<ChaseList?> ListAsync(ChaseFilter filter, AccessRoles roles = AccessRoles.Office) =>
        school.AskAsync((ChaseListQuery query) => query.ExecuteAsync(office with { Roles = roles }, filter, TestContext.Current.CancellationToken));

    private Task<Result<IReadOnlyList<Guid>>> ChaseAsync(Actor actor, ChaseChannel channel, params Actor[] whom) =>
        school.AskAsync(
            (RecordChase record) =>
                record.ExecuteAsync(actor, [.. whom.Select(person => (person.StaffId, version))], channel, TestContext.Current.CancellationToken)
        );

    private async Task<List<StaffId>> ChasedAsync()
    {
        await using var db = await school.DbAsync();
        return await db.Chases.Select(chase => chase.StaffId).ToListAsync(TestContext.Current.CancellationToken);
    }
}
