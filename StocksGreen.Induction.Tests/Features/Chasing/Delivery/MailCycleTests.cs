using Microsoft.Extensions.Logging;
using MimeKit;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.Delivery;

/// <summary>When reminders go out, in a school that writes its mail into a folder and has entered no terms.</summary>
public sealed class MailCycleTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private DirectoryInfo folder = null!;

    public async ValueTask InitializeAsync() => (school, folder) = await MailSchool.OpenWithFolderAsync();

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    // Clocks went back on Sunday 25 October 2026: half past seven is an hour later by UTC on Monday than it was on Friday.
    [InlineData("2026-10-23T06:29:00Z", 0)]
    [InlineData("2026-10-23T06:30:00Z", 1)]
    [InlineData("2026-10-26T06:30:00Z", 0)]
    [InlineData("2026-10-26T07:30:00Z", 1)]
    // They go forward on Sunday 28 March 2027; the Monday is Easter Monday.
    [InlineData("2027-03-25T06:30:00Z", 0)]
    [InlineData("2027-03-25T07:30:00Z", 1)]
    [InlineData("2027-03-29T06:30:00Z", 0)]
    [InlineData("2027-03-30T06:30:00Z", 1)]
    // A server that comes up in the evening waits for the morning.
    [InlineData("2026-10-26T15:29:00Z", 1)]
    [InlineData("2026-10-26T15:30:00Z", 0)]
    [InlineData("2026-10-26T22:00:00Z", 0)]
    public async Task Reminders_go_out_at_half_past_seven_by_the_schools_own_clock(string now, int mails)
    {
        school.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        await MailSchool.PublishAsync(school);

        await MailSchool.RoundAsync(school);
        await MailSchool.RoundAsync(school);

        Assert.Equal(mails, Files().Length);
    }

    /// <summary>What ends the task ends the server, and no one could read any more either.</summary>
    [Fact]
    public async Task While_the_schools_key_cannot_be_read_it_is_said_and_tried_again()
    {
        await MailSchool.PublishAsync(school);
        await File.WriteAllBytesAsync(Path.Combine(school.Folder.Keys, "seal.key"), [1, 2, 3], TestContext.Current.CancellationToken);
        var faults = new FaultLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(faults));
        using var worker = new MailWorker(school.Get<SchoolStores>(), school.Clock, logs.CreateLogger<MailWorker>());

        await worker.StartAsync(TestContext.Current.CancellationToken);
        while (faults.All.Count == 0)
        {
            Assert.False(worker.ExecuteTask!.IsFaulted);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.False(worker.ExecuteTask!.IsCompleted);
        Assert.Contains("cannot be read, so nothing can be added to the evidence", faults.All[0], StringComparison.Ordinal);
        Assert.Empty(Files());
        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_hour_that_the_clocks_show_twice_sends_nothing_twice()
    {
        await MailSchool.PublishAsync(school);
        for (
            school.Clock.Now = new(2026, 10, 23, 0, 0, 0, TimeSpan.Zero);
            school.Clock.Now < new DateTimeOffset(2026, 10, 27, 0, 0, 0, TimeSpan.Zero);
            school.Clock.Now += TimeSpan.FromMinutes(30)
        )
        {
            await MailSchool.RoundAsync(school);
        }

        // First asked on Friday; overdue by then, so the next is a week later.
        Assert.Single(Files());
    }

    [Fact]
    public async Task A_program_that_starts_again_the_same_morning_writes_nothing_twice()
    {
        await MailSchool.PublishAsync(school);
        await MailSchool.RoundAsync(school);

        Assert.Equal(0, await school.AskAsync((QueueReminders queue) => queue.ExecuteAsync(TestContext.Current.CancellationToken)));
        Assert.Single(Files());
    }

    [Fact]
    public async Task A_newer_digest_takes_the_place_of_one_that_no_server_has_seen()
    {
        await MailSchool.PublishAsync(school);
        await school.AskAsync((QueueReminders queue) => queue.ExecuteAsync(TestContext.Current.CancellationToken));
        school.Clock.Now += TimeSpan.FromDays(7);

        await MailSchool.RoundAsync(school);

        Assert.Single(Files());
        Assert.Equal([NoticeResult.Withdrawn, NoticeResult.Accepted], (await MailSchool.OutboxAsync(school)).Select(mail => mail.Result!.Value));
    }

    [Fact]
    public async Task A_report_in_the_folder_of_returned_mail_is_read_once_and_kept()
    {
        await MailSchool.PublishAsync(school);
        await MailSchool.RoundAsync(school);
        using var sent = await MimeMessage.LoadAsync(Files()[0].FullName, TestContext.Current.CancellationToken);
        var bounces = Path.Combine(folder.FullName, "bounces");
        await File.WriteAllBytesAsync(
            Path.Combine(bounces, "1.eml"),
            BounceReports.Failed(sent, "head@school.example", "5.1.1", "550 mailbox is gone").ToArray(),
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(Path.Combine(bounces, "2.eml"), "Subject: I am away\r\n\r\nBack on Monday.", TestContext.Current.CancellationToken);

        await MailSchool.RoundAsync(school);

        Assert.Equal(NoticeResult.CameBack, Assert.Single(await MailSchool.OutboxAsync(school)).Result);
        Assert.Empty(Directory.GetFiles(bounces));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(bounces, "read")).Length);
    }

    private FileInfo[] Files() => folder.GetFiles("*.eml");
}
