namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A piece of a section: what stands one under the other between two headings.</summary>
public abstract record Block;
