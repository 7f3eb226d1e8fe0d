using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>Words of one look inside a block of text. Line ends in them count as spaces.</summary>
public readonly record struct Run(string Text)
{
    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public bool IsUnderlined { get; init; }

    /// <summary>True for small words above the line: the 2 of 24².</summary>
    public bool IsRaised { get; init; }

    /// <summary>True for small words below the line: the 2 of H₂O.</summary>
    public bool IsLowered { get; init; }

    /// <summary>True for words that no line break should part, such as a date and its time.</summary>
    public bool StaysTogether { get; init; }

    /// <summary>Where the words lead; runs that share one instance and stand next to each other are one link. Null for none.</summary>
    public PdfLink? Link { get; init; }

    /// <summary>The name of the place where the words stand, for links of this document; null for none.</summary>
    public string? Place { get; init; }
}
