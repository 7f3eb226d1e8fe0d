namespace StocksGreen.Induction.Domain.PolicyText.Blocks;

/// <summary>A table, with its cells where they were printed.</summary>
/// <param name="Caption">Empty where it has none.</param>
/// <param name="HeaderRows">How many rows at the top name the columns.</param>
/// <param name="HeaderColumns">How many columns at the left name the rows.</param>
public sealed record Table(RichText Caption, int HeaderRows, int HeaderColumns, IReadOnlyList<TableRow> Rows) : Block
{
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
}
