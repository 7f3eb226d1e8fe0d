namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>How far a pack is.</summary>
/// <param name="Bytes">Of the files put in so far, before they are packed.</param>
public sealed record EvidencePackProgress(int Done, int Files, long Bytes)
{
    public bool IsComplete => Done == Files;
}
