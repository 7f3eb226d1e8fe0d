namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A clock that stands where a test sets it.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>UTC.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
