using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data.Entities;
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

        var waiting = await MailSchool.OutboxAsync(school);
        Assert.NotEmpty(waiting);
        Assert.All(waiting, mail => Assert.Equal((OutboxState.Waiting, false), (mail.State, mail.NeedsSomeone)));
        Assert.All(waiting, mail => Assert.DoesNotContain("hush-hush", mail.Words, StringComparison.Ordinal));
        var today = await school.AskAsync((TodayQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken));
        Assert.StartsWith(words, today!.Faults.MailWords, StringComparison.Ordinal);

        (server.RefusesSignIn, server.RefusesTokens) = (false, null);
        school.Clock.Now += TimeSpan.FromHours(12);
        await MailSchool.RoundAsync(school);
        Assert.NotEmpty(server.Taken);
        Assert.DoesNotContain(await MailSchool.OutboxAsync(school), mail => mail.State is OutboxState.Waiting);
    }
}
