using System.Globalization;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A row of headings and what its columns hold.</summary>
internal sealed partial class HeadingRow
{
    private readonly Dictionary<StaffColumn, List<int>> columns;

    private HeadingRow(ListRow row, Dictionary<StaffColumn, List<int>> columns, AccountTable? accounts)
    {
        Row = row;
        this.columns = columns;
        Accounts = accounts;
    }

    internal ListRow Row { get; }

    /// <summary>Null where the list is none of accounts.</summary>
    internal AccountTable? Accounts { get; }

    /// <summary>How many columns are recognised.</summary>
    internal int Recognised => columns.Values.Sum(found => found.Count);

    /// <returns>Null where the row names no person, or nothing else of one.</returns>
    internal static HeadingRow? Parse(ListRow row)
    {
        row = Edited(row);
        var found = new List<(HeadingName Name, int Column)>();
        for (var column = 0; column < row.Cells.Count; column++)
        {
            if (HeadingName.Parse(row.Cells[column]) is { } name)
            {
                found.Add((name, column));
            }
        }

        var accounts = AccountTable.Parse(row.Cells);
        if (accounts is not null)
        {
            // The number of an account is the directory's, not the school's; the title of one is the job.
            found.RemoveAll(one => one.Name is { Column: StaffColumn.StaffNumber, Rank: > 1 });
            found.AddRange(
                row.Cells.Select((cell, column) => (Words: HeadingName.Words(Square().Replace(cell, "")).ToString(), Column: column))
                    .Where(one => one.Words is "title" or "employee title")
                    .Select(one => (new HeadingName(StaffColumn.Role, 4), one.Column))
            );
        }

        var byKind = found
            .GroupBy(one => one.Name.Column)
            .ToDictionary(group => group.Key, group => group.OrderBy(one => one.Name.Rank).ThenBy(one => one.Column).Select(one => one.Column).ToList());
        var isNamed = byKind.ContainsKey(StaffColumn.FullName) || byKind.ContainsKey(StaffColumn.SurnameFirst) || byKind.ContainsKey(StaffColumn.Surname);
        return isNamed && byKind.Count >= 2 ? new HeadingRow(row, byKind, accounts) : null;
    }

    /// <summary>Raw: <c>Name (Surname, Forename)</c> without quotation marks, which a comma takes apart.</summary>
    private static ListRow Edited(ListRow row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Cells)
        {
            var isRest =
                cells.Count > 0
                && cells[^1].Contains('(', StringComparison.Ordinal)
                && !cells[^1].Contains(')', StringComparison.Ordinal)
                && cell.Contains(')', StringComparison.Ordinal)
                && !cell.Contains('(', StringComparison.Ordinal);
            if (isRest)
            {
                cells[^1] += ", " + cell;
            }
            else
            {
                cells.Add(cell);
            }
        }

        return cells.Count == row.Cells.Count ? row : row with { Cells = cells };
    }

    internal bool Has(StaffColumn column) => columns.ContainsKey(column);

    /// <summary>What a row says: of several columns of a kind, the first that is filled.</summary>
    internal string Value(ListRow row, StaffColumn column) => Values(row, column).FirstOrDefault(value => value.Length > 0) ?? "";

    internal IEnumerable<string> Values(ListRow row, StaffColumn column) => columns.TryGetValue(column, out var found) ? found.Select(row.At) : [];

    /// <summary>What a row says, each with the heading above it.</summary>
    internal IEnumerable<(string Heading, string Value)> Labelled(ListRow row, StaffColumn column) =>
        columns.TryGetValue(column, out var found) ? found.Select(one => (Row.At(one), row.At(one))) : [];

    /// <summary>The columns of one heading that stands twice: "Role" for each of several roles ("Role 1", "Role 2"), or an export gone wrong.</summary>
    internal IEnumerable<string> SameHeading(ListRow row, StaffColumn column)
    {
        if (!columns.TryGetValue(column, out var found))
        {
            return [];
        }

        var first = found.Find(one => row.At(one).Length > 0);
        return found.Where(one => WithoutNumber(one) == WithoutNumber(first)).Select(row.At).Where(value => value.Length > 0);
    }

    private string WithoutNumber(int column) => SearchText.Fold(Row.At(column)).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '#', '-', '_');

    /// <summary>Whether these headings stand here once more, as at the top of each printed page.</summary>
    internal bool IsRepeatedIn(ListRow row) =>
        row.Filled >= 2
        && Enumerable.Range(0, row.Cells.Count).Count(i => row.At(i).Length > 0 && row.At(i).Equals(Row.At(i), StringComparison.OrdinalIgnoreCase)) * 3
            >= row.Filled * 2;

    /// <summary>Columns that are looked at.</summary>
    internal IEnumerable<int> Columns => columns.Values.SelectMany(found => found);

    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Square();

    /// <summary>Why no one can say which of two columns counts.</summary>
    /// <param name="rows">Those below the headings.</param>
    internal string? Ambiguity(IEnumerable<ListRow> rows)
    {
        var twice = columns
            .Where(column => column.Key is not StaffColumn.Role)
            .SelectMany(column => column.Value.GroupBy(one => SearchText.Fold(Row.At(one)), StringComparer.Ordinal).Where(group => group.Count() > 1))
            .ToList();
        var conflict =
            twice.Count == 0
                ? null
                : rows.Select(row =>
                        (
                            Row: row,
                            Group: twice.Find(group =>
                                group.Select(row.At).Where(value => value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1
                            )
                        )
                    )
                    .FirstOrDefault(one => one.Group is not null)
                    .Group;
        return conflict is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The heading “{Row.At(conflict.First())}” stands in line {Row.Line} more than once, and the columns differ, so nobody can say which "
                    + $"counts. Take one of them out and choose the file again."
            );
    }
}
