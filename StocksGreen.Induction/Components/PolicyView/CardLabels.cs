using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Components.PolicyView;

/// <summary>Which tables read better on a phone as a card a row, each cell under the name of its column.</summary>
internal static class CardLabels
{
    /// <summary>Letters of text that stand next to each other on a phone of 390 points.</summary>
    private const int LettersAcross = 40;

    /// <summary>A column that is wider breaks its lines and stays easy to read.</summary>
    private const int LettersOfAColumn = 20;

    /// <summary>
    /// The names of the columns, or null for a table that stays a table: one that fits, one of two columns, and one whose cells span, because a card would tear
    /// apart what the span holds together.
    /// </summary>
    internal static IReadOnlyList<string>? Of(Table table)
    {
        var columns = table.Columns;
        if (
            columns < 3
            || table.HeaderRows != 1
            || table.Rows.Any(row => row.Cells.Count != columns || row.Cells.Any(cell => cell is not { Columns: 1, Rows: 1 }))
        )
        {
            return null;
        }

        var texts = table.Rows.Select(row => row.Cells.Select(Text).ToList()).ToList();
        var width = Enumerable.Range(0, columns).Sum(column => Math.Min(LettersOfAColumn, texts.Max(row => row[column].Length)));
        return width > LettersAcross ? texts[0] : null;
    }

    private static string Text(TableCell cell) => string.Join(' ', cell.Blocks.SelectMany(BlockText.Texts).Select(text => text.PlainText));
}
