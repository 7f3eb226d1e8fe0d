using System.Collections.Concurrent;

namespace StocksGreen.Induction.Accounts.Passwords;

/// <summary>
/// How often passwords may be guessed. Wrong ones count for where they come from and whose account it is together. So no stranger keeps anyone out who sits at
/// a place or a device from which they have signed in before, and a whole school behind one address goes on working.
/// </summary>
/// <remarks>Kept in memory: a restart forgets it, and it never grows beyond <see cref="Most"/>.</remarks>
public sealed class GuessLimits(TimeProvider clock)
{
    /// <summary>Wrong passwords of one account from one place before the first wait.</summary>
    public const int FreeOfAPlace = 5;

    /// <summary>Wrong passwords of one account from all places together that it does not know.</summary>
    public const int FreeOfAnAccount = 20;

    /// <summary>Wrong passwords from one address for accounts that do not know it.</summary>
    public const int FreeOfAnAddress = 100;

    /// <summary>No wait is longer.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>So many counts are kept and no more; the oldest give way.</summary>
    internal const int Most = 20_000;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    /// <summary>How many counts are kept now.</summary>
    internal int Count => tallies.Count;

    /// <summary>Counts a try before it is judged, so that a hundred at once are a hundred tries.</summary>
    /// <param name="email">As it was typed.</param>
    /// <param name="place">Where the try comes from.</param>
    /// <returns>False where it must wait: then it is not to be judged at all.</returns>
    public bool TryBegin(string email, GuessPlace place)
    {
        var (now, keys) = (clock.GetUtcNow(), Keys(email, place));
        lock (tallies)
        {
            if (keys.Any(key => tallies.TryGetValue(key.Name, out var known) && now < known.WaitsUntil))
            {
                return false;
            }

            foreach (var (name, free) in keys)
            {
                var before = tallies.TryGetValue(name, out var known) && now - known.Last < Forgotten ? known : new Tally(0, now, now);
                var count = before.Count + 1;
                tallies[name] = new Tally(count, now, count < free ? now : now + Wait(count - free));
            }

            MakeRoom(now);
            return true;
        }
    }

    /// <summary>The try that was counted was right, so it does not count.</summary>
    public void Succeed(string email, GuessPlace place)
    {
        lock (tallies)
        {
            foreach (var (name, free) in Keys(email, place))
            {
                if (name.StartsWith('p') || !tallies.TryGetValue(name, out var known) || known.Count <= 1)
                {
                    tallies.TryRemove(name, out _);
                }
                else
                {
                    tallies[name] = known with { Count = known.Count - 1, WaitsUntil = known.Count - 1 < free ? known.Last : known.WaitsUntil };
                }
            }
        }
    }

    /// <summary>True while someone must wait for the account's password, wherever they are.</summary>
    public bool IsWaiting(string email)
    {
        var (now, ending) = (clock.GetUtcNow(), $"|{Normal(email)}");
        return tallies.Any(one => one.Key.EndsWith(ending, StringComparison.Ordinal) && now < one.Value.WaitsUntil);
    }

    /// <summary>Forgets what was guessed at an account.</summary>
    public void Forgive(string email)
    {
        var ending = $"|{Normal(email)}";
        foreach (var name in tallies.Keys.Where(name => name.EndsWith(ending, StringComparison.Ordinal)))
        {
            tallies.TryRemove(name, out _);
        }
    }

    private static (string Name, int Free)[] Keys(string email, GuessPlace place) =>
        place.IsKnown
            ? [($"p|{place.Name}|{Normal(email)}", FreeOfAPlace)]
            : [($"p|{place.Name}|{Normal(email)}", FreeOfAPlace), ($"a|{Normal(email)}", FreeOfAnAccount), ($"n|{place.Name}", FreeOfAnAddress)];

    // What someone types may be as long as a page.
    private static string Normal(string email) => email.Trim().ToUpperInvariant() is var text && text.Length <= 254 ? text : text[..254];

    private static TimeSpan Wait(int beyond) => beyond >= 4 ? LongestWait : FirstWait * (1 << beyond);

    private void MakeRoom(DateTimeOffset now)
    {
        if (tallies.Count <= Most)
        {
            return;
        }

        foreach (
            var (name, _) in tallies.Where(one => now - one.Value.Last >= Forgotten).Concat(tallies.OrderBy(one => one.Value.Last).Take(Most / 10)).ToList()
        )
        {
            tallies.TryRemove(name, out _);
        }
    }

    private sealed record Tally(int Count, DateTimeOffset Last, DateTimeOffset WaitsUntil);
}
