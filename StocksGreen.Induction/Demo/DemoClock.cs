namespace StocksGreen.Induction.Demo;

/// <summary>A clock that is set by hand, so that a demonstration's past is made by the same commands as a real one.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>UTC.</summary>
    internal DateTimeOffset Now { get; set; } = now;

    /// <summary>Lets time pass; it never goes back, as people read at the same time and one after the other writes.</summary>
    internal void GoOnTo(DateTimeOffset at) => Now = at > Now ? at : Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
