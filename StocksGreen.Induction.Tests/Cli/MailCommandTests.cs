using System.Globalization;
using MimeKit;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

/// <summary><c>mail status</c>, <c>mail test</c> and <c>mail bounce</c>, run as someone at a console runs them.</summary>
public sealed class MailCommandTests : IAsyncLifetime
{
    private readonly DataFolder work = TestSchool.NewFolder();
    private TestSchool school = null!;
    private DirectoryInfo folder = null!;

    public async ValueTask InitializeAsync() => (school, folder) = await MailSchool.OpenWithFolderAsync();

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        folder.Delete(recursive: true);
        TestSchool.Delete(work);
    }

    [Fact]
    public async Task A_test_goes_to_a_real_server_and_says_what_it_said()
    {
        await using var server = new TestMailServer(offersTls: false);
        server.Start();
        var settings = Settings(("Host", "localhost"), ("Port", server.Port.ToString(CultureInfo.InvariantCulture)), ("Security", "none"));

        var run = await CommandRun.OfAsync(work.FolderPath, settings, "mail", "test", "head@school.example");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith($"Taken by mail server localhost:{server.Port}", run.Output, StringComparison.Ordinal);
        Assert.Equal(["head@school.example"], server.Recipients);
    }

    [Fact]
    public async Task Without_settings_nothing_can_be_tested_and_wrong_ones_are_all_named()
    {
        (await CommandRun.OfAsync(work.FolderPath, null, "mail", "test", "head@school.example")).AssertRefused(
            "No mail is set up. Set Induction:Mail:Host or Induction:Mail:PickupFolder, Induction:Mail:From and Induction:Address."
        );

        var wrong = await CommandRun.OfAsync(
            work.FolderPath,
            new Dictionary<string, string> { ["Induction__Mail__Host"] = "mail.school.example" },
            "mail",
            "test",
            "head@school.example"
        );
        Assert.Equal(2, wrong.ExitCode);
        Assert.Equal(2, wrong.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task A_report_of_a_returned_mail_is_recorded_once_and_the_status_says_that_someone_must_look()
    {
        await MailSchool.PublishAsync(school);
        await MailSchool.RoundAsync(school);
        using var sent = await MimeMessage.LoadAsync(folder.GetFiles("*.eml")[0].FullName, TestContext.Current.CancellationToken);
        var report = Path.Combine(work.FolderPath, "report.eml");
        await File.WriteAllBytesAsync(
            report,
            BounceReports.Failed(sent, "head@school.example", "5.1.1", "550 mailbox is gone").ToArray(),
            TestContext.Current.CancellationToken
        );
        var settings = Settings(("PickupFolder", folder.FullName));

        Assert.Equal(0, (await StatusAsync(settings)).ExitCode);
        var first = await CommandRun.OfAsync(work.FolderPath, settings, "mail", "bounce", report, "--data", school.Folder.FolderPath);
        Assert.Equal((0, "Recorded: a mail to head@school.example came back: 5.1.1 550 mailbox is gone"), (first.ExitCode, first.Output.TrimEnd()));
        Assert.Equal(1, (await CommandRun.OfAsync(work.FolderPath, settings, "mail", "bounce", report, "--data", school.Folder.FolderPath)).ExitCode);

        var status = await StatusAsync(settings);
        Assert.Equal(1, status.ExitCode);
        Assert.Contains("Needing someone: 1.", status.Output, StringComparison.Ordinal);
        Assert.Contains("head@school.example  It was sent and came back. Why: 5.1.1 550 mailbox is gone", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_wrong_settings_of_mail_does_not_start_and_says_all_that_is_wrong()
    {
        var run = await CommandRun.OfAsync(
            work.FolderPath,
            new Dictionary<string, string>
            {
                ["Induction__Mail__Host"] = "mail.school.example",
                ["Induction__Mail__Port"] = "0",
                ["Induction__DataFolder"] = work.FolderPath,
            },
            "--urls=http://127.0.0.1:0"
        );

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(3, run.Error.TrimEnd().Split('\n').Length);
    }

    private Task<CommandRun> StatusAsync(Dictionary<string, string> settings) =>
        CommandRun.OfAsync(work.FolderPath, settings, "mail", "status", "--data", school.Folder.FolderPath);

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] settings) =>
        settings
            .Append(("From", "office@school.example"))
            .ToDictionary(setting => $"Induction__Mail__{setting.Item1}", setting => setting.Item2, StringComparer.Ordinal)
            .Append(KeyValuePair.Create("Induction__Address", MailSchool.Site))
            .ToDictionary(StringComparer.Ordinal);
}
