using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Tests.Support;
using static StocksGreen.Induction.Tests.Support.TestMailServer;

namespace StocksGreen.Induction.Tests.Features.Mailing;

/// <summary>A school of 60 people publishes 12 policies, and a real mail server takes the digests, over STARTTLS and with a password.</summary>
public sealed class SeptemberStartTests : IAsyncLifetime
{
    private const int People = 60;
    private const int Policies = 12;

    private readonly TestMailServer server = new();
    private TestSchool school = null!;

    public async ValueTask InitializeAsync()
    {
        school = await MailSchool.OpenAsync(server);
        await MailSchool.HireAsync(school, People - 1); // The headteacher is the sixtieth.
        for (var number = 1; number <= Policies; number++)
        {
            await MailSchool.PublishAsync(school, $"Policy {number}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_gets_exactly_one_digest_of_all_twelve_policies_and_each_is_evidence()
    {
        server.Start();
        await MailSchool.RoundAsync(school);
        await MailSchool.RoundAsync(school);

        AssertEverybodyOnce();
        Assert.All(server.Taken, mail =>
        {
            Assert.Equal($"12 policies to read and sign, the first by {(mail.To.Mailboxes.Single().Address.StartsWith("head", StringComparison.Ordinal) ? "Friday 18" : "Monday 28")} September", mail.Subject);
            Assert.Equal(Policies, mail.TextBody!.Split($"{MailSchool.Site}/my-reading/").Length - 1);
        });
        await using var db = await school.DbAsync();
        Assert.Equal(
            (People, People, People * Policies),
            (await db.Notices.CountAsync(TestContext.Current.CancellationToken),
                await db.NoticeOutcomes.CountAsync(outcome => outcome.Result == NoticeResult.Accepted, TestContext.Current.CancellationToken),
                await db.Chases.CountAsync(chase => chase.Channel == ChaseChannel.Email && chase.NoticeId != null, TestContext.Current.CancellationToken)));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Theory]
    [InlineData(Stage.Sender)]
    [InlineData(Stage.Recipient)]
    [InlineData(Stage.LetterLost)]
    public async Task A_mail_server_that_dies_half_way_and_comes_back_loses_none_and_doubles_none(Stage stage)
    {
        server.DiesAt = (stage, People / 2);
        server.Start();
        await MailSchool.RoundAsync(school);
        Assert.Equal((People / 2) - 1, server.Taken.Count);

        await server.StopAsync();
        await MailSchool.RoundAsync(school);
        server.Start();
        for (var minutes = 0; minutes < 45; minutes += 5)
        {
            school.Clock.Now += TimeSpan.FromMinutes(5);
            await MailSchool.RoundAsync(school);
        }

        AssertEverybodyOnce();
        Assert.All(await MailSchool.OutboxAsync(school), mail => Assert.Equal(NoticeResult.Accepted, mail.Result));
    }

    [Fact]
    public async Task A_mail_server_that_kept_a_letter_and_died_before_it_said_so_is_given_it_again_under_the_same_id_so_that_the_mailbox_shows_one()
    {
        server.DiesAt = (Stage.LetterKept, People / 2);
        server.Start();
        await MailSchool.RoundAsync(school);
        await server.StopAsync();
        server.Start();
        school.Clock.Now += TimeSpan.FromMinutes(5);
        await MailSchool.RoundAsync(school);

        Assert.Equal(People + 1, server.Taken.Count);
        Assert.Equal(People, server.Taken.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(People, server.Recipients.Distinct().Count());
    }

    private void AssertEverybodyOnce() => Assert.Equal(
        Enumerable.Range(1, People - 1).Select(number => $"person{number}@school.example").Append("head@school.example").Order(),
        server.Recipients.Order());
}
