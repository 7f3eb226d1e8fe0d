namespace StocksGreen.Induction.Demo;

/// <summary>A clock that is set by hand, so that a demonstration's past is made by the same commands as a real one.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>UTC.</summary>
    internal DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
