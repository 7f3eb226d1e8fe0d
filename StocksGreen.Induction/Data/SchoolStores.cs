namespace StocksGreen.Induction.Data;

/// <summary>The schools of this server; today one. A scope of services belongs to one of them.</summary>
public sealed class SchoolStores : IDisposable
{
    private readonly IServiceScopeFactory scopes;
    private readonly List<IServiceScope> own = [];

    public SchoolStores(IServiceScopeFactory scopes, IEnumerable<StoreLocation> locations)
    {
        this.scopes = scopes;
        All = [.. locations.Select(Open)];
    }

    public IReadOnlyList<SchoolStore> All { get; }

    /// <summary>The store of a scope that names none.</summary>
    /// <exception cref="InvalidOperationException">There are several, so one must be named.</exception>
    internal SchoolStore Only =>
        All is [var only] ? only : throw new InvalidOperationException($"There are {All.Count} schools, and this scope of services belongs to none of them.");

    /// <summary>Services of one school, for work that no request asked for.</summary>
    public AsyncServiceScope CreateScope(SchoolStore store)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ScopeStore>().Store = store;
        return scope;
    }

    /// <summary>Opens a copy of a store somewhere else, to look at it; it is not one of <see cref="All"/>.</summary>
    /// <param name="folder">Holds the copy; its keys need not be there.</param>
    public StoreCopy OpenCopy(DataFolder folder)
    {
        var scope = scopes.CreateAsyncScope();
        var store = new SchoolStore(new StoreLocation(folder, MayWrite: false), scope.ServiceProvider);
        scope.ServiceProvider.GetRequiredService<ScopeStore>().Store = store;
        return new StoreCopy(scope, folder);
    }

    public void Dispose() => own.ForEach(scope => scope.Dispose());

    private SchoolStore Open(StoreLocation location)
    {
        var scope = scopes.CreateScope();
        own.Add(scope);
        var store = new SchoolStore(location, scope.ServiceProvider);
        scope.ServiceProvider.GetRequiredService<ScopeStore>().Store = store;
        return store;
    }
}
