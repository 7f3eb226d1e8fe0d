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

    public async Task<T> RunAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
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
