using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Cli.Demo;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Dates;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>The demonstration's school on the disk, as at Friday 13 November 2026; made once for all tests of a class, which only look at it.</summary>
public sealed class DemoStoreFixture : IAsyncLifetime
{
    /// <summary>The last day of the demonstration's past.</summary>
    public static readonly DateOnly Today = new(2026, 11, 13);

    public DataFolder Folder { get; } = TestSchool.NewFolder();

    public async ValueTask InitializeAsync()
    {
        var clock = new DemoClock(LondonTime.EndOf(Today.AddDays(-1)).AddHours(9));
        await using var services = Wiring.AddEverything(new ServiceCollection().AddLogging(), Folder, mayWrite: true).AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await DatabaseStartup.PrepareAsync(scope.ServiceProvider.GetRequiredService<IDbContextFactory<InductionDb>>(), Folder, CancellationToken.None);
        await new DemoSchool(scope.ServiceProvider, clock, Today, []).FillAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    public ValueTask DisposeAsync()
    {
        TestSchool.Delete(Folder);
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy that a test may spoil; the caller deletes it.</summary>
    public DataFolder Copy()
    {
        var copy = TestSchool.NewFolder();
        foreach (var file in Directory.GetFiles(Folder.FolderPath, "induction.db*"))
        {
            File.Copy(file, Path.Combine(copy.FolderPath, Path.GetFileName(file)));
        }

        return copy;
    }
}
