using System.Collections.Concurrent;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>How far the packs are that are being downloaded now, for the page from which they were asked for.</summary>
public sealed class PacksUnderWay
{
    private readonly ConcurrentDictionary<(StaffId Owner, Guid Ticket), PackProgress> packs = new();

    /// <param name="ticket">Names the download; made by the page.</param>
    /// <returns>Null while it has not begun, and once it ended.</returns>
    public PackProgress? Of(StaffId owner, Guid ticket) => packs.GetValueOrDefault((owner, ticket));

    internal void Tell(StaffId owner, Guid ticket, PackProgress progress) => packs[(owner, ticket)] = progress;

    internal void End(StaffId owner, Guid ticket) => packs.TryRemove((owner, ticket), out _);
}
