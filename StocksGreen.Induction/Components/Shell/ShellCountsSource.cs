using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Components.Shell;

/// <summary>Finds what waits. The menu knows no database; the host, which knows it, says how.</summary>
public sealed class ShellCountsSource(Func<Actor, CancellationToken, Task<ShellCounts>> find)
{
    /// <param name="actor">Who looks.</param>
    public Task<ShellCounts> FindAsync(Actor actor, CancellationToken cancellationToken) => find(actor, cancellationToken);
}
