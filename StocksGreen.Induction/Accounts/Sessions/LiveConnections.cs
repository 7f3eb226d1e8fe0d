namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>The connections of live pages that are open now, by session: so many and no more, and none once the session is over.</summary>
public sealed class LiveConnections
{
    /// <summary>More live pages than anyone has open at once.</summary>
    public const int MostOfASession = 8;

    /// <summary>A page that hears that its session is over clears itself and leads to the page for signing in; then its connection goes.</summary>
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, List<HttpContext>> open = new(StringComparer.Ordinal);

    /// <returns>False where the session has as many as it may.</returns>
    public bool TryAdd(string session, HttpContext connection)
    {
        lock (open)
        {
            if (!open.TryGetValue(session, out var all))
            {
                open[session] = all = [];
            }

            if (all.Count >= MostOfASession)
            {
                return false;
            }

            all.Add(connection);
            return true;
        }
    }

    public void Remove(string session, HttpContext connection)
    {
        lock (open)
        {
            if (open.TryGetValue(session, out var all) && all.Remove(connection) && all.Count == 0)
            {
                open.Remove(session);
            }
        }
    }

    /// <summary>How many a session has open.</summary>
    public int CountOf(string session)
    {
        lock (open)
        {
            return open.GetValueOrDefault(session)?.Count ?? 0;
        }
    }

    /// <summary>Ends all of a session that is over.</summary>
    internal void End(string? session)
    {
        if (session is not null)
        {
            _ = EndSoonAsync(session);
        }
    }

    private async Task EndSoonAsync(string session)
    {
        await Task.Delay(TimeToLeave);
        lock (open)
        {
            open.GetValueOrDefault(session)?.ForEach(connection => connection.Abort());
        }
    }
}
