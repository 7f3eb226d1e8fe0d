using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Whether an entry bears a signature of a key that was the school's by then.</summary>
public delegate Task<bool> EntrySignature(InductionDb db, EvidenceEntry entry, CancellationToken cancellationToken);
