using System.Net.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Features.Chasing.Outbox;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Delivery;

/// <summary>What becomes of a mail, with a real mail server that takes it, refuses it, is away, or is not to be trusted.</summary>
public sealed class DeliverMailTests : IAsyncLifetime
{
    private static readonly FilledSchool WithPolicy = new(async school =>
    {
        school.Clock.Now = MailSchool.HalfPastSeven;
        await MailSchool.PublishAsync(school);
    });

    private readonly TestMailServer server = new();
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await MailSchool.OpenAsync(server, filled: WithPolicy);

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_is_not_tried_again_and_keeps_nobody_else_waiting()
    {
        await MailSchool.HireAsync(school, 3);
        server.Unknown.Add("person2@school.example");
        server.Start();

        await RoundsAsync(days: 1);

        Assert.Equal(["head@school.example", "person1@school.example", "person3@school.example"], server.Recipients.Order());
        var refused = Assert.Single(await MailSchool.OutboxAsync(school), mail => mail.Result is NoticeResult.Refused);
        Assert.Equal(("person2@school.example", 1), (refused.ToAddress, refused.Tries));
        Assert.StartsWith("550 5.1.1 no such person here", refused.Words, StringComparison.Ordinal);
        Assert.True(refused.NeedsSomeone);
        Assert.Equal(1, (await school.AskAsync((TodayQuery today) => today.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)))!.Mails);
    }

    [Fact]
    public async Task A_server_that_says_later_is_asked_later_and_takes_it_once()
    {
        server.Busy.Add("head@school.example");
        server.Start();
        await MailSchool.RoundAsync(school);
        Assert.StartsWith("451 4.7.1 come again later", (await OnlyAsync()).Words, StringComparison.Ordinal);
        Assert.Empty(server.Taken);

        server.Busy.Clear();
        await MailSchool.RoundAsync(school);
        Assert.Empty(server.Taken);
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await MailSchool.RoundAsync(school);
        await RoundsAsync(days: 1);

        Assert.Single(server.Taken);
        Assert.Equal((NoticeResult.Accepted, 2), ((await OnlyAsync()).Result, (await OnlyAsync()).Tries));
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_after_1_5_30_and_120_minutes_and_given_up_after_two_days()
    {
        var tries = new List<double>();
        var start = school.Clock.Now;
        // Minute by minute while it is tried at other times than every two hours; ten minutes meet every time after that as well.
        for (
            var last = 0;
            (await MailSchool.OutboxAsync(school)).FirstOrDefault()?.State is not OutboxState.Ended;
            school.Clock.Now += TimeSpan.FromMinutes(tries.Count < 6 ? 1 : 10)
        )
        {
            await MailSchool.RoundAsync(school);
            var mail = (await MailSchool.OutboxAsync(school))[0];
            if (mail.Tries > last)
            {
                tries.Add((school.Clock.Now - start).TotalMinutes);
                last = mail.Tries;
            }
        }

        Assert.Equal([0, 1, 6, 36, 156, 276], tries.Take(6));
        Assert.InRange(tries[^1], 46 * 60, 48 * 60);
        var ended = (await MailSchool.OutboxAsync(school))[0];
        Assert.Equal(NoticeResult.GivenUp, ended.Result);
        Assert.StartsWith("localhost cannot be reached", ended.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_starttls_is_told_nothing()
    {
        await using var open = new TestMailServer(offersTls: false);
        open.Start();
        await using var other = await MailSchool.OpenAsync(open, filled: WithPolicy);

        await MailSchool.RoundAsync(other);

        Assert.Empty(open.Taken);
        Assert.Equal("localhost does not offer STARTTLS, so nothing was said to it.", Assert.Single(await MailSchool.OutboxAsync(other)).Words);
    }

    [Fact]
    public async Task A_server_with_another_certificate_is_told_nothing()
    {
        server.Start();
        await using var impostor = new TestMailServer();
        await using var other = await TestSchool.OpenAsync();
        await using var mailer = new StocksGreen.Induction.Mail.SmtpMailer(MailSchool.Options(server));

        var answer = await mailer.HandOverAsync(
            Letter("anna@school.example"),
            () => Assert.Fail("Nothing may be handed over."),
            TestContext.Current.CancellationToken
        );

        Assert.StartsWith(
            "localhost shows a certificate that this machine does not trust",
            Assert.IsType<StocksGreen.Induction.Mail.MailAnswer.Unreachable>(answer).Words,
            StringComparison.Ordinal
        );
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("mail.another.example", true)]
    public async Task The_name_in_a_servers_certificate_is_held_against_the_name_in_the_settings(string certified, bool isAnother)
    {
        await using var named = new TestMailServer(certified: certified);
        named.Start();
        SslPolicyErrors? found = null;
        await using var mailer = new SmtpMailer(
            MailSchool.Options(named),
            (_, _, _, errors) =>
            {
                found = errors;
                return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
            },
            TimeSpan.FromMinutes(1)
        );

        var answer = await mailer.HandOverAsync(Letter("anna@school.example"), () => { }, TestContext.Current.CancellationToken);

        Assert.Equal(isAnother, found?.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.Equal(isAnother ? 0 : 1, named.Taken.Count);
        Assert.Equal(isAnother, answer is MailAnswer.Unreachable);
    }

    [Fact]
    public async Task A_wrong_password_is_said_in_words_and_the_mail_waits_for_the_right_one()
    {
        server.Start();
        await using var other = await MailSchool.OpenAsync(server, [("Password", "wrong")], filled: WithPolicy);

        await MailSchool.RoundAsync(other);

        var mail = Assert.Single(await MailSchool.OutboxAsync(other));
        Assert.Equal((OutboxState.Waiting, "localhost refuses the user name or the password."), (mail.State, mail.Words));
    }

    [Fact]
    public async Task A_line_break_in_a_name_or_a_title_begins_no_header_of_its_own()
    {
        await school.HireAsync("Mallory\r\nBcc: everybody@school.example\r\n", email: "mallory@school.example");
        server.Start();

        await MailSchool.RoundAsync(school);

        var mail = server.Taken.Single(mail => mail.To.Mailboxes.Single().Address == "mallory@school.example");
        Assert.Equal("Mallory Bcc: everybody@school.example", mail.To.Mailboxes.Single().Name);
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, header => header.Field == "Bcc");
    }

    [Theory]
    [InlineData("anna@school.example\r\nBcc: other@school.example")]
    [InlineData("anna@school.example, other@school.example")]
    [InlineData("Anna <anna@school.example>")]
    [InlineData("anna")]
    [InlineData("")]
    public async Task What_is_no_single_address_is_written_to_by_nobody(string address)
    {
        server.Start();
        await using var mailer = new StocksGreen.Induction.Mail.SmtpMailer(MailSchool.Options(server));

        var answer = await mailer.HandOverAsync(Letter(address), () => Assert.Fail("Nothing may be handed over."), TestContext.Current.CancellationToken);

        Assert.Equal($"“{address}” is no e-mail address.", Assert.IsType<StocksGreen.Induction.Mail.MailAnswer.Refused>(answer).Words);
    }

    [Fact]
    public async Task Names_from_everywhere_arrive_as_they_are_written()
    {
        await school.HireAsync("Zoë Łukasiewicz-O’Brien", email: "zoe@school.example");
        await school.HireAsync("陳大文", email: "chan@school.example");
        server.Start();

        await MailSchool.RoundAsync(school);

        Assert.Equal(
            ["Zoë Łukasiewicz-O’Brien", "陳大文"],
            server.Taken.Select(mail => mail.To.Mailboxes.Single().Name).Where(name => name!.Any(c => c > 127)).Order(StringComparer.Ordinal)
        );
        var mail = server.Taken.Single(mail => mail.To.Mailboxes.Single().Address == "zoe@school.example");
        Assert.StartsWith("Hello Zoë,\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_they_signed_before_the_mail_could_go()
    {
        await MailSchool.RoundAsync(school);
        await using (var db = await school.DbAsync())
        {
            await school.SignAsync(school.Headteacher, (await db.Versions.SingleAsync(TestContext.Current.CancellationToken)).Id);
        }

        server.Start();
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await MailSchool.RoundAsync(school);

        Assert.Empty(server.Taken);
        Assert.Equal((NoticeResult.Withdrawn, "Signed, or no longer asked for, before it was sent."), ((await OnlyAsync()).Result, (await OnlyAsync()).Words));
    }

    [Fact]
    public async Task A_server_that_has_the_letter_and_never_answers_leaves_the_mail_in_doubt_and_is_not_given_it_twice()
    {
        await using var silent = await MailSchool.OpenAsync(server, patience: TimeSpan.FromSeconds(1), filled: WithPolicy);
        server.HoldsAt = (TestMailServer.Stage.LetterKept, 1);
        server.Start();

        await MailSchool.RoundAsync(silent);
        server.GoOn.SetResult();
        silent.Clock.Now += TimeSpan.FromDays(1) - TimeSpan.FromHours(1);
        await MailSchool.RoundAsync(silent);

        Assert.Single(server.Taken);
        var mail = Assert.Single(await MailSchool.OutboxAsync(silent));
        Assert.Equal(NoticeResult.InDoubt, mail.Result);
        Assert.True(mail.NeedsSomeone);
        Assert.IsType<ChainVerdict.Intact>(await silent.VerifyAsync());
    }

    [Fact]
    public async Task A_server_that_dies_once_it_has_asked_for_the_letter_and_before_it_has_its_end_is_given_it_again_later()
    {
        server.Start();
        var dead = false;
        await using var other = await MailSchool.OpenAsync(
            server,
            handingOver: () =>
            {
                if (!dead)
                {
                    dead = true;
                    server.Die();
                }
            },
            filled: WithPolicy
        );
        await MailSchool.RoundAsync(other);
        var broken = Assert.Single(await MailSchool.OutboxAsync(other));
        Assert.Equal((OutboxState.Waiting, null), (broken.State, broken.Result));

        await server.StopAsync();
        server.Start();
        other.Clock.Now += TimeSpan.FromMinutes(1);
        await MailSchool.RoundAsync(other);

        Assert.Single(server.Taken);
        Assert.Equal(
            (NoticeResult.Accepted, 2),
            (Assert.Single(await MailSchool.OutboxAsync(other)).Result, Assert.Single(await MailSchool.OutboxAsync(other)).Tries)
        );
    }

    [Fact]
    public async Task Of_a_mail_in_doubt_someone_says_once_that_it_arrived_or_sends_it_again_and_both_are_evidence()
    {
        await school.HireAsync("Anna Reads", email: "anna@school.example");
        await MailSchool.RoundAsync(school);
        await school.SqlAsync("UPDATE OutboxMails SET State = 'HandingOver'");
        await RecoverAsync(atStart: true);
        Assert.Equal((0, 2), await OnTodayAsync());
        var (one, two) = ((await MailSchool.OutboxAsync(school))[0], (await MailSchool.OutboxAsync(school))[1]);

        Assert.True((await ArrivedAsync(school.Headteacher with { Roles = AccessRoles.Staff }, one.Id)).IsNotFound());
        (await ArrivedAsync(school.Headteacher, one.Id)).Value();
        Assert.NotEmpty((await ArrivedAsync(school.Headteacher, one.Id)).Errors());
        Assert.NotEmpty(
            (await school.AskAsync((ResendMail resend) => resend.ExecuteAsync(school.Headteacher, one.Id, TestContext.Current.CancellationToken))).Errors()
        );
        Assert.Equal((0, 1), await OnTodayAsync());
        Assert.Equal(
            1,
            (await school.AskAsync((ResendMail resend) => resend.ExecuteAsync(school.Headteacher, two.Id, TestContext.Current.CancellationToken))).Value()
        );
        Assert.NotEmpty((await ArrivedAsync(school.Headteacher, two.Id)).Errors());
        Assert.Equal((0, 0), await OnTodayAsync());

        await using var db = await school.DbAsync();
        Assert.Equal(
            [(NoticeResult.InDoubt, "mail server localhost:" + server.Port), (NoticeResult.Arrived, "said by the school")],
            (
                await db
                    .NoticeOutcomes.Where(row => row.NoticeId == one.Id)
                    .OrderBy(row => row.EvidenceNumber)
                    .ToListAsync(TestContext.Current.CancellationToken)
            ).Select(row => (row.Result, row.Channel))
        );
        Assert.Equal("Helen Ashdown", (await db.Notices.SingleAsync(row => row.Reason == $"again/{two.Id}", TestContext.Current.CancellationToken)).AskedBy);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Theory]
    [InlineData(OutboxState.Claimed, OutboxState.Waiting, null)]
    [InlineData(OutboxState.HandingOver, OutboxState.Ended, NoticeResult.InDoubt)]
    public async Task What_a_program_that_died_had_in_hand_is_sent_again_only_where_no_server_can_have_it(
        OutboxState left,
        OutboxState then,
        NoticeResult? result
    )
    {
        await MailSchool.RoundAsync(school);
        await school.SqlAsync($"UPDATE OutboxMails SET State = '{left}', LeasedUntil = '2026-09-14 06:45:00'");

        await RecoverAsync(atStart: false);
        Assert.Equal(left, (await OnlyAsync()).State);

        await RecoverAsync(atStart: true);
        Assert.Equal((then, result), ((await OnlyAsync()).State, (await OnlyAsync()).Result));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_mail_that_was_taken_and_comes_back_is_shown_and_its_address_is_not_written_to_again_by_rule()
    {
        server.Start();
        await MailSchool.RoundAsync(school);
        var taken = Assert.Single(server.Taken);
        using var report = BounceReports.Failed(taken, "head@school.example", "5.1.1", "550 mailbox is gone");

        (
            await school.AskAsync(
                (RecordBounce record) => record.ExecuteAsync(StocksGreen.Induction.Mail.BounceReader.Parse(report)!, TestContext.Current.CancellationToken)
            )
        ).Value();

        Assert.Equal((NoticeResult.CameBack, "5.1.1 550 mailbox is gone"), ((await OnlyAsync()).Result, (await OnlyAsync()).Words));
        var plan = await school.AskAsync((ReminderPlanQuery query) => query.OnAsync(new DateOnly(2026, 9, 30), TestContext.Current.CancellationToken));
        Assert.Empty(plan.Digests);
        Assert.Equal("Helen Ashdown", Assert.Single(plan.ForSlips).Person.FullName);
    }

    private async Task<(int Failed, int InDoubt)> OnTodayAsync()
    {
        var board = (await school.AskAsync((TodayQuery today) => today.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)))!;
        return (board.Mails, board.MailsInDoubt);
    }

    private Task<Result<Unit>> ArrivedAsync(Actor actor, Guid mail) =>
        school.AskAsync((MarkMailDelivered say) => say.ExecuteAsync(actor, mail, TestContext.Current.CancellationToken));

    private static StocksGreen.Induction.Mail.Letter Letter(string address) =>
        new(Guid.NewGuid(), MailSchool.HalfPastSeven, "Stocks Green Primary School", "Anna", address, "Subject", "Text", "<p>Text</p>");

    private async Task<OutboxMail> OnlyAsync() => Assert.Single(await MailSchool.OutboxAsync(school));

    private Task<int> RecoverAsync(bool atStart) =>
        school.AskAsync((DeliverMail deliver) => deliver.RecoverAsync(atStart, TestContext.Current.CancellationToken));

    private async Task RoundsAsync(int days)
    {
        for (var hours = 0; hours < days * 24; hours++)
        {
            await MailSchool.RoundAsync(school);
            school.Clock.Now += TimeSpan.FromHours(1);
        }
    }
}
