namespace StocksGreen.Induction.Importing.Policies.Child;

/// <summary>What a process may use to read a document.</summary>
/// <param name="Time">From its start to its end; then it is killed.</param>
/// <param name="HeapInBytes">Memory for its objects; at the limit it ends by itself.</param>
public sealed record ReadingLimits(TimeSpan Time, long HeapInBytes)
{
    /// <summary>Half a minute and 768 MB: guidance of 185 pages takes a fifth of the time and half of the memory.</summary>
    public static ReadingLimits Usual { get; } = new(TimeSpan.FromSeconds(30), 0x30000000);
}
