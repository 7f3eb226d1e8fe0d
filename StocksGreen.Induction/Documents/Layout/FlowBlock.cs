using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Something that stands in the column of a document, one under the other.</summary>
public abstract record FlowBlock;

/// <summary>White space; nothing is left of it at the top of a page.</summary>
/// <param name="Height">Points.</param>
public sealed record Gap(double Height) : FlowBlock;

/// <summary>What follows begins on a new page; nothing happens where one has just begun.</summary>
public sealed record PageBreak : FlowBlock;

/// <summary>A thin line across the column, with the given space above and below it in points.</summary>
public sealed record Rule(double Space) : FlowBlock;

/// <summary>A heading; it stays with what follows it.</summary>
/// <param name="Level">1 to 6. A level that would skip one is tagged one deeper than the heading before it, because PDF/UA allows no gaps.</param>
public sealed record Heading(int Level, string Text) : FlowBlock
{
    /// <summary>The text with its looks; null where it has none of its own.</summary>
    public IReadOnlyList<Run>? Runs { get; init; }

    /// <summary>Depth of its bookmark, from 1; null for none.</summary>
    public int? BookmarkLevel { get; init; }

    /// <summary>What the bookmark says, where that is not the heading itself.</summary>
    public string? BookmarkText { get; init; }

    /// <summary>True for a short section that stands on one page with its heading.</summary>
    public bool KeepsItsSection { get; init; }
}

/// <summary>A paragraph. Never leaves its first or last line alone on a page.</summary>
public sealed record TextBlock(TextStyle Style, IReadOnlyList<Run> Runs) : FlowBlock
{
    public TextBlock(TextStyle style, string text)
        : this(style, [new Run(text)]) { }

    /// <summary>True, in a panel, for an item of a list with bullets; those that stand next to each other are one list.</summary>
    public bool IsItem { get; init; }
}

/// <summary>A list with bullets: "•", and "–" for what is nested.</summary>
public sealed record Bullets(IReadOnlyList<BulletEntry> Entries) : FlowBlock;

/// <summary>One bullet and those nested under it, to any depth.</summary>
public sealed record BulletEntry(IReadOnlyList<Run> Runs, IReadOnlyList<BulletEntry> Nested);

/// <summary>A drawing, never split.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Alternative">What it shows, in words; null for decoration, which is not read out.</param>
/// <param name="Draw">Draws it with its top left corner at the given place; opens no elements.</param>
public sealed record Figure(double Width, double Height, string? Alternative, Action<PdfWriter, double, double> Draw) : FlowBlock
{
    /// <summary>Text to the right of the drawing, in the middle of its height; what is longer than a page goes on at its place on the next.</summary>
    public IReadOnlyList<TextBlock> SideText { get; init; } = [];
}

/// <summary>
/// Tinted boxes of equal width side by side, in as many rows as they need. Short ones move to the next page whole; others go on on it, each in its own box.
/// </summary>
public sealed record Panels(IReadOnlyList<IReadOnlyList<TextBlock>> Boxes) : FlowBlock
{
    public Colour Fill { get; init; } = Typography.Tint;

    /// <summary>True for boxes to be cut out: a dashed line round each and no tint.</summary>
    public bool IsCutOut { get; init; }

    /// <summary>
    /// How many boxes there is room for next to each other; more than there are boxes leaves the rest of the line empty. 0 for as many as there are.
    /// </summary>
    public int Places { get; init; }

    /// <summary>From the top of one row to the top of the next, in points: a taller one takes two such steps, or more. 0 for as tall as each needs.</summary>
    public double Step { get; init; }

    /// <summary>What stands in the top right corner of every box; null for nothing.</summary>
    public Figure? Corner { get; init; }

    /// <summary>The same where each box has its own: one for each of them, all of one size. Empty where they have not.</summary>
    public IReadOnlyList<Figure> Corners { get; init; } = [];

    /// <summary>Points between the text and the edge of its box.</summary>
    public double Padding { get; init; } = 12;
}
