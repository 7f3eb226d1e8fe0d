namespace StocksGreen.Induction.Data;

/// <summary>A copy of a store that is looked at and then let go of.</summary>
public sealed class StoreCopy : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly DataFolder folder;

    internal StoreCopy(AsyncServiceScope scope, DataFolder folder) => (this.scope, this.folder) = (scope, folder);

    /// <summary>The services of the copy.</summary>
    public IServiceProvider Services => scope.ServiceProvider;

    /// <summary>Closes its files; they may then be deleted.</summary>
    public async ValueTask DisposeAsync()
    {
        Services.GetRequiredService<IDatabaseProvider>().Release(folder);
        await scope.DisposeAsync();
    }
}
