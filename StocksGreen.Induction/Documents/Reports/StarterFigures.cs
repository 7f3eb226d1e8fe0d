namespace StocksGreen.Induction.Documents.Reports;

/// <summary>Those who joined in the time a report is of, still in post, and had something to sign.</summary>
/// <param name="InTime">Signed all of it by its due days.</param>
/// <param name="StillInTime">Have not signed all of it, and nothing of it was or is late.</param>
/// <param name="Late">Signed something late, or have not signed it and are late.</param>
public sealed record StarterFigures(int InTime, int StillInTime, int Late)
{
    public static StarterFigures None { get; } = new(0, 0, 0);

    public int All => InTime + StillInTime + Late;
}
