namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>A download as its page shows it.</summary>
/// <param name="Progress">How far it is, or was when it ended.</param>
public sealed record EvidencePackStatus(EvidencePackProgress Progress, EvidencePackState State);
