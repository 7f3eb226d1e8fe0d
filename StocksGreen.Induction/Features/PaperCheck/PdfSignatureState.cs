namespace StocksGreen.Induction.Features.PaperCheck;

/// <summary>Whether a file is as the school gave it out.</summary>
public enum PdfSignatureState
{
    /// <summary>Every byte is as the school sealed it.</summary>
    Holds,

    /// <summary>It was sealed, and is not as it was then.</summary>
    Altered,

    /// <summary>The school's seal holds for the beginning; something was added after it.</summary>
    AddedTo,

    /// <summary>Someone else's seal.</summary>
    NotOurs,

    /// <summary>No seal at all.</summary>
    None,

    /// <summary>No PDF.</summary>
    NotPdf,
}
