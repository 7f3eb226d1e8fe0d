using System.Collections.Concurrent;

namespace StocksGreen.Induction.Data;

/// <summary>One school on this server: its folder, and all that is made for it once and shared with no other school.</summary>
/// <remarks>Whatever knows the school is asked for in a scope, and each scope belongs to one store (<see cref="SchoolStores"/>).</remarks>
public sealed class SchoolStore
{
    private readonly ConcurrentDictionary<Type, object> made = new();
    private readonly Lock making = new();
    private readonly IServiceProvider own;

    /// <param name="own">A scope of this store that lives as long as it.</param>
    internal SchoolStore(StoreLocation location, IServiceProvider own)
    {
        Location = location;
        this.own = own;
    }

    public StoreLocation Location { get; }

    public DataFolder Folder => Location.Folder;

    /// <summary>First-run set-up of this school: a button pressed twice sends two requests, and each would clear away what the other has begun.</summary>
    public OneAtATime SettingUp { get; } = new();

    /// <summary>The one of its kind in this store.</summary>
    internal T Get<T>()
        where T : class
    {
        if (made.TryGetValue(typeof(T), out var one))
        {
            return (T)one;
        }

        // One lock for all kinds, because what is made asks for others.
        lock (making)
        {
            return (T)made.GetOrAdd(typeof(T), _ => ActivatorUtilities.CreateInstance<T>(own));
        }
    }
}
