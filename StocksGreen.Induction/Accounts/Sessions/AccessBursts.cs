using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// Counts what is done again and again, so that the access log does not grow with an attack: the first is written at once, and what follows as one line of
/// "411 more". One for each school.
/// </summary>
public sealed class AccessBursts
{
    /// <summary>How long the same is counted before a line says how often; it doubles up to an hour while it goes on.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>How many of one act are told apart; whatever comes on top is counted together.</summary>
    public const int MostApart = 20;

    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<Key, Burst> bursts = [];

    /// <summary>Takes what was done just now.</summary>
    /// <returns>What is to be written now, in order; empty where it is only counted.</returns>
    public IReadOnlyList<AccessEntry> Take(AccessEntry entry)
    {
        if (!entry.Act.IsCounted())
        {
            return [entry];
        }

        lock (gate)
        {
            var ended = End(entry.At);
            var key = Key.Of(entry);
            // What a person does who is signed in is never thrown together with what others do.
            if (entry.By is null && !bursts.ContainsKey(key) && IsFromEverywhere(entry))
            {
                entry = entry.OfMany();
                key = Key.Of(entry);
            }

            if (bursts.TryGetValue(key, out var burst))
            {
                burst.Add(entry.At);
                return ended;
            }

            bursts[key] = new Burst(entry);
            return [.. ended, entry];
        }
    }

    /// <summary>What was counted and is not written yet.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="all">True also for what still goes on, as when the log is read or the server stops.</param>
    public IReadOnlyList<AccessEntry> TakeCounted(DateTimeOffset now, bool all)
    {
        lock (gate)
        {
            return all ? [.. bursts.Values.Select(burst => burst.Tell()).OfType<AccessEntry>()] : End(now);
        }
    }

    /// <summary>What could not be written was not told: the next of its kind is written again.</summary>
    public void Forget(AccessEntry entry)
    {
        lock (gate)
        {
            bursts.Remove(Key.Of(entry));
        }
    }

    private bool IsFromEverywhere(AccessEntry entry) =>
        bursts.ContainsKey(Key.Of(entry.OfMany())) || bursts.Keys.Count(known => known.Act == entry.Act && known.By is null) >= MostApart;

    private List<AccessEntry> End(DateTimeOffset now)
    {
        var ended = new List<AccessEntry>();
        foreach (var (key, burst) in bursts.Where(one => one.Value.IsOver(now)).ToList())
        {
            if (burst.Tell() is { } counted)
            {
                ended.Add(counted);
                burst.GoOn(now);
            }
            else
            {
                bursts.Remove(key);
            }
        }

        return ended;
    }

    private sealed record Key(AccessAct Act, StaffId? By, StaffId? About, string What, string? Place, string? Address)
    {
        public static Key Of(AccessEntry entry) => new(entry.Act, entry.By, entry.About, entry.What, entry.Place, entry.Address);
    }

    private sealed class Burst(AccessEntry first)
    {
        private DateTimeOffset begun = first.At;
        private TimeSpan length = Window;
        private int times;
        private DateTimeOffset from;
        private DateTimeOffset until;

        // A clock that is set back ends it, too.
        public bool IsOver(DateTimeOffset now) => now - begun > length || now < begun;

        public void Add(DateTimeOffset at)
        {
            from = times == 0 ? at : from;
            until = at;
            times++;
        }

        public AccessEntry? Tell()
        {
            if (times == 0)
            {
                return null;
            }

            var told = first.Again(from, until, times);
            times = 0;
            return told;
        }

        public void GoOn(DateTimeOffset now) => (begun, length) = (now, length * 2 > LongestWindow ? LongestWindow : length * 2);
    }
}
