using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Hosting.Health;
using StocksGreen.Induction.Tests.Security;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>What the server says to anyone who watches it: whether it can do its work, and nothing else.</summary>
public sealed class HealthTests
{
    private const string IsElsewhere =
        "The database is not where the server opened it: stop the server, put that file back or restore the last back-up, and start the server again.";

    private const string IsUnreadable =
        "The database cannot be read: stop the server, restore the last back-up of the data folder, and start the server again.";

    private const string KeyIsGone =
        "The key that signs evidence cannot be read: restore the folder “keys” from the last back-up, or make another key with the command “seal new”.";

    /// <summary>A connection that is kept goes on with the file that it has: nothing but looking at the path tells.</summary>
    [Fact]
    public async Task A_database_that_is_no_longer_at_its_path_or_no_longer_whole_is_told_and_what_to_do()
    {
        var folder = await DemoStore.CopyAsync();
        try
        {
            await using var app = await RunningApp.StartAsync(folder);
            using var stranger = Visitor.Of(app);
            var aside = folder.Database + ".aside";

            File.Move(folder.Database, aside);
            await ExpectAsync(IsElsewhere, "moved away");
            // The program itself is well: to start it again would bring nothing back.
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger, Urls.HealthLive));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(stranger, Urls.HealthReady)).Status);

            Directory.CreateDirectory(folder.Database);
            await ExpectAsync(IsElsewhere, "a directory");
            Directory.Delete(folder.Database);

            await File.WriteAllTextAsync(folder.Database, "garbage", TestContext.Current.CancellationToken);
            await ExpectAsync(IsElsewhere, "garbage in another file");

            File.Copy(aside, folder.Database, overwrite: true);
            await ExpectAsync(IsElsewhere, "a copy");

            File.Move(aside, folder.Database, overwrite: true);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));

            var bytes = await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken);
            foreach (var length in new[] { 0, 10, 4096, bytes.Length / 2, bytes.Length - 1 })
            {
                await OverwriteAsync(folder.Database, bytes[..length]);
                await ExpectAsync(IsUnreadable, $"{length} bytes of {bytes.Length}");
            }

            await OverwriteAsync(folder.Database, "garbage"u8.ToArray());
            await ExpectAsync(IsUnreadable, "garbage");
            await OverwriteAsync(folder.Database, bytes);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));
            // SQLite takes away the log of a database that it finds empty; the last signatures may stand there alone.
            Assert.True(File.Exists(folder.Database + "-wal"));

            async Task ExpectAsync(string sentence, string what)
            {
                var answer = await AskAsync(stranger);
                Assert.True(answer == (HttpStatusCode.ServiceUnavailable, $"Unhealthy\n{sentence}"), $"{what}: {answer}");
                Assert.DoesNotContain(folder.FolderPath, answer.Body, StringComparison.Ordinal);
                Assert.Contains(app.Faults.All, message => message.Contains(sentence, StringComparison.Ordinal));
                Assert.DoesNotContain(app.Faults.All, message => message.Contains("(null)", StringComparison.Ordinal));
            }
        }
        finally
        {
            DemoStore.Delete(folder);
        }
    }

    [Fact]
    public async Task A_server_that_can_read_sign_and_write_is_healthy_and_one_that_cannot_is_not()
    {
        var folder = await DemoStore.CopyAsync();
        try
        {
            await using var app = await RunningApp.StartAsync(folder);
            using var stranger = Visitor.Of(app);
            var files = Files(folder);

            Assert.Equal(
                ["data folder", "database", "signing key"],
                app.Services.GetRequiredService<IOptions<HealthCheckServiceOptions>>()
                    .Value.Registrations.Select(check => check.Name)
                    .Order(StringComparer.Ordinal)
            );
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));
            Assert.Equal(files, Files(folder));

            var key = Path.Combine(folder.Keys, "seal.key");
            var kept = await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(key, "spoilt", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, $"Unhealthy\n{KeyIsGone}"), await AskAsync(stranger));
            await File.WriteAllBytesAsync(key, kept, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));

            await SqlAsync(folder, "ALTER TABLE School RENAME TO Lost");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, $"Unhealthy\n{IsUnreadable}"), await AskAsync(stranger));
            await SqlAsync(folder, "ALTER TABLE Lost RENAME TO School");
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));
        }
        finally
        {
            DemoStore.Delete(folder);
        }
    }

    [Fact]
    public async Task A_server_without_a_school_is_healthy_and_has_no_key_yet()
    {
        var folder = DemoStore.Empty();
        try
        {
            await using var app = await RunningApp.StartAsync(folder);
            using var stranger = Visitor.Of(app);

            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));
        }
        finally
        {
            DemoStore.Delete(folder);
        }
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_counts_as_unhealthy()
    {
        var folder = TestSchool.NewFolder();
        var check = new DataFolderHealthCheck(folder);
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
        Assert.Empty(Files(folder));

        TestSchool.Delete(folder);

        var gone = await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);
        Assert.Equal(
            (
                HealthStatus.Unhealthy,
                "Nothing can be written into the data folder: make room on its disk, or give the user that the server runs as the right to write there."
            ),
            (gone.Status, gone.Description)
        );
    }

    [Fact]
    public async Task A_container_asks_by_a_command_of_the_program()
    {
        var folder = await DemoStore.CopyAsync();
        await using (var app = await RunningApp.StartAsync(folder))
        {
            var healthy = await CommandRun.HereAsync(folder.FolderPath, "health", app.Address.ToString());
            Assert.Equal((0, "Healthy", ""), (healthy.ExitCode, healthy.Output.Trim(), healthy.Error));

            await OverwriteAsync(folder.Database, []);
            var ill = await CommandRun.HereAsync(folder.FolderPath, "health", app.Address.ToString());
            Assert.Equal((1, $"Unhealthy\n{IsUnreadable}"), (ill.ExitCode, ill.Output.Trim()));
        }

        DemoStore.Delete(folder);
        var none = await CommandRun.HereAsync(folder.FolderPath, "health", "http://127.0.0.1:9");
        Assert.Equal((1, "No server answers at http://127.0.0.1:9."), (none.ExitCode, none.Output.Trim()));
        (await CommandRun.HereAsync(folder.FolderPath, "health", "rubbish")).AssertRefused(
            "“rubbish” is no address of a server. Write one such as http://127.0.0.1:5000."
        );
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(Visitor visitor, string address = Urls.Health)
    {
        var answer = await visitor.GetAsync(address);
        Assert.Equal("text/plain", answer.ContentHeaders.ContentType?.MediaType);
        return (answer.Status, answer.Body);
    }

    /// <summary>Writes into the same file, as what spoils a disk does.</summary>
    private static async Task OverwriteAsync(string path, byte[] bytes)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(bytes.Length);
        await file.WriteAsync(bytes, TestContext.Current.CancellationToken);
    }

    private static List<string> Files(DataFolder folder) =>
        [.. Directory.GetFiles(folder.FolderPath).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private static async Task SqlAsync(DataFolder folder, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test writes the SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
