namespace StocksGreen.Induction.Accounts;

/// <summary>
/// Bounds how often something short can be guessed, by whom it is guessed: five wrong tries in a quarter of an hour, and then even the right one waits.
/// </summary>
/// <remarks>Kept in memory: a server that starts again forgets, which gives a guesser five more. What is guessed is never
/// voided, so no one can spoil another's.</remarks>
public sealed class Guesses(TimeProvider clock)
{
    public const int Most = 5;

    /// <summary>How long a try counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    // Far more guessers than a school has devices; above it those whose tries no longer count are forgotten.
    private const int ManyKeys = 10_000;

    private static readonly TimeSpan TidyEvery = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTimeOffset tidyAgain = DateTimeOffset.MinValue;
    private readonly Dictionary<string, Queue<DateTimeOffset>> tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try before it is judged, so that a hundred at once are a hundred tries.</summary>
    /// <param name="key">Who guesses what.</param>
    /// <returns>False when it must not be judged.</returns>
    public bool Begin(string key) => Begin(key, Most, Window);

    /// <summary>The same with another bound, for what is no secret and may not be done without end.</summary>
    public bool Begin(string key, int most, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (tries.Count > ManyKeys && now >= tidyAgain)
            {
                tidyAgain = now + TidyEvery;
                foreach (var old in tries.Where(each => each.Value.All(at => now - at >= LongestWindow)).Select(each => each.Key).ToList())
                {
                    tries.Remove(old);
                }
            }

            if (!tries.TryGetValue(key, out var made))
            {
                tries[key] = made = new Queue<DateTimeOffset>();
            }

            while (made.TryPeek(out var oldest) && now - oldest >= window)
            {
                made.Dequeue();
            }

            if (made.Count >= most)
            {
                return false;
            }

            made.Enqueue(now);
            return true;
        }
    }

    /// <summary>The try was right: those before it are forgotten.</summary>
    public void Succeed(string key)
    {
        lock (gate)
        {
            tries.Remove(key);
        }
    }
}
