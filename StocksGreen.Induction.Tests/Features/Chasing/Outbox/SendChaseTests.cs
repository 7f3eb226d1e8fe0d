using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.Outbox;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Outbox;

/// <summary>The office chooses people, looks at what each gets, and presses once.</summary>
public sealed class SendChaseTests : IAsyncLifetime
{
    private readonly TestMailServer server = new();
    private TestSchool school = null!;
    private Actor office = null!;
    private Actor anna = null!;
    private Actor paper = null!;

    public async ValueTask InitializeAsync()
    {
        school = await MailSchool.OpenAsync(server);
        office = await school.HireOfficeAsync();
        anna = await school.HireAsync("Anna Reads", email: "anna@school.example");
        paper = await school.HireAsync("Pat Paper");
        await MailSchool.PublishAsync(school);
        server.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Each_is_shown_with_what_they_get_before_anything_is_sent()
    {
        var preview = await PreviewAsync(await ChooseAsync(anna, paper, office));

        Assert.Equal(
            ("Anna Reads", "1 policy to read and sign by Monday 28 September", false),
            (preview!.ByEmail.Single().Digest.Person.FullName, preview.ByEmail.Single().Written.Subject, preview.ByEmail.Single().IsRecent)
        );
        Assert.Equal(
            ["Pat Paper: No e-mail address", "Ruth Pemberton: No e-mail address"],
            preview.ForSlips.Select(slip => $"{slip.Digest.Person.FullName}: {slip.Why}")
        );
        Assert.Empty(await MailSchool.OutboxAsync(school));
    }

    [Fact]
    public async Task Pressed_twice_it_sends_once_and_the_reminder_is_recorded_with_who_asked()
    {
        var selection = await ChooseAsync(anna, paper);

        Assert.Equal(1, (await SendAsync(selection)).Value());
        Assert.Equal(
            ["These people have been written to already. Nothing was sent a second time."],
            (await SendAsync(selection)).Errors().Select(error => error.Sentence)
        );
        await DeliverAsync();

        Assert.Equal(["anna@school.example"], server.Recipients);
        await using var db = await school.DbAsync();
        var chase = await db.Chases.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((anna.StaffId, ChaseChannel.Email, "Ruth Pemberton", true), (chase.StaffId, chase.Channel, chase.ChasedBy, chase.NoticeId is not null));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Someone_reminded_in_the_last_three_days_is_marked_and_the_morning_after_counts_it()
    {
        await SendAsync(await ChooseAsync(anna));
        school.Clock.Now += TimeSpan.FromDays(2);
        Assert.True((await PreviewAsync(await ChooseAsync(anna)))!.ByEmail.Single().IsRecent);

        school.Clock.Now += TimeSpan.FromDays(1);
        Assert.False((await PreviewAsync(await ChooseAsync(anna)))!.ByEmail.Single().IsRecent);
    }

    [Fact]
    public async Task Only_who_chose_them_goes_on_and_only_for_a_day()
    {
        var selection = await ChooseAsync(anna);
        Assert.True(
            (await school.AskAsync((SendChase send) => send.ExecuteAsync(school.Headteacher, selection, TestContext.Current.CancellationToken))).IsNotFound()
        );
        Assert.True(
            (
                await school.AskAsync(
                    (SendChase send) => send.ExecuteAsync(office with { Roles = AccessRoles.Staff }, selection, TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
        Assert.True(
            (await school.AskAsync((ChoosePeople choose) => choose.ExecuteAsync(anna, [anna.StaffId], TestContext.Current.CancellationToken))).IsNotFound()
        );

        school.Clock.Now += TimeSpan.FromDays(1);
        Assert.True((await SendAsync(selection)).IsNotFound());
        Assert.Null(await PreviewAsync(selection));
    }

    [Fact]
    public async Task Anyone_who_signed_since_is_not_written_to()
    {
        var selection = await ChooseAsync(anna, paper);
        await using (var db = await school.DbAsync())
        {
            await school.SignAsync(anna, (await db.Versions.SingleAsync(TestContext.Current.CancellationToken)).Id);
        }

        Assert.Equal(["Nobody of them can be written to by e-mail any more."], (await SendAsync(selection)).Errors().Select(error => error.Sentence));
    }

    [Fact]
    public async Task Without_a_mail_server_the_office_writes_itself_and_records_that_it_did()
    {
        await using var other = await TestSchool.OpenAsync();
        var clerk = await other.HireOfficeAsync();
        var person = await other.HireAsync("Anna Reads", email: "anna@school.example");
        await MailSchool.PublishAsync(other);
        var selection = (
            await other.AskAsync((ChoosePeople choose) => choose.ExecuteAsync(clerk, [person.StaffId], TestContext.Current.CancellationToken))
        ).Value();

        var preview = await other.AskAsync((ChasePreviewQuery query) => query.ExecuteAsync(clerk, selection, TestContext.Current.CancellationToken));
        Assert.StartsWith(
            "mailto:anna%40school.example?subject=1%20policy%20to%20read%20and%20sign%20by%20Monday%2028%20September&body=Hello%20Anna%2C%0D%0A",
            preview!.ByEmail.Single().MailTo,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await other.AskAsync((SendChase send) => send.ExecuteAsync(clerk, selection, TestContext.Current.CancellationToken))).Value());

        await using var db = await other.DbAsync();
        Assert.Null((await db.Chases.SingleAsync(TestContext.Current.CancellationToken)).NoticeId);
        Assert.Empty(await db.OutboxMails.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mail_that_was_refused_is_sent_again_once_to_the_address_of_today()
    {
        server.Unknown.Add("anna@school.example");
        await SendAsync(await ChooseAsync(anna));
        await DeliverAsync();
        var refused = Assert.Single(await MailSchool.OutboxAsync(school));
        await school.SqlAsync("UPDATE People SET Email = 'anna.reads@school.example' WHERE Email = 'anna@school.example'");

        Assert.Equal(1, (await ResendAsync(office, refused.Id)).Value());
        Assert.NotEmpty((await ResendAsync(office, refused.Id)).Errors());
        Assert.True((await ResendAsync(anna, refused.Id)).IsNotFound());
        await DeliverAsync();

        Assert.Equal(["anna.reads@school.example"], server.Recipients);
        var board = await school.AskAsync((MailQuery query) => query.ExecuteAsync(office, TestContext.Current.CancellationToken));
        Assert.Equal((0, 0, 1), (board!.NeedSomeone.Count, board.Waiting.Count, board.SentCount));
        Assert.Null(await school.AskAsync((MailQuery query) => query.ExecuteAsync(anna, TestContext.Current.CancellationToken)));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    private async Task<Guid> ChooseAsync(params Actor[] people) =>
        (
            await school.AskAsync(
                (ChoosePeople choose) => choose.ExecuteAsync(office, [.. people.Select(person => person.StaffId)], TestContext.Current.CancellationToken)
            )
        ).Value();

    private Task<ChasePreview?> PreviewAsync(Guid selection) =>
        school.AskAsync((ChasePreviewQuery query) => query.ExecuteAsync(office, selection, TestContext.Current.CancellationToken));

    private Task<Result<int>> SendAsync(Guid selection) =>
        school.AskAsync((SendChase send) => send.ExecuteAsync(office, selection, TestContext.Current.CancellationToken));

    private Task<Result<int>> ResendAsync(Actor actor, Guid mail) =>
        school.AskAsync((ResendMail resend) => resend.ExecuteAsync(actor, mail, TestContext.Current.CancellationToken));

    private Task<int> DeliverAsync() =>
        school.AskAsync((StocksGreen.Induction.Features.Chasing.Delivery.DeliverMail deliver) => deliver.ExecuteAsync(TestContext.Current.CancellationToken));
}
