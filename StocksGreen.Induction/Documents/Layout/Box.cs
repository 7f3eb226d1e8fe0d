namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A frame round what stands out from the text; it goes on over pages.</summary>
public sealed record Box(IReadOnlyList<FlowBlock> Blocks) : FlowBlock;
