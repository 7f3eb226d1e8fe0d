namespace StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

/// <summary>A sheet as a test writes it.</summary>
/// <param name="Rows">Cells from the left: text, a number, a <see cref="DateOnly"/>, a <see cref="Formatted"/> number, or null for none.</param>
internal sealed record TestSheet(string Name, params object?[][] Rows)
{
    internal bool IsHidden { get; init; }

    /// <summary>From 0.</summary>
    internal int[] HiddenRows { get; init; } = [];

    /// <summary>From 0.</summary>
    internal int[] HiddenColumns { get; init; } = [];

    /// <summary>From 0: first and last row, first and last column.</summary>
    internal (int FromRow, int ToRow, int FromColumn, int ToColumn)[] Merged { get; init; } = [];

    /// <summary>Number formats in use; the first is that of cells without one.</summary>
    internal static IReadOnlyList<string> FormatsOf(IEnumerable<TestSheet> sheets) =>
        [.. sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).Select(Format).Prepend("General").Distinct(StringComparer.Ordinal)];

    internal static string Format(object? cell) =>
        cell switch
        {
            DateOnly => "dd/mm/yyyy",
            Formatted formatted => formatted.Format,
            _ => "General",
        };

    /// <returns>Null where the cell is text, or none.</returns>
    internal static double? Number(object? cell) =>
        cell switch
        {
            DateOnly date => date.ToDateTime(TimeOnly.MinValue).ToOADate(),
            Formatted formatted => formatted.Number,
            int number => number,
            double number => number,
            _ => null,
        };

    internal sealed record Formatted(double Number, string Format);
}
