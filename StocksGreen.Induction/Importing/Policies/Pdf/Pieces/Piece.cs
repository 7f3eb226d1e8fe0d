using StocksGreen.Induction.Domain.PolicyText.Blocks;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Pieces;

/// <summary>What a piece of the page is.</summary>
internal enum PieceKind
{
    Paragraph,
    Heading,
    Item,
    Table,
    Contents,
    Note,
    Picture,
}

/// <summary>A paragraph, a heading, an item of a list, a table, a note or a picture, with how it looks and where it stands.</summary>
internal sealed class Piece
{
    public PieceKind Kind { get; set; }

    /// <summary>The words with their inline tags.</summary>
    public string Text { get; set; } = "";

    /// <summary>The words alone.</summary>
    public string Plain { get; set; } = "";

    /// <summary>The size of most of its letters, in points, to half a point.</summary>
    public double Size { get; init; }

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public bool IsUnderlined { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; }

    /// <summary>The page on which it ends, from 1; 0 where it ends on the page on which it begins.</summary>
    public int LastPage { get; set; }

    public double Left { get; init; }

    /// <summary>Baseline of the first line.</summary>
    public double Top { get; init; }

    /// <summary>What the file calls it: "H2", "P", "LI"; empty where it has no tags.</summary>
    public string Role { get; set; } = "";

    /// <summary>For an item how deep, for a heading which level, both from 1.</summary>
    public int Level { get; set; }

    /// <summary>What is printed before an item: "(b)", "•"; empty for none.</summary>
    public string Label { get; set; } = "";

    /// <summary>True where the file itself says that it goes on with the piece before it.</summary>
    public bool GoesOn { get; set; }

    /// <summary>True for a note that a mark leads to, which stands nowhere else.</summary>
    public bool IsTaken { get; set; }

    public Block? Block { get; set; }

    /// <summary>For a table the pieces of its cells, in reading order.</summary>
    public IReadOnlyList<Piece> Inside { get; init; } = [];

    /// <summary>For a table its cells as they were found; null for every other piece.</summary>
    public MadeTable? Made { get; init; }

    /// <summary>Makes the table of a table again, after its cells have changed; null for every other piece.</summary>
    public Func<Table>? Remake { get; init; }

    /// <summary>The notes of the piece's marks.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>Takes the words of a piece with which this one goes on.</summary>
    public void GoOn(Piece next)
    {
        Text = $"{Text.TrimEnd()} {next.Text.TrimStart()}";
        Plain = $"{Plain} {next.Plain}";
        LastPage = Math.Max(next.Page, next.LastPage);
    }

    public bool IsCapitals => Plain.Count(char.IsLetter) > 3 && Plain.Where(char.IsLetter).All(char.IsUpper);
}
