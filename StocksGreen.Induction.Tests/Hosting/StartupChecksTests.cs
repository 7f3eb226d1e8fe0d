using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Evidence.Backups;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Hosting;

/// <summary>A school that was set up never becomes a new one, and is never served with a part of it missing.</summary>
public sealed class StartupChecksTests(DemoStoreFixture demo) : IClassFixture<DemoStoreFixture>, IDisposable
{
    private readonly DataFolder folder = StoreFiles.Copy(demo.Folder, withKeys: true);

    public void Dispose() => TestSchool.Delete(folder);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keys_without_a_database_are_no_first_run(bool isEmptied)
    {
        await StartAsync();
        var backup = await BackUpAsync();
        StoreFiles.Close(folder);
        File.Delete(folder.Database);
        if (isEmptied)
        {
            await File.WriteAllBytesAsync(folder.Database, [], TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            $"{folder.Database} is missing or empty, and {folder.Keys} holds the keys of a school: this is no new school but one whose data is not here. "
                + $"Restore the last back-up: restore \"{backup}\".",
            await RefusalAsync()
        );
        Assert.Equal(isEmptied, File.Exists(folder.Database));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_answered_with_the_back_up_to_restore()
    {
        await StartAsync();
        var backup = await BackUpAsync();
        StoreFiles.Close(folder);
        await File.WriteAllTextAsync(folder.Database, new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Equal(
            $"{folder.Database} is not a database that can be read. Restore your last back-up, or move the whole data folder away to start afresh. "
                + $"Restore the last back-up: restore \"{backup}\".",
            await RefusalAsync()
        );
    }

    [Fact]
    public async Task A_new_database_next_to_the_keys_of_a_school_is_none()
    {
        File.Delete(folder.Database);
        var other = StoreFiles.New();
        try
        {
            await RunAsync(other);
            StoreFiles.Close(other);
            File.Copy(other.Database, folder.Database);
        }
        finally
        {
            TestSchool.Delete(other);
        }

        Assert.Equal(
            $"{folder.Database} holds no school, and {folder.Keys} holds the keys of one: this is no new school but one whose data is not here. "
                + $"There is no back-up in {folder.Backups}. Put one that was kept elsewhere back with: restore FILE.",
            await RefusalAsync()
        );
    }

    [Fact]
    public async Task A_database_without_its_last_part_is_not_served()
    {
        await StartAsync();
        var older = StoreFiles.Copy(folder, withKeys: false);
        try
        {
            await WriteAsync();
            StoreFiles.Close(folder);
            File.Copy(older.Database, folder.Database, overwrite: true);
            File.Delete(folder.Database + "-wal");
            File.Delete(folder.Database + "-shm");
        }
        finally
        {
            TestSchool.Delete(older);
        }

        await using (var services = ServiceRegistration.AddEverything(new ServiceCollection().AddLogging(), folder, mayWrite: false).BuildServiceProvider())
        {
            await using var scope = services.CreateAsyncScope();
            var broken = Assert.IsType<ChainVerdict.Broken>(
                await scope.ServiceProvider.GetRequiredService<VerifyEvidence>().ExecuteAsync(TestContext.Current.CancellationToken)
            );
            Assert.Contains("its last part was lost", broken.Reason, StringComparison.Ordinal);
        }

        Assert.Matches(
            "^The evidence went on to entry [0-9]+, and the database ends with entry [0-9]+: its last part was lost, as when the file induction.db-wal is "
                + "missing or an older copy was put in its place\\. There is no back-up in ",
            await RefusalAsync()
        );
    }

    [Fact]
    public async Task A_database_of_another_history_is_not_served()
    {
        await StartAsync();
        var other = StoreFiles.Copy(folder, withKeys: true);
        try
        {
            await WriteAsync();
            await RunAsync(other);
            await WriteAsync(other);
            StoreFiles.Close(folder);
            StoreFiles.Close(other);
            File.Copy(other.Database, folder.Database, overwrite: true);
        }
        finally
        {
            TestSchool.Delete(other);
        }

        Assert.Matches(
            "^Entry [0-9]+ of the evidence is not the one that the school’s keys know: the database is of another history\\. ",
            await RefusalAsync()
        );
    }

    [Fact]
    public async Task A_database_with_damaged_pages_is_not_served_at_a_hundred_places()
    {
        await StartAsync();
        StoreFiles.Close(folder);
        var whole = await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken);
        const int Page = 4096;
        var random = new Random(29);
        var served = 0;
        for (var i = 0; i < 100; i++)
        {
            var damaged = whole.ToArray();
            var page = random.Next(1, whole.Length / Page);
            random.NextBytes(damaged.AsSpan(page * Page, Page));
            await File.WriteAllBytesAsync(folder.Database, damaged, TestContext.Current.CancellationToken);

            try
            {
                await using var db = new InductionDb(
                    new DbContextOptionsBuilder<InductionDb>().UseSqlite($"Data Source={folder.Database};Mode=ReadOnly;Pooling=False").Options,
                    provider
                );
                served += await provider.DamageAsync(db, isThorough: false, TestContext.Current.CancellationToken) is null ? 1 : 0;
            }
            catch (SqliteException)
            {
                // Found, too.
            }
        }

        // Pages that no table uses, and those that hold a part of a long value, have no shape that could be wrong: the nightly check reads what they say.
        Assert.InRange(served, 0, 40);
    }

    private readonly Induction.Data.Sqlite.SqliteProvider provider = new();

    private async Task<string> BackUpAsync() =>
        (await DoAsync(folder, services => services.GetRequiredService<MakeBackup>().ExecuteAsync(UpkeepWorker.Program, null, CancellationToken.None)))
            .Value()
            .Path;

    private Task<EvidenceEntry> WriteAsync(DataFolder? store = null) =>
        DoAsync(
            store ?? folder,
            services =>
                services
                    .GetRequiredService<EvidenceWriter>()
                    .WriteAsync(
                        (_, log) => Task.FromResult(log.Append(EvidenceKind.StampServiceNamed, DateTimeOffset.UtcNow, "0", $"{{\"n\":\"{Guid.NewGuid()}\"}}")),
                        CancellationToken.None
                    )
        );

    private Task StartAsync() => RunAsync(folder);

    private static Task<bool> RunAsync(DataFolder store) => DoAsync(store, _ => Task.FromResult(true));

    private async Task<string> RefusalAsync() => (await Assert.ThrowsAsync<OperatorException>(StartAsync)).Message;

    /// <summary>Starts as a server does, does something and stops.</summary>
    private static async Task<T> DoAsync<T>(DataFolder store, Func<IServiceProvider, Task<T>> act)
    {
        await using var services = ServiceRegistration
            .AddEverything(new ServiceCollection().AddLogging(), store, mayWrite: true)
            .BuildServiceProvider(validateScopes: true);
        using var locks = await StartupChecks.RunAsync(services, TestContext.Current.CancellationToken);
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
