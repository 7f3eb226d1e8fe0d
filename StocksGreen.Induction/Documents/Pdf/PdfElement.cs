namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>
/// What a stretch of a page is, for those who hear it or reflow it: a heading, a list item, a cell. It takes its place under the element that is open
/// when it is first opened, and may be closed and opened again: a row that is split between pages returns to each of its cells.
/// </summary>
public sealed class PdfElement
{
    private PdfElement(string type, string attributes = "")
    {
        Type = type;
        Attributes = attributes;
    }

    internal string Type { get; private set; }

    /// <summary>Further entries of the element's dictionary, ready to print.</summary>
    internal string Attributes { get; private set; }

    /// <summary>Further entries of the stretch of a page that it marks, which programs that copy text read.</summary>
    internal string MarkProperties { get; private init; } = "";

    internal PdfElement? Parent { get; set; }

    internal List<Kid> Kids { get; } = [];

    internal int Id { get; set; }

    public static PdfElement Paragraph() => new("P");

    /// <param name="level">1 to 6; a document begins with 1 and goes down one at a time.</param>
    public static PdfElement Heading(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 6);
        return new PdfElement("H" + (char)('0' + level));
    }

    /// <param name="hasDiscs">True where the labels are discs; otherwise they are marks that PDF has no name for, such as dashes.</param>
    public static PdfElement List(bool hasDiscs) => new("L", hasDiscs ? "/A<</O/List/ListNumbering/Disc>>" : "/A<</O/List/ListNumbering/None>>");

    /// <summary>A list whose labels are those that were printed, such as "(a)" and "10.".</summary>
    public static PdfElement LabelledList() => new("L", "/A<</O/List/ListNumbering/Decimal>>");

    public static PdfElement ListItem() => new("LI");

    public static PdfElement Label() => new("Lbl");

    public static PdfElement ListBody() => new("LBody");

    public static PdfElement Table() => new("Table");

    public static PdfElement TableHead() => new("THead");

    public static PdfElement TableBody() => new("TBody");

    public static PdfElement Row() => new("TR");

    public static PdfElement Cell() => new("TD");

    public static PdfElement ColumnHeader() => new("TH", "/A<</O/Table/Scope/Column>>");

    public static PdfElement RowHeader() => new("TH", "/A<</O/Table/Scope/Row>>");

    /// <summary>The words that say what a table shows; the first that stands in it.</summary>
    public static PdfElement Caption() => new("Caption");

    /// <summary>A cell that covers several columns or rows, or that names some.</summary>
    /// <param name="scope">"Column", "Row" or "Both" for a header; null for a cell.</param>
    /// <param name="columns">1 or more.</param>
    /// <param name="rows">1 or more.</param>
    internal static PdfElement SpanningCell(string? scope, int columns, int rows)
    {
        var spans =
            (scope is null ? "" : "/Scope/" + scope)
            + (columns > 1 ? FormattableString.Invariant($"/ColSpan {columns}") : "")
            + (rows > 1 ? FormattableString.Invariant($"/RowSpan {rows}") : "");
        return new PdfElement(scope is null ? "TD" : "TH", spans.Length == 0 ? "" : $"/A<</O/Table{spans}>>");
    }

    /// <summary>Words above the line, or below it.</summary>
    /// <param name="points">Upwards.</param>
    /// <param name="spoken">The same as characters of their own, "²", so that 24² is not heard as 242; null where Unicode has none.</param>
    internal static PdfElement Shifted(double points, string? spoken) =>
        new("Span", $"/A<</O/Layout/BaselineShift {PdfSyntax.Number(points)}>>")
        {
            MarkProperties = spoken is null ? "" : "/ActualText" + PdfSyntax.Text(PdfSyntax.Clean(spoken)),
        };

    public static PdfElement Underlined() => new("Span", "/A<</O/Layout/TextDecorationType/Underline>>");

    /// <summary>A drawing.</summary>
    /// <param name="alternative">What it shows, in words; never empty.</param>
    internal static PdfElement Figure(string alternative, double left, double bottom, double right, double top)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(alternative);
        var box = $"{PdfSyntax.Number(left)} {PdfSyntax.Number(bottom)} {PdfSyntax.Number(right)} {PdfSyntax.Number(top)}";
        return new PdfElement("Figure", $"/Alt{PdfSyntax.Text(PdfSyntax.Clean(alternative))}/A<</O/Layout/BBox[{box}]>>");
    }

    internal static PdfElement Document() => new("Document");

    internal static PdfElement Link() => new("Link");

    /// <summary>Makes a link that leads nowhere plain words; its annotations are gone.</summary>
    internal void BecomeSpan()
    {
        Type = "Span";
        Kids.RemoveAll(kid => kid.Annotation is not null);
    }

    /// <summary>An element; an annotation by its object; or, where both are null, marked content <paramref name="Mark"/>.</summary>
    /// <param name="Page">From 0.</param>
    internal readonly record struct Kid(PdfElement? Element, int Page, int Mark, int? Annotation = null);
}
