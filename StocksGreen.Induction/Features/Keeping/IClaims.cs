using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Features.Keeping;

/// <summary>The rows of one table, whatever they are.</summary>
internal interface IClaims
{
    /// <summary>The first entry that a row claims and that sealed no such row; null when every row was taken.</summary>
    ChainVerdict.Broken? FirstUnsealed { get; }

    /// <summary>Takes the row that an entry sealed.</summary>
    /// <returns>A sentence that says what is wrong; null when nothing is.</returns>
    string? Take(EvidenceEntry entry);
}
