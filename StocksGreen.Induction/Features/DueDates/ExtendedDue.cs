namespace StocksGreen.Induction.Features.DueDates;

/// <summary>What became of giving people longer to sign.</summary>
/// <param name="Count">Signatures that are due later now.</param>
/// <param name="LeftOut">Those that were not: signed by now, paused, exempt, gone, or due later already.</param>
public sealed record ExtendedDue(int Count, int LeftOut);
