namespace StocksGreen.Induction.Data.Startup;

/// <summary>Registers what there is once for each school.</summary>
public static class StoreServices
{
    /// <summary>One for each school, made when it is first asked for, with the services of its school.</summary>
    /// <exception cref="ArgumentException">It must be disposed of: the scope that asks for it would do so, though it is not the scope's.</exception>
    /// <remarks>Not scoped but transient: the scope would hold its lock while the store makes what was asked for, and another the other way round.</remarks>
    public static IServiceCollection AddPerStore<T>(this IServiceCollection services)
        where T : class =>
        typeof(T).IsAssignableTo(typeof(IDisposable)) || typeof(T).IsAssignableTo(typeof(IAsyncDisposable))
            ? throw new ArgumentException($"{typeof(T).Name} must be disposed of, so it cannot belong to a store.", nameof(services))
            : services.AddTransient(scope => scope.GetRequiredService<SchoolStore>().Get<T>());
}
