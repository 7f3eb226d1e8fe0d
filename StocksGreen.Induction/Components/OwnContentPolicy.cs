namespace StocksGreen.Induction.Components;

/// <summary>The content security policy of one answer that asks for another than pages have: a feature of its request.</summary>
/// <param name="Value">The header's value.</param>
public sealed record OwnContentPolicy(string Value)
{
    private const string FromHere = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; ";
    private const string LeadingNowhere = "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Of every page: nothing from outside, no framing, no objects.</summary>
    public static OwnContentPolicy OfPages { get; } = new($"{FromHere}object-src 'none'; {LeadingNowhere}");

    /// <summary>
    /// Of the office's live pages: MudBlazor's dialogs write style attributes. No style element and no script may stand in a page here either.
    /// </summary>
    public static OwnContentPolicy OfLivePages { get; } = new($"{FromHere}style-src-attr 'unsafe-inline'; object-src 'none'; {LeadingNowhere}");

    /// <summary>Of the pages that show a document next to what was read from it: the browser's own viewer may show files of this address.</summary>
    public static OwnContentPolicy ThatShowsDocuments { get; } = new($"{FromHere}object-src 'self'; frame-src 'self'; {LeadingNowhere}");
}
