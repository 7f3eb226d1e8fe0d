using System.Threading.Channels;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A clock that shows the time of a school and lets a worker wait until the test says that the time has come.</summary>
internal sealed class SteppedClock(TestClock shown) : TimeProvider
{
    private readonly Channel<Action> waits = Channel.CreateUnbounded<Action>();

    public override DateTimeOffset GetUtcNow() => shown.Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Writer.TryWrite(() => callback(state));
        return new Timer();
    }

    /// <summary>Lets what waits go on, and comes back when it waits again.</summary>
    public async Task RoundAsync()
    {
        (await waits.Reader.ReadAsync(TestContext.Current.CancellationToken))();
        await waits.Reader.WaitToReadAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
