using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Delivery;

/// <summary>A mail server that lets the program in no longer, as after an application's secret has run out over Christmas.</summary>
public sealed class RefusedSignInTests
{
    [Theory]
    [InlineData(true, "localhost does not let office@school.example in")]
    [InlineData(false, "Microsoft gives no token: it does not know the application")]
    public async Task Mails_wait_until_it_is_put_right_Today_says_so_and_no_address_is_taken_for_dead(bool atServer, string words)
    {
        await using var server = new OAuthMailServer { RefusesSignIn = atServer, RefusesTokens = atServer ? null : "invalid_client" };
        var options = MailSchool.Options(
            server.Port,
            ("Security", "none"),
            ("User", "office@school.example"),
            ("Password", null),
            ("SignIn", "microsoft365"),
            ("TenantId", "a-tenant"),
            ("ClientId", "an-application"),
            ("ClientSecret", "hush-hush"),
            ("TokenAddress", server.TokenAddress)
        );
        await using var school = await TestSchool.OpenAsync(services => services.AddSingleton(options).AddSingleton<IMailer>(_ => new SmtpMailer(options)));
        school.Clock.Now = MailSchool.HalfPastSeven;
        await MailSchool.PublishAsync(school);
        await MailSchool.HireAsync(school, 2);

        for (var hours = 0; hours < 21 * 24; hours += 12)
        {
            await MailSchool.RoundAsync(school);
            school.Clock.Now += TimeSpan.FromHours(12);
        }

        // A reminder that is days old gives way to the next, so that nobody gets five of them at once; each person's last one waits.
        var mails = await MailSchool.OutboxAsync(school);
        var last = mails.GroupBy(mail => (mail.StaffId, mail.Kind)).Select(person => person.MaxBy(mail => mail.QueuedAt)!).ToList();
        Assert.True(last.Count >= 2);
        Assert.All(last, mail => Assert.Equal(OutboxState.Waiting, mail.State));
        Assert.All(mails.Except(last), mail => Assert.Equal((NoticeResult.Withdrawn, "A newer mail takes its place."), (mail.Result, mail.Words)));
        Assert.DoesNotContain(mails, mail => mail.NeedsSomeone);
        Assert.All(mails, mail => Assert.DoesNotContain("hush-hush", mail.Words, StringComparison.Ordinal));
        await using (var db = await school.DbAsync())
        {
            Assert.Empty(await db.DeadAddressesAsync(TestContext.Current.CancellationToken));
        }

        var today = await school.AskAsync((TodayQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken));
        Assert.StartsWith(words, today!.Faults.MailWords, StringComparison.Ordinal);

        (server.RefusesSignIn, server.RefusesTokens) = (false, null);
        school.Clock.Now += TimeSpan.FromHours(12);
        await MailSchool.RoundAsync(school);
        Assert.Equal(last.Count, server.Taken.Count);
        Assert.DoesNotContain(await MailSchool.OutboxAsync(school), mail => mail.State is OutboxState.Waiting);
    }

    [Fact]
    public void The_two_days_of_trying_begin_when_the_server_lets_the_program_in_again()
    {
        var start = MailSchool.HalfPastSeven;
        var notice = new Notice(Guid.NewGuid(), start, "x", NoticeKind.Digest, StaffId.New(), "a@school.example", "To read", "", [], [], "The rule");
        var mail = new OutboxMail(notice, "Amelia Hart", "text", "html");
        mail.Claim(start);
        Assert.True(mail.TryLater(start, "refused", isEndless: true));
        var open = start + TimeSpan.FromDays(10);
        mail.Claim(open);
        Assert.True(mail.TryLater(open, "greylisted", isEndless: false));
        mail.Claim(open + TimeSpan.FromDays(1));
        Assert.True(mail.TryLater(open + TimeSpan.FromDays(1), "greylisted", isEndless: false));
        mail.Claim(open + TimeSpan.FromDays(2));

        Assert.False(mail.TryLater(open + TimeSpan.FromDays(2), "greylisted", isEndless: false));
        Assert.Equal(start, mail.FirstTriedAt);
    }
}
