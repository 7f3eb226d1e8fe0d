namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A cell of a table; one that spans several columns or rows stands once, where it starts.</summary>
/// <param name="Columns">1 or more.</param>
/// <param name="Rows">1 or more.</param>
public sealed record TableCell(IReadOnlyList<Block> Blocks, int Columns = 1, int Rows = 1)
{
    /// <summary>A cell with one paragraph; empty words make an empty cell.</summary>
    public static TableCell Of(RichText text) => new(text.Markdown.Length == 0 ? [] : [new Paragraph(text)]);
}
