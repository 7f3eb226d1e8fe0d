namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>One paragraph; lines that the source merely wrapped are joined.</summary>
public sealed record Paragraph(RichText Text) : Block;
