namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>What became of a download.</summary>
public enum EvidencePackState
{
    UnderWay,

    /// <summary>Every byte of it was handed to the network, its table of contents too.</summary>
    Complete,

    /// <summary>What there is of it cannot be opened.</summary>
    BrokenOff,
}
