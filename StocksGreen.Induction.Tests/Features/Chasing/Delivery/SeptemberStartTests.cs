using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;
using static StocksGreen.Induction.Tests.Support.Mail.TestMailServer;

namespace StocksGreen.Induction.Tests.Features.Chasing.Delivery;

/// <summary>A school of 60 people publishes 12 policies, and a real mail server takes the digests, over STARTTLS and with a password.</summary>
public sealed class SeptemberStartTests : IAsyncLifetime
{
    private const int People = 60;
    private const int Policies = 12;

    private static readonly FilledSchool September = new(async school =>
    {
        school.Clock.Now = MailSchool.HalfPastSeven;
        await MailSchool.HireAsync(school, People - 1); // The headteacher is the sixtieth.
        for (var number = 1; number <= Policies; number++)
        {
            await MailSchool.PublishAsync(school, $"Policy {number}");
        }
    });

    private readonly TestMailServer server = new();
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await MailSchool.OpenAsync(server, filled: September);

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
        Assert.All(
            server.Taken,
            mail =>
            {
                var day = mail.To.Mailboxes.Single().Address.StartsWith("head", StringComparison.Ordinal) ? "Friday 18" : "Monday 28";
                Assert.Equal($"12 policies to read and sign, the first by {day} September", mail.Subject);
                Assert.Equal(Policies, mail.TextBody!.Split($"{MailSchool.Site}/my-reading/").Length - 1);
            }
        );
        await using var db = await school.DbAsync();
        Assert.Equal(
            (People, People, People * Policies),
            (
                await db.Notices.CountAsync(TestContext.Current.CancellationToken),
                await db.NoticeOutcomes.CountAsync(outcome => outcome.Result == NoticeResult.Accepted, TestContext.Current.CancellationToken),
                await db.Chases.CountAsync(chase => chase.Channel == ChaseChannel.Email && chase.NoticeId != null, TestContext.Current.CancellationToken)
            )
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Theory]
    [InlineData(Stage.Visited, 1)]
    [InlineData(Stage.Greeted, 1)]
    [InlineData(Stage.SignedIn, 1)]
    [InlineData(Stage.Sender, People / 2)]
    [InlineData(Stage.Recipient, People / 2)]
    [InlineData(Stage.Taken, People / 2)]
    public async Task A_mail_server_that_dies_before_it_has_a_letter_or_after_it_took_one_loses_none_and_doubles_none(Stage stage, int at)
    {
        server.DiesAt = (stage, at);
        server.Start();
        await MailSchool.RoundAsync(school);
        Assert.True(server.Taken.Count < People);

        await server.StopAsync();
        await MailSchool.RoundAsync(school);
        await ComeBackAsync();

        AssertEverybodyOnce();
        Assert.All(await MailSchool.OutboxAsync(school), mail => Assert.Equal(NoticeResult.Accepted, mail.Result));
    }

    [Theory]
    [InlineData(Stage.LetterLost, People - 1)]
    [InlineData(Stage.LetterKept, People)]
    public async Task A_mail_server_that_dies_between_the_end_of_a_letter_and_its_answer_leaves_that_letter_in_doubt_and_is_given_it_once(
        Stage stage,
        int delivered
    )
    {
        server.DiesAt = (stage, People / 2);
        server.Start();
        await MailSchool.RoundAsync(school);
        await server.StopAsync();
        await ComeBackAsync();

        Assert.Equal(delivered, server.Taken.Count);
        Assert.Equal(delivered, server.Recipients.Distinct().Count());
        var outbox = await MailSchool.OutboxAsync(school);
        var doubtful = Assert.Single(outbox, mail => mail.Result is not NoticeResult.Accepted);
        Assert.Equal((NoticeResult.InDoubt, stage is Stage.LetterKept), (doubtful.Result, server.Recipients.Contains(doubtful.ToAddress)));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whenever_a_mail_server_dies_and_however_often_everybody_has_one_letter_or_is_in_doubt_and_nobody_two(int seed)
    {
#pragma warning disable CA5394 // Chance need not be unpredictable here.
        var chance = new Random(seed);
        server.Start();
        await school.AskAsync((QueueReminders queue) => queue.ExecuteAsync(TestContext.Current.CancellationToken));
        for (var deaths = 0; deaths < 6; deaths++)
        {
            var taken = server.Taken.Count;
            var round = MailSchool.RoundAsync(school);
            var moment = taken + chance.Next(1, 9);
            await Task.WhenAny(server.HasTakenAsync(moment), round);
            Thread.SpinWait(chance.Next(200_000));
            server.Die();
            await round;
            await server.StopAsync();
            server.Start();
            school.Clock.Now += TimeSpan.FromHours(2);
        }
#pragma warning restore CA5394

        await ComeBackAsync();

        var outbox = await MailSchool.OutboxAsync(school);
        Assert.Equal(server.Recipients.Distinct().Count(), server.Taken.Count);
        Assert.Equal(People, outbox.Count);
        Assert.All(
            outbox,
            mail => Assert.True(mail.Result is NoticeResult.InDoubt || (mail.Result is NoticeResult.Accepted && server.Recipients.Contains(mail.ToAddress)))
        );
        Assert.InRange(outbox.Count(mail => mail.Result is NoticeResult.InDoubt), 0, 6);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{outbox.Count(mail => mail.Result is NoticeResult.Accepted)} taken, {outbox.Count(mail => mail.Result is NoticeResult.InDoubt)} in doubt"
        );
    }

    private async Task ComeBackAsync()
    {
        if (!server.IsRunning)
        {
            server.Start();
        }

        for (var minutes = 0; minutes < 180; minutes += 15)
        {
            school.Clock.Now += TimeSpan.FromMinutes(15);
            await MailSchool.RoundAsync(school);
        }
    }

    private void AssertEverybodyOnce() =>
        Assert.Equal(
            Enumerable.Range(1, People - 1).Select(number => $"person{number}@school.example").Append("head@school.example").Order(),
            server.Recipients.Order()
        );
}
