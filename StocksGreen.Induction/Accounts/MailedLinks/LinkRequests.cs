using System.Threading.Channels;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Accounts.MailedLinks;

/// <summary>
/// Requests for a sign-in link that no one has looked at yet. A page only puts one here, so that its answer takes no longer for an account that is there.
/// </summary>
public sealed class LinkRequests
{
    // A stranger may fill it; what does not fit is dropped, and whoever meant it asks again.
    private const int Most = 500;

    private readonly Channel<LinkRequest> channel = Channel.CreateBounded<LinkRequest>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    internal void Add(LinkRequest request) => channel.Writer.TryWrite(request);

    internal IAsyncEnumerable<LinkRequest> ReadAsync(CancellationToken cancellationToken) => channel.Reader.ReadAllAsync(cancellationToken);

    internal bool TryTake(out LinkRequest? request) => channel.Reader.TryRead(out request);
}

/// <param name="Email">As it was typed.</param>
/// <param name="ReturnUrl">A page of ours to go on to; null for the usual one.</param>
internal sealed record LinkRequest(SchoolStore School, string Email, string? ReturnUrl);
