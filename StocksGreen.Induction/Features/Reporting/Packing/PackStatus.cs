namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>A download as its page shows it.</summary>
/// <param name="Progress">How far it is, or was when it ended.</param>
public sealed record PackStatus(PackProgress Progress, PackState State);
