namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>A sign as it is drawn on a page. Places are in points from the lower left corner.</summary>
internal sealed class Ink
{
    /// <summary>No tag covers the sign.</summary>
    public const int Unmarked = -1;

    /// <summary>The file says that the sign belongs to the page and not to the text.</summary>
    public const int Artifact = -2;

    /// <summary>What it shows; a soft hyphen for a hyphen that only breaks a word at the end of a line.</summary>
    public required string Text { get; set; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    public required double Baseline { get; init; }

    public required double Size { get; init; }

    /// <summary>The identifier of the marked content that it stands in, <see cref="Unmarked"/> or <see cref="Artifact"/>.</summary>
    public required int Mark { get; init; }

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Runs up or down the page; the places are those of the page turned so that it reads from left to right.</summary>
    public bool IsTurned { get; init; }

    /// <summary>The file draws a space before it, which tight setting may leave too narrow to be seen as a gap.</summary>
    public bool FollowsSpace { get; set; }

    public bool IsUnderlined { get; set; }

    public bool IsStruck { get; set; }

    public bool IsHidden { get; set; }

    /// <summary>Where a click on it leads; null where nowhere.</summary>
    public string? Link { get; set; }

    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    public double Middle => (Left + Right) / 2;
}
