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
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(stranger));
            await File.WriteAllBytesAsync(key, kept, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync(stranger));

            await SqlAsync(folder, "ALTER TABLE School RENAME TO Lost");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await AskAsync(stranger));
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

        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync(Urls.Health);
        Assert.Equal("text/plain", answer.ContentHeaders.ContentType?.MediaType);
        return (answer.Status, answer.Body);
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
