namespace StocksGreen.Induction.Importing.Policies.Pages;

/// <summary>What reading a document as pages may use.</summary>
public static class PageLimits
{
    /// <summary>Pages of a document that may be published as pictures.</summary>
    public const int MostPages = Domain.PolicyText.PagePictures.MostPages;

    /// <summary>Characters that are proposed for one page.</summary>
    public const int LongestWords = 20_000;

    /// <summary>The longer side of a page that is drawn: 150 dots an inch of A4.</summary>
    public const int DrawnSide = 1_754;
}
