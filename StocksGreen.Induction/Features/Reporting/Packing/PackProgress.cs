namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>How far a pack is.</summary>
/// <param name="Bytes">Of the files put in so far, before they are packed.</param>
public sealed record PackProgress(int Done, int Files, long Bytes)
{
    public bool IsComplete => Done == Files;
}
