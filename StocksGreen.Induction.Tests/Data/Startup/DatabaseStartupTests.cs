using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Startup;

public sealed class DatabaseStartupTests : IDisposable
{
    private readonly DataFolder folder = TestSchool.NewFolder();
    private readonly LockWatch locks = new();
    private readonly ServiceProvider services;

    public DatabaseStartupTests() =>
        services = ServiceRegistration
            .AddEverything(new ServiceCollection().AddLogging(), folder, mayWrite: true)
            .ConfigureDbContext<InductionDb>(options => options.AddInterceptors(locks))
            .BuildServiceProvider();

    public void Dispose()
    {
        services.Dispose();
        TestSchool.Delete(folder);
    }

    [Fact]
    public async Task A_database_is_made_from_nothing_and_has_the_shape_that_the_program_knows()
    {
        await PrepareAsync();

        await using var db = await DbAsync();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Evidence.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await PrepareAsync();
        var before = await SchemaAsync();
        await PrepareAsync();

        Assert.Equal(before, await SchemaAsync());
    }

    /// <summary>A server that was killed while it migrated leaves Entity Framework's lock behind.</summary>
    [Fact]
    public async Task A_lock_that_a_killed_server_left_behind_does_not_hold_up_the_next_start()
    {
        await using (var db = await DbAsync())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL)",
                TestContext.Current.CancellationToken
            );
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-09-14 09:00:00')",
                TestContext.Current.CancellationToken
            );
        }

        locks.Left = 1;
        await PrepareAsync();
        Assert.Equal(0, locks.Left);

        await using var migrated = await DbAsync();
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("This is no database, and it is long enough to be read as the first page of one: someone saved a letter here under its name, by a slip.")]
    [InlineData("short")]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence_and_left_alone(string content)
    {
        await File.WriteAllTextAsync(folder.Database, content, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"{folder.Database} is not a database that can be read. Restore your last back-up, or move the whole data folder away to start afresh.",
            await RefusalAsync()
        );
        Assert.Equal(content, await File.ReadAllTextAsync(folder.Database, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_database_whose_pages_are_damaged_is_refused_with_a_sentence()
    {
        await PrepareAsync();
        StoreFiles.Close(folder);
        await using (var file = new FileStream(folder.Database, FileMode.Open))
        {
            file.Position = 100;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 3000).ToArray(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            $"{folder.Database} is not a database that can be read. Restore your last back-up, or move the whole data folder away to start afresh.",
            await RefusalAsync()
        );
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_a_sentence()
    {
        await PrepareAsync();
        await using (var db = await DbAsync())
        {
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0.0')",
                TestContext.Current.CancellationToken
            );
        }

        Assert.Equal(
            $"{folder.Database} was made by a newer version of this program. Start that version, or restore a back-up from before it.",
            await RefusalAsync()
        );
    }

    /// <summary>A folder in the file's place stands for every path that cannot be written: it stops an administrator too, as permissions would not.</summary>
    [Fact]
    public async Task A_database_that_cannot_be_written_is_refused_with_a_sentence()
    {
        Directory.CreateDirectory(folder.Database);

        Assert.StartsWith($"{folder.Database} cannot be opened for writing: ", await RefusalAsync(), StringComparison.Ordinal);
    }

    private async Task<string> RefusalAsync() => (await Assert.ThrowsAsync<OperatorException>(PrepareAsync)).Message;

    private Task PrepareAsync() =>
        DatabaseStartup.PrepareAsync(services.GetRequiredService<IDbContextFactory<InductionDb>>(), folder, TestContext.Current.CancellationToken);

    private Task<InductionDb> DbAsync() =>
        services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private async Task<List<string>> SchemaAsync()
    {
        await using var db = await DbAsync();
        return await db
            .Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Counts how often Entity Framework asks for its lock: while it does not get it, it asks again for ever.</summary>
    private sealed class LockWatch : DbCommandInterceptor
    {
        /// <summary>How often it may still ask; null where no one counts.</summary>
        internal int? Left { get; set; }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains("INSERT OR IGNORE INTO \"__EFMigrationsLock\"", StringComparison.Ordinal))
            {
                Assert.NotEqual(0, Left);
                Left--;
            }

            return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
