using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Contact;

/// <summary>Two people are overdue on Thursday 1 October 2026, and both were recorded as reminded with one press.</summary>
public sealed class TakeBackContactTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Thursday = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    private TestSchool school = null!;
    private VersionId version;
    private Actor office = null!;
    private Actor zoe = null!;
    private Actor lukasz = null!;
    private IReadOnlyList<Guid> recorded = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        version = await school.PublishAsync();
        office = await school.HireOfficeAsync();
        zoe = await school.HireAsync("Zoë Fairbairn");
        lukasz = await school.HireAsync("Łukasz Nowak");
        school.Clock.Now = Thursday;
        recorded = (
            await school.AskAsync(
                (RecordChase record) => record.ExecuteAsync(office, [(zoe.StaffId, version), (lukasz.StaffId, version)], ChaseChannel.Telephone, Token)
            )
        ).Value();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task What_was_taken_back_counts_nowhere_and_both_stay_in_the_evidence()
    {
        Assert.Equal(2, (await TakeBackAsync(office)).Value());

        Assert.All((await ListAsync()).People, person => Assert.Null(person.LastChased));
        Assert.Empty((await HistoryAsync()).Chases);
        await using var db = await school.DbAsync();
        Assert.Equal(2, await db.Chases.CountAsync(Token));
        var back = await db.ChasesTakenBack.AsNoTracking().OrderBy(row => row.EvidenceNumber).ToListAsync(Token);
        Assert.Equal(recorded, back.Select(row => row.ChaseId));
        Assert.All(back, row => Assert.Equal(("Ruth Pemberton", office.StaffId), (row.TakenBackByName, row.TakenBackBy)));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task It_can_be_taken_back_of_one_person_alone()
    {
        var own = Assert.Single((await PersonAsync(zoe)).Contacts).Chases!;
        Assert.Equal(1, (await school.AskAsync((TakeBackContact back) => back.ExecuteAsync(office, own, Token))).Value());

        Assert.Equal([lukasz.FullName], (await ListAsync()).People.Where(person => person.LastChased is not null).Select(person => person.FullName));
        var contact = Assert.Single((await PersonAsync(zoe)).Contacts);
        Assert.Equal(("Reminded by telephone of 1 policy", (IReadOnlyList<Guid>?)null, "Ruth Pemberton"), (contact.What, contact.Chases, contact.TakenBackBy));
        Assert.Equal(recorded.Except(own), Assert.Single((await PersonAsync(lukasz)).Contacts).Chases!);
    }

    [Fact]
    public async Task Twice_changes_nothing_and_says_so()
    {
        (await TakeBackAsync(office)).Value();

        Assert.Equal(["It was taken back before; nothing changed."], (await TakeBackAsync(school.Headteacher)).Errors().Select(error => error.Sentence));
        await using var db = await school.DbAsync();
        Assert.Equal(2, await db.ChasesTakenBack.CountAsync(Token));
    }

    [Fact]
    public async Task Staff_can_take_nothing_back_and_there_must_be_a_reminder()
    {
        Assert.True((await TakeBackAsync(office with { Roles = AccessRoles.Staff })).IsNotFound());
        Assert.True((await school.AskAsync((TakeBackContact back) => back.ExecuteAsync(office, [Guid.NewGuid()], Token))).IsNotFound());
    }

    [Fact]
    public async Task Today_shows_the_press_as_one_line_until_it_is_taken_back()
    {
        var line = Assert.Single(await RecentAsync(), one => one.Contact is not null);
        Assert.Equal(("Ruth Pemberton", "reminded 2 people by telephone", Urls.WhoHasNotSigned), (line.Who, line.What, line.Url));

        (await school.AskAsync((TakeBackContact back) => back.ExecuteAsync(office, line.Contact!, Token))).Value();

        Assert.DoesNotContain(await RecentAsync(), one => one.Contact is not null);
    }

    private Task<Result<int>> TakeBackAsync(Actor actor) => school.AskAsync((TakeBackContact back) => back.ExecuteAsync(actor, recorded, Token));

    private async Task<ChaseList> ListAsync() => (await school.AskAsync((ChaseListQuery query) => query.ExecuteAsync(office, new ChaseFilter(), Token)))!;

    private async Task<PersonEntry> PersonAsync(Actor person) =>
        (await school.AskAsync((PersonQuery query) => query.ExecuteAsync(office, person.StaffId, Token)))!;

    private async Task<IReadOnlyList<RecentEvent>> RecentAsync() => (await school.AskAsync((TodayQuery query) => query.ExecuteAsync(office, Token)))!.Recent;

    private async Task<ReminderHistory> HistoryAsync()
    {
        await using var db = await school.DbAsync();
        return await ReminderPlanQuery.HistoryAsync(db, new DateOnly(2026, 10, 1), Token);
    }
}
