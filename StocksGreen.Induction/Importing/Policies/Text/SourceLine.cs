using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>What a line is, as far as the line itself can tell.</summary>
internal enum LineKind
{
    Blank,
    Text,
    Bullet,
    TableRow,

    /// <summary>A picture or a box that the reader of the file has made ready.</summary>
    Block,
    Rule,
}

/// <summary>One line of the source: what every reader of a file format hands to the <see cref="PolicyRecogniser"/>.</summary>
/// <param name="Page">Counts form feeds, from 0.</param>
/// <param name="Indent">Columns before the first character; a tab goes to the next multiple of four.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Raw">As printed, trimmed; empty for a blank line.</param>
internal sealed record SourceLine(int Page, int Indent, LineKind Kind, string Raw)
{
    private string? plain;
    private IReadOnlyList<string>? cells;

    /// <summary><see cref="Raw"/> without the bullet; emphasis tags are still in it.</summary>
    public string Text { get; init; } = Raw;

    /// <summary>The bullet's glyph; '1', 'a' or 'i' for a list item that keeps its label; '\0' for any other line.</summary>
    public char Marker { get; init; }

    /// <summary>"- o to use": a converter wrote its own bullet before the printed one.</summary>
    public bool HasTwoMarkers { get; init; }

    /// <summary>Count of '#' before a heading; 0 for any other line.</summary>
    public int HashLevel { get; init; }

    /// <summary>True where the format itself says where a paragraph ends (Word, Markdown): nothing was wrapped, torn or repeated by a page.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True for a line that names the document by its look alone: set in larger letters than anything else.</summary>
    public bool IsLargest { get; init; }

    /// <summary>The label of a numbered or lettered item, as printed: "(b)"; null for any other line. Such a line is of the kind of a bullet.</summary>
    public string? Label { get; init; }

    /// <summary>How many items stand round the item, from 0, under which the line stands as a block of its own; null for a line that is under none.</summary>
    public int? UnderItem { get; init; }

    /// <summary>What the reader has made ready; null for a line that is only words.</summary>
    public Block? Block { get; init; }

    /// <summary>The page on which it ends; counts as <see cref="Page"/>.</summary>
    public int LastPage { get; init; } = Page;

    /// <summary>For a row of a table: the table, and which of its rows this is, from 0; null where only the words of the cells are known.</summary>
    public (Table Table, int Row)? TablePart { get; init; }

    /// <summary>The notes whose marks stand in the line.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>The words of <see cref="Text"/>, without markup and with single spaces.</summary>
    public string Plain => plain ??= InlineMarkup.ToPlainText(Text);

    /// <summary>The words of each cell of a table row; raw: "| Date written | August 2024 |".</summary>
    public IReadOnlyList<string> Cells => cells ??= Kind == LineKind.TableRow ? [.. Raw.Trim('|').Split('|').Select(InlineMarkup.ToPlainText)] : [];

    /// <summary>Columns from the left edge to the last character.</summary>
    public int Width => Indent + Raw.Length;

    public bool IsGap => Kind is LineKind.Blank or LineKind.Rule;

    public static SourceLine Blank(int page) => new(page, 0, LineKind.Blank, "");
}
