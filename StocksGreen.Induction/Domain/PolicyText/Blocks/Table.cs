namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A table, with its cells where they were printed.</summary>
/// <param name="Caption">Empty where it has none.</param>
/// <param name="HeaderRows">
/// How many rows at the top name the columns. A cell of these rows that reaches further down takes the rows that it reaches into the head, so that no cell
/// stands in both.
/// </param>
/// <param name="HeaderColumns">How many columns at the left name the rows.</param>
public sealed record Table(RichText Caption, int HeaderRows, int HeaderColumns, IReadOnlyList<TableRow> Rows) : Block
{
    public int HeaderRows { get; init; } = Whole(HeaderRows, Rows);

    /// <summary>How many columns the widest row covers, cells that reach down from above counted.</summary>
    public int Columns => Places().Select(place => place.Column + place.Cell.Columns).DefaultIfEmpty(0).Max();

    /// <summary>Each cell with the row and the column at which it starts, both from 0.</summary>
    public IReadOnlyList<(TableCell Cell, int Row, int Column)> Places()
    {
        var places = new List<(TableCell, int, int)>();
        var taken = new List<int>(); // for each column, the first row that is free
        for (var row = 0; row < Rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in Rows[row].Cells)
            {
                while (column < taken.Count && taken[column] > row)
                {
                    column++;
                }

                places.Add((cell, row, column));
                for (var covered = 0; covered < cell.Columns; covered++, column++)
                {
                    if (column == taken.Count)
                    {
                        taken.Add(0);
                    }

                    taken[column] = row + cell.Rows;
                }
            }
        }

        return places;
    }

    private static int Whole(int headerRows, IReadOnlyList<TableRow> rows)
    {
        var end = Math.Min(headerRows, rows.Count);
        for (var row = 0; row < end; row++)
        {
            foreach (var cell in rows[row].Cells)
            {
                end = Math.Max(end, row + Math.Min(cell.Rows, rows.Count - row));
            }
        }

        // A table is not all head: then the cell that reaches to its end names the rows.
        return end < rows.Count ? end : headerRows;
    }
}
