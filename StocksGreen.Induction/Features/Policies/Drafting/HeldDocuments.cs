using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>
/// Documents that could not be read as text, kept in memory for a while so that anyone who then publishes them as pages need not send them again. Nothing of
/// value lies here: what has gone is chosen once more.
/// </summary>
public sealed class HeldDocuments(TimeProvider clock)
{
    private const int Most = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Lock changing = new();
    private readonly List<(Guid Key, StaffId By, HeldDocument Document, DateTimeOffset At)> held = [];

    /// <summary>Keeps one for a person; of each person the last one, and of all a few.</summary>
    /// <returns>By which that person takes it again.</returns>
    public Guid Keep(StaffId by, HeldDocument document)
    {
        lock (changing)
        {
            Forget();
            held.RemoveAll(each => each.By == by);
            if (held.Count == Most)
            {
                held.RemoveAt(0);
            }

            var key = Guid.NewGuid();
            held.Add((key, by, document, clock.GetUtcNow()));
            return key;
        }
    }

    /// <returns>Null where it has gone, or is someone else’s.</returns>
    public HeldDocument? Find(StaffId by, Guid key)
    {
        lock (changing)
        {
            Forget();
            return held.Find(each => each.Key == key && each.By == by).Document;
        }
    }

    public void Release(Guid key)
    {
        lock (changing)
        {
            held.RemoveAll(each => each.Key == key);
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        held.RemoveAll(each => now - each.At > Longest);
    }
}
