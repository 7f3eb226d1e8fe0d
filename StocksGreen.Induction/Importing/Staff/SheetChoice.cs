using System.Globalization;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Importing.Staff.Workbooks;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>The sheet of a workbook, or the table of a page, that is the staff list; what else there is, is told of.</summary>
/// <param name="Rows">Of the sheet that was chosen.</param>
/// <param name="Title">Its name: a sheet that is called “Governors” holds governors.</param>
/// <param name="HiddenColumns">From 0.</param>
internal sealed record SheetChoice(IReadOnlyList<ListRow> Rows, string Title, IReadOnlySet<int> HiddenColumns)
{
    private const int MostNamed = 5;

    /// <param name="mostAbove">Rows in which headings are looked for.</param>
    /// <returns>Null where no sheet has a row of headings.</returns>
    internal static SheetChoice? Of(IReadOnlyList<Sheet> sheets, int mostAbove, List<LineNote> warnings)
    {
        var lists = sheets
            .Where(sheet => !sheet.IsHidden)
            .Select(sheet => (Sheet: sheet, Rows: (IReadOnlyList<ListRow>)[.. sheet.Rows.Select(Row)]))
            .Select(one => (one.Sheet, one.Rows, Recognised: Recognised(one.Rows, mostAbove)))
            .Where(one => one.Recognised > 0)
            // A sheet of those who left often has more columns than the list itself.
            .OrderBy(one => GroupRow.IsOfLeavers(one.Sheet.Name))
            .ThenByDescending(one => one.Recognised)
            .ThenByDescending(one => one.Rows.Count)
            .ToList();
        if (lists is not [var (chosen, rows, _), .. var others])
        {
            return null;
        }

        var first = rows[0].Line;
        if (sheets.Count > 1)
        {
            warnings.Add(new LineNote(first, $"“{NotAPerson.Short(chosen.Name)}” was read; its headings are those of a staff list."));
        }

        warnings.AddRange(
            others
                .Take(MostNamed)
                .Select(other => new LineNote(
                    first,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"“{NotAPerson.Short(other.Sheet.Name)}” ({other.Rows.Count} rows) has headings of a staff list too, and was not read. If its "
                            + $"people are staff, save it as a file of its own and import that too."
                    )
                ))
        );
        Tell(
            [.. sheets.Where(sheet => !sheet.IsHidden && sheet != chosen && !lists.Exists(list => list.Sheet == sheet) && sheet.Rows.Count > 0)],
            "have no headings of a staff list and were not read",
            first,
            warnings
        );
        Tell([.. sheets.Where(sheet => sheet.IsHidden)], "are hidden in the workbook and were not read", first, warnings);
        return new SheetChoice(rows, chosen.Name, chosen.HiddenColumns);
    }

    internal void TellHiddenColumns(HeadingRow headings, List<LineNote> warnings) =>
        warnings.AddRange(
            headings
                .Columns.Where(HiddenColumns.Contains)
                .Order()
                .Select(column => new LineNote(
                    headings.Row.Line,
                    $"The column “{NotAPerson.Short(headings.Row.At(column))}” is hidden in the workbook, and was read all the same."
                ))
        );

    private static void Tell(List<Sheet> sheets, string what, int line, List<LineNote> warnings)
    {
        if (sheets.Count > 0)
        {
            var more = sheets.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {sheets.Count - MostNamed} more") : "";
            warnings.Add(
                new LineNote(
                    line,
                    $"Other sheets {what}: {string.Join(", ", sheets.Take(MostNamed).Select(sheet => $"“{NotAPerson.Short(sheet.Name)}”"))}{more}."
                )
            );
        }
    }

    private static ListRow Row(SheetRow row)
    {
        var repaired = row.Cells.Select(ListCell.Repaired).ToList();
        return new ListRow(row.Number, [.. row.Cells.Select((cell, i) => ListCell.Clean(repaired[i] ?? cell))])
        {
            IsRepaired = repaired.Exists(cell => cell is not null),
            IsHidden = row.IsHidden,
        };
    }

    private static int Recognised(IReadOnlyList<ListRow> rows, int mostAbove) =>
        rows.Take(mostAbove).Where(row => !row.IsHidden).Select(HeadingRow.Parse).FirstOrDefault(row => row is not null)?.Recognised ?? 0;
}
