using System.Collections.Concurrent;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>How far packs are, and how they ended, for the page from which they were asked for.</summary>
/// <remarks>A page looks now and then: it must find the end of a download also when it did not look between the last file and the end.</remarks>
public sealed class EvidencePacksInProgress(TimeProvider clock)
{
    /// <summary>How long an ended download is remembered. Its page looks several times a second.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(StaffId Owner, Guid Ticket), (EvidencePackStatus Status, DateTimeOffset At)> packs = new();

    /// <param name="ticket">Names the download; made by the page.</param>
    /// <returns>Null while it has not begun, and long after it ended.</returns>
    public EvidencePackStatus? Of(StaffId owner, Guid ticket) => packs.TryGetValue((owner, ticket), out var pack) ? pack.Status : null;

    internal void Tell(StaffId owner, Guid ticket, EvidencePackProgress progress) =>
        Keep(owner, ticket, new EvidencePackStatus(progress, EvidencePackState.UnderWay));

    /// <param name="isComplete">False for a download that broke off.</param>
    internal void End(StaffId owner, Guid ticket, bool isComplete)
    {
        if (Of(owner, ticket) is { } last)
        {
            Keep(owner, ticket, last with { State = isComplete ? EvidencePackState.Complete : EvidencePackState.BrokenOff });
        }
    }

    private void Keep(StaffId owner, Guid ticket, EvidencePackStatus status)
    {
        var now = clock.GetUtcNow();
        packs[(owner, ticket)] = (status, now);
        foreach (var (key, pack) in packs)
        {
            if (pack.Status.State is not EvidencePackState.UnderWay && now - pack.At > Kept)
            {
                packs.TryRemove(KeyValuePair.Create(key, pack));
            }
        }
    }
}
