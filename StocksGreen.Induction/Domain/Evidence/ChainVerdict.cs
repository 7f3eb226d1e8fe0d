namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>What a check of the chain found.</summary>
public abstract record ChainVerdict
{
    /// <param name="Entries">How many entries were checked.</param>
    /// <param name="HeadHash">Hash of the last one; <see cref="EvidenceHash.Genesis"/> for an empty chain.</param>
    public sealed record Intact(long Entries, string HeadHash) : ChainVerdict
    {
        /// <summary>What does not break the chain and what anyone who relies on it should know, in the order of the entries.</summary>
        public IReadOnlyList<ChainNote> Notes { get; init; } = [];
    }

    /// <param name="Number">The first entry that does not hold.</param>
    /// <param name="Reason">One sentence.</param>
    public sealed record Broken(long Number, string Reason) : ChainVerdict;
}
