using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using TableText = StocksGreen.Induction.Domain.PolicyText.Blocks.Table;
using TextStyle = StocksGreen.Induction.Domain.PolicyText.Blocks.TextStyle;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Tells how a table of a Word document is built: its head rows and columns, its merged cells, and whether it is a table at all.</summary>
internal sealed class WordTables(WordStyles styles)
{
    private const int MostColumns = 63;
    private const int LeastColumnsOfGuess = 3;
    private const int MostWordsOfHead = 4;
    private const int LeastSections = 3;
    private const int MostWordsOfSection = 8;

    // The meaning of a term or the value of a key detail is shorter than a section.
    private const int MostWordsOfValue = 25;

    // A cell over many rows is printed in each of them only where it is a name.
    private const int LongestRepeated = 200;

    // Stands for the words of a cell that holds a table.
    private const string NoHead = "1";

    /// <summary>What is printed in one row: its cells, and the text of each as one line.</summary>
    internal sealed record Row(IReadOnlyList<Cell> Cells, IReadOnlyList<Cell> Printed);

    /// <summary>A cell while rows may still be merged into it.</summary>
    internal sealed class Cell
    {
        internal List<Block> Blocks { get; init; } = [];

        internal IReadOnlyList<Note> Notes { get; init; } = [];

        internal int Columns { get; init; } = 1;

        internal int Rows { get; set; } = 1;

        internal string Words { get; init; } = "";
    }

    /// <summary>Rows that are shown, in order, also where controls or tracked changes wrap them.</summary>
    internal static List<TableRow> RowsOf(Table table) => [.. Within<TableRow>(table)];

    internal static List<TableCell> CellsOf(TableRow row) => [.. Within<TableCell>(row)];

    internal static bool IsDeleted(TableRow row) => row.TableRowProperties?.GetFirstChild<Deleted>() is not null;

    internal static bool IsInserted(TableRow row) => row.TableRowProperties?.GetFirstChild<Inserted>() is not null;

    /// <summary>A table that only places text on the page: one column, or sections inside its cells that no row of heads explains.</summary>
    internal bool IsLayout(IReadOnlyList<TableRow> rows)
    {
        if (rows is [var any, ..] && any.Ancestors<Table>().FirstOrDefault() is { } table && styles.IsOurs(table))
        {
            return false;
        }

        if (rows.All(row => CellsOf(row).Count <= 1))
        {
            return true;
        }

        var withHeadings = rows.Where(row => CellsOf(row).Exists(HasHeading)).ToList();
        if (withHeadings.Count == 0)
        {
            return false;
        }

        // Raw: "Risk" and "Control" in the style of a heading over rows of text: tearing the rows apart would change what they say.
        var isHeadRow = withHeadings.Count == 1 && ReferenceEquals(withHeadings[0], rows[0]) && rows.Count > 1;
        return !isHeadRow && (rows.Count == 1 || withHeadings.TrueForAll(row => CellsOf(row).FindLastIndex(HasHeading) == 0));
    }

    /// <summary>A table whose first column names what the second one says at length: the sections of a policy, placed next to their headings.</summary>
    internal static bool HoldsSections(IReadOnlyList<TableRow> rows) =>
        rows.Count >= LeastSections
        && rows.All(row =>
            CellsOf(row) is [var name, var body]
            && name.ChildElements.OfType<Paragraph>().Count() == 1
            && !name.Descendants<Table>().Any()
            && !IsMergedUp(name)
            && HeadingShape.IsTitle(name.InnerText.Trim().TrimEnd(':'))
            && Words.AreAtMost(name.InnerText, MostWordsOfSection)
            && HasWords(body)
        )
        && rows.Count(row => !Words.AreAtMost(CellsOf(row)[1].InnerText, MostWordsOfValue)) * 2 > rows.Count;

    internal bool HasHeading(OpenXmlElement cell) =>
        cell.Descendants<Paragraph>().Any(paragraph => WordStyles.HeadingLevel(paragraph, styles.ChainOf(paragraph)) > 0);

    /// <summary>Rows that name the columns; <c>IsGuess</c> where only their words say so.</summary>
    internal (int Rows, bool IsGuess) HeaderRows(Table table, IReadOnlyList<TableRow> rows)
    {
        var marked = rows.TakeWhile(row => IsOn(row.TableRowProperties, "tblHeader")).Count();
        if (styles.IsOurs(table) || (marked > 0 && marked < rows.Count))
        {
            return (marked, false);
        }

        if (rows.Count < 2)
        {
            return (0, false);
        }

        var first = CellsOf(rows[0]);
        if (
            (Stands(first) && !Stands(CellsOf(rows[1])))
            || (IsLook(table, "firstRow", 0x20) && styles.StandsOutIn(table, TableStyleOverrideValues.FirstRow))
            || first.Exists(HasHeading)
        )
        {
            return (1, false);
        }

        // Raw: "School", "Harrow Brook", "Owner", "Deputy head" over "Version", "2.3", "Status", "Statutory": key details in pairs
        if (rows.All(row => KeyDetailReader.ArePairs([.. CellsOf(row).Select(ShortWordsOf)])))
        {
            return (0, false);
        }

        return first.Count >= LeastColumnsOfGuess && ReadsLikeHeads(first) && rows.Skip(1).Any(row => !ReadsLikeHeads(CellsOf(row))) ? (1, true) : (0, false);
    }

    /// <summary>1 where the first column names the rows.</summary>
    internal int HeaderColumns(Table table, IReadOnlyList<TableRow> rows, int headerRows)
    {
        if (styles.IsOurs(table))
        {
            return IsLook(table, "firstColumn", 0x80) ? 1 : 0;
        }

        var body = rows.Skip(headerRows).Select(CellsOf).Where(cells => cells.Count > 1 && HasWords(cells[0])).ToList();
        if (body.Count == 0)
        {
            return 0;
        }

        var isMarked =
            (IsLook(table, "firstColumn", 0x80) && styles.StandsOutIn(table, TableStyleOverrideValues.FirstColumn))
            || body.TrueForAll(cells => Stands([cells[0]]) && !Stands([cells[1]]));
        // Raw: an empty corner between the names of the columns and those of the rows
        var hasCorner = headerRows > 0 && CellsOf(rows[0]) is [var corner, ..] && !HasWords(corner) && body.Count == rows.Count - headerRows;
        return isMarked || hasCorner ? 1 : 0;
    }

    /// <param name="read">Reads a cell; true where its words need no bold letters, because it is a head.</param>
    internal static List<Row> Build(IReadOnlyList<TableRow> rows, int headerRows, int headerColumns, Func<TableCell, bool, Cell> read)
    {
        var built = new List<Row>();
        var above = new Dictionary<int, Cell>();
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            var (cells, printed, at) = (new List<Cell>(), new List<Cell>(), new Dictionary<int, Cell>());
            var grown = new HashSet<Cell>(ReferenceEqualityComparer.Instance);
            var column = Math.Min(GridBefore(row), MostColumns);
            if (column > 0)
            {
                cells.Add(new Cell { Columns = column });
            }

            foreach (var each in CellsOf(row))
            {
                var cell = read(each, i < headerRows || column < headerColumns);
                if (IsMergedUp(each) && above.TryGetValue(column, out var master) && grown.Add(master))
                {
                    master.Rows++;
                    master.Blocks.AddRange(cell.Blocks);
                    at[column] = master;
                    printed.Add(master.Words.Length > LongestRepeated ? cell : master);
                    column += master.Columns;
                    continue;
                }

                at[column] = cell;
                cells.Add(cell);
                printed.Add(cell);
                column += cell.Columns;
            }

            above = at;
            built.Add(new Row(cells, printed));
        }

        return built;
    }

    internal static TableText Finish(RichText caption, int headerRows, int headerColumns, IReadOnlyList<Row> rows) =>
        new(
            caption,
            headerRows,
            headerColumns,
            [
                .. rows.Select(row => new Domain.PolicyText.Blocks.TableRow([
                    .. row.Cells.Select(cell => new Domain.PolicyText.Blocks.TableCell(cell.Blocks, cell.Columns, cell.Rows)),
                ])),
            ]
        );

    internal static int ColumnsOf(TableCell cell) => Math.Clamp(WordText.ValueOf(cell.TableCellProperties?.GridSpan?.Val) ?? 1, 1, MostColumns);

    private static bool IsMergedUp(TableCell cell) => cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.InnerText != "restart";

    private static int GridBefore(TableRow row) => Math.Max(0, WordText.ValueOf(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val) ?? 0);

    private static bool IsOn(OpenXmlElement? properties, string name) =>
        properties?.ChildElements.FirstOrDefault(child => child.LocalName == name) is { } toggle
        && WordColours.Attribute(toggle, "val") is not ("0" or "false" or "off");

    /// <summary>Raw: w:firstRow="1", or the bit in w:val="04A0" of an older program.</summary>
    private static bool IsLook(Table table, string name, int bit)
    {
        if (table.GetFirstChild<TableProperties>()?.TableLook is not { } look)
        {
            return false;
        }

        return WordColours.Attribute(look, name) is { } said
            ? said is "1" or "true" or "on"
            : int.TryParse(look.Val?.Value, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var bits)
                && (bits & bit) != 0;
    }

    /// <summary>True where all that the cells say is bold, or all of them are shaded.</summary>
    private bool Stands(List<TableCell> cells) =>
        cells.TrueForAll(cell => WordColours.IsShade(cell.TableCellProperties)) || (cells.Exists(cell => HasWords(cell)) && cells.TrueForAll(IsBold));

    private bool IsBold(TableCell cell) =>
        cell.Descendants<Run>()
            .Where(run => run.InnerText.Trim().Length > 0)
            .All(run => run.Ancestors<Paragraph>().FirstOrDefault() is { } paragraph && styles.StyleOf(run, styles.ChainOf(paragraph)).HasFlag(TextStyle.Bold));

    /// <summary>The library puts the words of a cell together again for each table around it: to look for one of them is enough.</summary>
    private static bool HasWords(TableCell cell) =>
        cell.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Any(text => text.Text.Any(c => !char.IsWhiteSpace(c)));

    private static string ShortWordsOf(TableCell cell) => cell.Descendants<Table>().Any() ? NoHead : cell.InnerText.Trim();

    private static bool ReadsLikeHeads(List<TableCell> cells) =>
        cells
            .Select((cell, i) => (Words: ShortWordsOf(cell), i))
            .All(cell =>
                (cell.Words.Length > 0 || cell.i == 0)
                && Words.AreAtMost(cell.Words, MostWordsOfHead)
                && !cell.Words.Any(char.IsAsciiDigit)
                && !Words.EndsSentence(cell.Words)
            );

    private static IEnumerable<T> Within<T>(OpenXmlElement parent)
        where T : OpenXmlElement
    {
        foreach (var child in WordText.ChildrenOf(parent))
        {
            if (child is T found)
            {
                yield return found;
            }
            else if (child.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                foreach (var inner in Within<T>(child))
                {
                    yield return inner;
                }
            }
        }
    }
}
