using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>The demonstration's school on the disk, as at Friday 13 November 2026; one for all tests, which only look at it.</summary>
public sealed class DemoStoreFixture : IAsyncLifetime
{
    /// <summary>The last day of the demonstration's past.</summary>
    public static readonly DateOnly Today = new(2026, 11, 13);

    public DataFolder Folder { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Folder = await DemoStore.NovemberAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A copy that a test may spoil, without the school's keys; the caller deletes it.</summary>
    public DataFolder Copy() => StoreFiles.Copy(Folder, withKeys: false);
}
