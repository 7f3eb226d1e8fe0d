namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A box that stands out from the text: a text box or a framed paragraph, where it was printed.</summary>
public sealed record Callout(IReadOnlyList<Block> Blocks) : Block;
