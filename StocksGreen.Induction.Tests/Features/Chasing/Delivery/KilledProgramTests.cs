using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;
using static StocksGreen.Induction.Tests.Support.Mail.TestMailServer;

namespace StocksGreen.Induction.Tests.Features.Chasing.Delivery;

/// <summary>The built program as a process of its own, killed with SIGKILL while it sends the second of three mails.</summary>
/// <remarks>
/// One test starts the program again; in the others what looks after its mail goes on in this process, on the files and with the keys that the killed one left.
/// </remarks>
public sealed class KilledProgramTests : IAsyncLifetime
{
    private static readonly string[] Everybody = ["head@school.example", "person1@school.example", "person2@school.example"];

    private static readonly FilledSchool Reminded = new(
        async school =>
        {
            school.Clock.Now = MailSchool.HalfPastSeven;
            await MailSchool.HireAsync(school, 2);
            await MailSchool.PublishAsync(school);
            Assert.Equal(3, await school.AskAsync((QueueReminders queue) => queue.ExecuteAsync(TestContext.Current.CancellationToken)));
        },
        services => services.AddSingleton(MailSchool.Options(port: 25, ("Security", "none")))
    );

    private readonly TestMailServer server = new(offersTls: false, asksPassword: true);
    private readonly DataFolder folder = TestSchool.NewFolder();
    private Process? program;
    private TestSchool? left;

    public async ValueTask InitializeAsync() => File.Copy((await Reminded.StoreAsync()).Folder.Database, folder.Database);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await server.DisposeAsync();
        if (left is not null)
        {
            await left.DisposeAsync();
        }
        else
        {
            TestSchool.Delete(folder);
        }
    }

    [Fact]
    public async Task Killed_before_the_server_has_greeted_it_sends_everything_once()
    {
        using (var mute = new TcpListener(IPAddress.Loopback, server.Port))
        {
            mute.Start();
            Start();
            using var connection = await mute.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await KillAsync();
        }

        server.Start();
        await GoOnAsync();

        Assert.Equal(Everybody, server.Recipients.Order());
        Assert.Equal(["Accepted", "Accepted", "Accepted"], await ResultsAsync());
    }

    [Theory]
    [InlineData(Stage.Visited, 1)]
    [InlineData(Stage.Greeted, 1)]
    [InlineData(Stage.SignedIn, 1)]
    [InlineData(Stage.Sender, 2)]
    [InlineData(Stage.Recipient, 2)]
    public async Task Killed_before_the_server_was_given_the_letter_it_sends_everything_once(Stage stage, int at)
    {
        await KillAtAsync(stage, at);
        server.GoOn.SetResult();
        await GoOnAsync();

        Assert.Equal(Everybody, server.Recipients.Order());
        Assert.Equal(["Accepted", "Accepted", "Accepted"], await ResultsAsync());
    }

    [Fact]
    public async Task Killed_before_the_server_said_that_it_has_the_letter_it_doubles_none_and_says_what_is_in_doubt()
    {
        await KillAtAsync(Stage.LetterKept);
        server.GoOn.SetResult();
        Start();
        await SettledAsync();
        await KillAsync();

        Assert.Equal(Everybody, server.Recipients.Order());
        Assert.Equal(["Accepted", "Accepted", "InDoubt"], await ResultsAsync());
    }

    [Fact]
    public async Task Killed_after_the_server_took_the_letter_and_before_it_could_write_that_down_it_doubles_none_and_says_what_is_in_doubt()
    {
        server.HoldsAt = (Stage.LetterKept, 2);
        server.Start();
        Start();
        await server.Holding.Task.WaitAsync(TestContext.Current.CancellationToken);
        await using (var other = new SqliteConnection($"Data Source={folder.Database};Pooling=false"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var lasting = other.BeginTransaction(deferred: false);
            server.GoOn.SetResult();
            await server.Answered.Task.WaitAsync(TestContext.Current.CancellationToken);
            await KillAsync();
        }

        await GoOnAsync();

        Assert.Equal(Everybody, server.Recipients.Order());
        Assert.Equal(["Accepted", "Accepted", "InDoubt"], await ResultsAsync());
    }

    [Fact]
    public async Task Killed_once_it_wrote_down_that_the_last_letter_was_taken_and_before_it_said_goodbye_it_sends_nothing_more()
    {
        server.HoldsAt = (Stage.Taken, 3);
        server.Start();
        Start();
        await server.Holding.Task.WaitAsync(TestContext.Current.CancellationToken);
        await SettledAsync();
        await KillAsync();

        server.GoOn.SetResult();
        await GoOnAsync();

        Assert.Equal(Everybody, server.Recipients.Order());
        Assert.Equal(["Accepted", "Accepted", "Accepted"], await ResultsAsync());
    }

    [Fact]
    public async Task Killed_while_it_gives_the_letter_it_doubles_none_and_says_what_is_in_doubt()
    {
        using (var deaf = new TcpListener(IPAddress.Loopback, server.Port))
        {
            deaf.Start();
            Start();
            using var connection = await deaf.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await using var stream = connection.GetStream();
            using var reader = new StreamReader(stream);
            await SayAsync(stream, "220 localhost");
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "DATA")
            {
                await SayAsync(
                    stream,
                    line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-localhost\r\n250 AUTH PLAIN"
                        : line.StartsWith("AUTH", StringComparison.Ordinal) ? "235 Ok"
                        : "250 Ok"
                );
            }

            await SayAsync(stream, "354 go on");
            Assert.NotNull(await reader.ReadLineAsync(TestContext.Current.CancellationToken)); // The letter has begun.
            await KillAsync();
        }

        server.Start();
        await GoOnAsync();

        Assert.Equal(2, server.Taken.Count);
        Assert.Equal(2, server.Recipients.Distinct().Count());
        Assert.Equal(["Accepted", "Accepted", "InDoubt"], await ResultsAsync());
    }

    private static Task SayAsync(NetworkStream stream, string line) =>
        stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(line + "\r\n"), TestContext.Current.CancellationToken).AsTask();

    private async Task KillAtAsync(Stage stage, int at = 2)
    {
        server.HoldsAt = (stage, at);
        server.Start();
        Start();
        await server.Holding.Task.WaitAsync(TestContext.Current.CancellationToken);
        await KillAsync();
    }

    private void Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls=http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.FolderPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var (name, value) in new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Induction__DataFolder"] = folder.FolderPath,
                ["Induction__Address"] = MailSchool.Site,
                ["Induction__Mail__Host"] = "localhost",
                ["Induction__Mail__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
                ["Induction__Mail__Security"] = "none",
                ["Induction__Mail__User"] = TestMailServer.User,
                ["Induction__Mail__Password"] = TestMailServer.Password,
                ["Induction__Mail__From"] = "office@school.example",
                ["Induction__Mail__RemindAt"] = RemindAt(),
            }
        )
        {
            start.Environment[name] = value;
        }

        program = Process.Start(start)!;
        program.OutputDataReceived += (_, _) => { };
        program.ErrorDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
    }

    /// <summary>Goes on as a program does that is started again, until each mail has come to an end, and for one round more.</summary>
    private async Task GoOnAsync()
    {
        var options = MailSchool.Options(server, ("Security", "none"), ("RemindAt", RemindAt()));
        left = TestSchool.LeftBehind(folder, services => services.AddSingleton(options));
        left.Clock.Now = TimeProvider.System.GetUtcNow();
        var faults = new FaultLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(faults));
        using var worker = new MailWorker(left.Get<SchoolStores>(), left.Clock, logs.CreateLogger<MailWorker>());
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await SettledAsync();
        await worker.StopAsync(TestContext.Current.CancellationToken);
        await MailSchool.RoundAsync(left);
        Assert.Empty(faults.All);
    }

    /// <summary>Half a day from now, so that the rule writes no new mails meanwhile.</summary>
    private static string RemindAt() => LondonTime.TimeIn(TimeProvider.System.GetUtcNow()).AddHours(12).ToString("HH:mm", CultureInfo.InvariantCulture);

    private async Task KillAsync()
    {
        if (program is { } running)
        {
            program = null;
            running.Kill();
            await running.WaitForExitAsync(CancellationToken.None);
            running.Dispose();
        }
    }

    private async Task SettledAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await ResultsAsync()).Contains("", StringComparer.Ordinal))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>What became of each mail; empty for one that is on its way.</summary>
    private async Task<List<string>> ResultsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(Result, '') FROM OutboxMails ORDER BY Result";
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var results = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            results.Add(reader.GetString(0));
        }

        return results;
    }
}
