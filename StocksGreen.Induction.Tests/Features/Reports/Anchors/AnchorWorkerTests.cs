using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Reports.Anchors;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports.Anchors;

/// <summary>The worker itself and a real mail server: whatever fails, each who should have an anchor gets it once.</summary>
public sealed class AnchorWorkerTests : IAsyncLifetime
{
    private const string Head = "head@school.example";
    private const string Chair = "chair@school.example";
    private const string Officer = "dpo@school.example";

    private readonly DirectoryInfo disk = Directory.CreateTempSubdirectory("stocksgreen-witness-");
    private readonly TestMailServer server = new();
    private AnchorOptions options = null!;
    private TestSchool school = null!;
    private SteppedClock clock = null!;
    private AnchorWorker worker = null!;

    public async ValueTask InitializeAsync()
    {
        server.Start();
        options = new AnchorOptions
        {
            ChairOfGovernors = Chair,
            DataProtectionOfficer = Officer,
            WitnessFile = Path.Combine(disk.FullName, "anchors.txt"),
        };
        school = await TestSchool.OpenAsync(services => services.AddSingleton(options));
        clock = new SteppedClock(school.Clock);
        worker = new AnchorWorker(
            school.Get<SchoolStores>(),
            new SmtpMailer(
                MailSchool.Options(server),
                (_, shown, _, _) => shown?.GetCertHashString() == server.Certificate.GetCertHashString(),
                TimeSpan.FromMinutes(1)
            ),
            clock,
            NullLogger<AnchorWorker>.Instance
        );
        await worker.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await worker.StopAsync(CancellationToken.None);
        worker.Dispose();
        await school.DisposeAsync();
        await server.DisposeAsync();
        disk.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_gets_one_letter_a_school_day_that_the_check_accepts()
    {
        await clock.RoundAsync();
        await clock.RoundAsync();
        school.Clock.Now = TestSchool.Monday.AddDays(5);
        await clock.RoundAsync();
        Assert.Equal([Head, Chair, Officer], server.Recipients);

        school.Clock.Now = TestSchool.Monday.AddDays(7);
        await clock.RoundAsync();
        await clock.RoundAsync();

        Assert.Equal([Head, Chair, Officer, Head, Chair, Officer], server.Recipients);
        foreach (var message in server.Taken)
        {
            using var saved = new MemoryStream();
            await message.WriteToAsync(saved, TestContext.Current.CancellationToken);
            Assert.Equal((1, (string?)null), await CompareAsync(saved.ToArray()));
        }

        // The weekend's goes to the file alone.
        Assert.Equal((3, (string?)null), await CompareAsync(await File.ReadAllBytesAsync(options.Witness!, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(TestMailServer.Stage.Visited, 1)]
    [InlineData(TestMailServer.Stage.Sender, 2)]
    [InlineData(TestMailServer.Stage.Recipient, 2)]
    [InlineData(TestMailServer.Stage.LetterKept, 2)]
    [InlineData(TestMailServer.Stage.Taken, 2)]
    public async Task A_server_that_dies_leaves_no_one_with_two_and_no_one_without(TestMailServer.Stage stage, int mail)
    {
        server.DiesAt = (stage, mail);
        await clock.RoundAsync();
        await server.StopAsync();
        await clock.RoundAsync();
        server.Start();
        await clock.RoundAsync();
        await clock.RoundAsync();

        Assert.Equal([Chair, Officer, Head], server.Recipients.Order(StringComparer.Ordinal));
        Assert.Equal(1, (await CompareAsync(await File.ReadAllBytesAsync(options.Witness!, TestContext.Current.CancellationToken))).Anchors);
    }

    [Fact]
    public async Task One_who_is_busy_keeps_no_one_else_waiting_and_one_who_is_unknown_is_asked_once()
    {
        server.Busy.Add(Head);
        server.Unknown.Add(Chair);
        await clock.RoundAsync();
        Assert.Equal([Officer], server.Recipients);

        server.Busy.Clear();
        server.Unknown.Clear();
        await clock.RoundAsync();
        await clock.RoundAsync();

        Assert.Equal([Officer, Head], server.Recipients);
    }

    [Fact]
    public async Task A_disk_that_is_full_or_missing_keeps_no_letter_back_and_gets_the_anchor_later()
    {
        var witness = options.WitnessFile;
        options.WitnessFile = "/dev/full";
        await clock.RoundAsync();
        options.WitnessFile = Path.Combine(disk.FullName, "unplugged", "anchors.txt");
        await clock.RoundAsync();
        Assert.Equal([Head, Chair, Officer], server.Recipients);

        // As a machine leaves it that stopped while it wrote.
        await File.WriteAllTextAsync(witness!, "stocksgreen.induction/evidence-hash-ch", TestContext.Current.CancellationToken);
        options.WitnessFile = witness;
        await clock.RoundAsync();
        await clock.RoundAsync();

        Assert.Equal(3, server.Taken.Count);
        Assert.Equal((1, (string?)null), await CompareAsync(await File.ReadAllBytesAsync(witness!, TestContext.Current.CancellationToken)));
    }

    /// <summary>Better no letter than one four times an hour.</summary>
    [Fact]
    public async Task Nothing_is_sent_while_it_cannot_be_noted()
    {
        var note = Path.Combine(school.Folder.FolderPath, "anchors.json.part");
        Directory.CreateDirectory(note);
        await clock.RoundAsync();
        await clock.RoundAsync();
        Assert.Empty(server.Taken);

        Directory.Delete(note);
        await clock.RoundAsync();
        Assert.Equal(3, server.Taken.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_comes_to_no_day_twice()
    {
        await clock.RoundAsync();
        school.Clock.Now = TestSchool.Monday.AddDays(1);
        await clock.RoundAsync();
        school.Clock.Now = TestSchool.Monday;
        await clock.RoundAsync();
        school.Clock.Now = TestSchool.Monday.AddDays(1);
        await clock.RoundAsync();

        Assert.Equal(6, server.Taken.Count);
        Assert.Equal(2, SignedCheckpoint.FindIn(await File.ReadAllTextAsync(options.Witness!, TestContext.Current.CancellationToken)).Count);
    }

    private async Task<(int Anchors, string? Fault)> CompareAsync(byte[] file)
    {
        var (anchors, _, fault) = await school.AskAsync((CompareAnchors compare) => compare.ExecuteAsync(file, TestContext.Current.CancellationToken));
        return (anchors, fault);
    }
}
