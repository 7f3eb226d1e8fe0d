using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>An entry that corrects or withdraws a signature.</summary>
/// <param name="Correction">Null where the entry does not say any more what was sealed: of which signature it was cannot be told.</param>
public sealed record CorrectionEntry(EvidenceEntry Entry, Correction? Correction)
{
    public long Number => Entry.Number;
}
