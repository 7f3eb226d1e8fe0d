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

    /// <param name="Number">The first entry that does not hold; 0 where all do, and what is stored next to them does not.</param>
    /// <param name="Reason">One sentence.</param>
    public sealed record Broken(long Number, string Reason) : ChainVerdict
    {
        /// <summary>Where it is broken, and why.</summary>
        public string Sentence =>
            Number == 0
                ? $"The entries hold, and what is stored next to them is not as it was: {Reason}"
                : FormattableString.Invariant($"The chain is broken at entry {Number}: {Reason}");
    }
}
