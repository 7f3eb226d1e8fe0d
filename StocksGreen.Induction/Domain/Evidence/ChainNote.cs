namespace StocksGreen.Induction.Domain.Evidence;

/// <summary>Something that an entry of a chain says of the chain itself.</summary>
/// <param name="Number">Of the entry.</param>
/// <param name="Sentence">What it says: that the clock went back, or that a key was lost.</param>
public sealed record ChainNote(long Number, string Sentence);
