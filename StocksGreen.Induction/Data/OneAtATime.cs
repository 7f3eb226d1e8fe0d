using System.Diagnostics.CodeAnalysis;

namespace StocksGreen.Induction.Data;

/// <summary>Lets one in at a time; others wait for their turn.</summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Nobody asks for its wait handle, so it holds nothing."
)]
public sealed class OneAtATime
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <param name="patience">How long to wait for the turn; null for as long as it takes.</param>
    /// <exception cref="StoreBusyException">The turn did not come; nothing was done.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        if (!await turn.WaitAsync(patience ?? Timeout.InfiniteTimeSpan, cancellationToken))
        {
            throw new StoreBusyException();
        }

        try
        {
            return await act();
        }
        finally
        {
            turn.Release();
        }
    }
}
