using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

/// <summary>Commands that look into the school's database, on the demonstration's store.</summary>
public sealed class StoreCommandsTests(DemoStoreFixture demo) : IClassFixture<DemoStoreFixture>, IDisposable
{
    private readonly DataFolder work = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(work);

    [Fact]
    public async Task The_demonstrations_past_leaves_a_chain_that_holds()
    {
        await using var services = ServiceRegistration.AddEverything(new ServiceCollection().AddLogging(), demo.Folder, mayWrite: false).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var intact = Assert.IsType<ChainVerdict.Intact>(
            await scope.ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(TestContext.Current.CancellationToken)
        );

        await using var db = await scope
            .ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var named = await NamedKeys.ReadAsync(db, TestContext.Current.CancellationToken);

        var run = await RunAsync("evidence", "verify", "--data", demo.Folder.FolderPath);

        Assert.Empty(intact.Notes);
        Assert.True(intact.Entries > 250);
        Assert.Equal(
            (
                0,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The chain holds: {intact.Entries} entries, head {intact.HeadHash}\nEach entry is signed with a key of the school. Its first key’s "
                        + $"certificate has the SHA-256 {named.First!.Fingerprint}: compare it with a paper.\n"
                ),
                ""
            ),
            (run.ExitCode, run.Output.ReplaceLineEndings("\n"), run.Error)
        );
    }

    [Fact]
    public async Task A_chain_is_compared_with_anchors_that_were_given_out()
    {
        await using var services = ServiceRegistration.AddEverything(new ServiceCollection().AddLogging(), demo.Folder, mayWrite: false).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope
            .ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var first = (await NamedKeys.ReadAsync(db, TestContext.Current.CancellationToken)).First!;
        var head = await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken);
        var key = scope.ServiceProvider.GetRequiredService<SigningKeyStore>().Current()!;
        var anchor = Checkpoint.Of(first.Fingerprint, head, TestSchool.Monday);

        var kept = await AgainstAsync(anchor.Sign(key).ToString());
        var cut = await AgainstAsync(anchor.Sign(key) + "\n" + (anchor with { Size = head.Number + 5 }).Sign(key));
        var none = await AgainstAsync("Dear parents");

        Assert.Equal(0, kept.ExitCode);
        Assert.EndsWith(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The chain leads to the anchor; the last, of 14 September 2026, 10:00 BST, fixes entry {head.Number}.\n"
            ),
            kept.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, cut.ExitCode);
        Assert.Contains("The chain was cut: on 14 September 2026, 10:00 BST it had ", cut.Output, StringComparison.Ordinal);
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("./anchors.txt holds no anchor.", none.Error, StringComparison.Ordinal);

        async Task<CommandRun> AgainstAsync(string text)
        {
            await File.WriteAllTextAsync(Path.Combine(work.FolderPath, "anchors.txt"), text, TestContext.Current.CancellationToken);
            return await RunAsync("evidence", "verify", "--against", "./anchors.txt", "--data", demo.Folder.FolderPath);
        }
    }

    [Fact]
    public async Task A_broken_chain_is_the_answer_no_and_names_its_entry()
    {
        var copy = demo.Copy();
        try
        {
            await SqlAsync(
                copy,
                "DROP TRIGGER Evidence_never_change; UPDATE Evidence SET Payload = replace(Payload, '\"ordinal\":', '\"ordinal\":1') WHERE Number = "
                    + "(SELECT MIN(Number) FROM Evidence WHERE Kind = 'SectionConfirmed')"
            );

            var run = await CommandRun.OfAsync(
                work.FolderPath,
                new Dictionary<string, string> { ["Induction__DataFolder"] = copy.FolderPath },
                "evidence",
                "verify"
            );

            Assert.Matches("^The chain is broken at entry [0-9]+: Its facts do not match their hash\\.\n$", run.Output.ReplaceLineEndings("\n"));
            Assert.Equal((1, ""), (run.ExitCode, run.Error));
        }
        finally
        {
            TestSchool.Delete(copy);
        }
    }

    [Fact]
    public async Task A_chain_whose_key_is_gone_holds_and_the_answer_is_no()
    {
        var copy = demo.Copy();
        try
        {
            Assert.False(File.Exists(copy.SigningKey));

            var run = await RunAsync("evidence", "verify", "--data", copy.FolderPath);

            Assert.EndsWith(
                $"{copy.SigningKey} is missing: it holds the school’s key, and nothing can be signed without it.\n",
                run.Output.ReplaceLineEndings("\n"),
                StringComparison.Ordinal
            );
            Assert.Equal((1, ""), (run.ExitCode, run.Error));
        }
        finally
        {
            TestSchool.Delete(copy);
        }
    }

    [Fact]
    public async Task A_command_with_settings_that_cannot_be_used_is_refused_with_all_their_faults()
    {
        var settings = new Dictionary<string, string> { ["Induction__Address"] = "school", ["Induction__TrustedProxies"] = "proxy1" };

        (await CommandRun.OfAsync(work.FolderPath, settings, "evidence", "verify", "--data", demo.Folder.FolderPath)).AssertRefused(
            "Induction:Address holds “school”, which is not the address of a site. Write it as https://induction.school.example"
                + Environment.NewLine
                + "Induction:TrustedProxies holds “proxy1”, which is not an IP address."
        );
    }

    [Fact]
    public async Task Without_a_database_nothing_can_be_asked_and_none_is_made()
    {
        (await CommandRun.OfAsync(work.FolderPath, null, "evidence", "verify")).AssertRefused(
            $"There is no database at {Path.Combine(work.FolderPath, "data", "induction.db")}. Name its folder with --data."
        );
        (await RunAsync("report", "governors", "--out", "./report.pdf", "--data", "./data")).AssertRefused(
            "There is no database at ./data/induction.db. Name its folder with --data."
        );
        Assert.Empty(Directory.GetFileSystemEntries(work.FolderPath));
    }

    [Fact]
    public async Task A_file_that_is_no_database_cannot_be_asked()
    {
        await File.WriteAllTextAsync(work.Database, string.Join(' ', Enumerable.Repeat("Dear parents,", 100)), TestContext.Current.CancellationToken);

        foreach (var arguments in new[] { new[] { "evidence", "verify" }, ["report", "register", "--out", "./register.pdf"] })
        {
            (await RunAsync([.. arguments, "--data", work.FolderPath])).AssertRefused(
                "The database cannot be used: SQLite Error 26: 'file is not a database'."
            );
        }
    }

    [Theory]
    [InlineData("governors")]
    [InlineData("register")]
    public async Task A_report_of_a_day_is_a_whole_PDF_next_to_which_nothing_is_left(string report)
    {
        var run = await RunAsync("report", report, "--as-at", "2026-11-12", "--out", "./report.pdf", "--data", demo.Folder.FolderPath);

        Assert.Equal((0, "./report.pdf: as at 12 November 2026\n", ""), (run.ExitCode, run.Output.ReplaceLineEndings("\n"), run.Error));
        var pdf = await File.ReadAllBytesAsync(Path.Combine(work.FolderPath, "report.pdf"), TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.EndsWith("%%EOF", System.Text.Encoding.Latin1.GetString(pdf).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["report.pdf"], Directory.GetFileSystemEntries(work.FolderPath).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("11/31/2026", "“11/31/2026” is not a date: there is no month 31. Write the day first, for example 14/12/2026.")]
    [InlineData("2999-01-01", "A report cannot be of a day that has not come.")]
    public async Task A_report_of_no_day_or_a_day_to_come_is_refused(string day, string sentence)
    {
        (await RunAsync("report", "governors", "--as-at", day, "--out", "./report.pdf", "--data", demo.Folder.FolderPath)).AssertRefused(sentence);
        Assert.Empty(Directory.GetFileSystemEntries(work.FolderPath));
    }

    [Theory]
    [InlineData("./missing/report.pdf")]
    [InlineData("./taken.pdf")]
    public async Task A_report_that_cannot_be_written_leaves_no_half_of_it(string path)
    {
        Directory.CreateDirectory(Path.Combine(work.FolderPath, "taken.pdf"));

        var run = await RunAsync("report", "governors", "--as-at", "2026-11-12", "--out", path, "--data", demo.Folder.FolderPath);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{path} cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["taken.pdf"], Directory.GetFileSystemEntries(work.FolderPath, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Before_set_up_there_is_nothing_to_report()
    {
        await using var school = await TestSchool.NotSetUpAsync();

        (await RunAsync("report", "governors", "--out", "./report.pdf", "--data", school.Folder.FolderPath)).AssertRefused(
            "The school is not set up yet, so there is nothing to report."
        );
        Assert.Empty(Directory.GetFileSystemEntries(work.FolderPath));
    }

    /// <summary>A slip must not be answered as if it had not been written: the report would be of another day, the check of another school.</summary>
    [Fact]
    public async Task A_slip_of_the_pen_is_never_taken_for_another_question()
    {
        (await RunAsync("report", "governors", "--asat", "2026-11-12", "--out", "./report.pdf", "--data", demo.Folder.FolderPath)).AssertRefused(
            "“--asat” means nothing here. Ask for --help."
        );
        (await RunAsync("evidence", "verify", "--dat=elsewhere", "--data", demo.Folder.FolderPath)).AssertRefused(
            "“--dat=elsewhere” means nothing here. Ask for --help."
        );
        (await RunAsync("report", "governors", "--data", demo.Folder.FolderPath)).AssertRefused("Option '--out' is required. Ask for --help.");
        (await RunAsync("verify")).AssertRefused("There is no command “verify”. Ask for --help.");
        Assert.Empty(Directory.GetFileSystemEntries(work.FolderPath));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("report", "--help")]
    [InlineData("evidence", "verify", "--help")]
    public async Task Help_is_an_answer(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_in_a_sentence()
    {
        using var first = DatabaseLock.Take(work);

        var run = await CommandRun.OfAsync(
            work.FolderPath,
            new Dictionary<string, string> { ["Induction__DataFolder"] = work.FolderPath },
            "--urls=http://127.0.0.1:0"
        );

        run.AssertRefused(
            $"Another server is already using the database in {work.FolderPath}. Stop that one first, or give this one a folder of its own "
                + "(Induction__DataFolder)."
        );
    }

    private static async Task SqlAsync(DataFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.Database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test writes the SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.HereAsync(work.FolderPath, arguments);
}
