namespace StocksGreen.Induction.Importing.Policies.Pages;

/// <summary>What came of reading a document as pages.</summary>
public abstract record PagesOutcome
{
    private PagesOutcome() { }

    /// <param name="Pages">Every page, in order.</param>
    public sealed record Read(IReadOnlyList<PageOfFile> Pages) : PagesOutcome;

    /// <param name="Sentence">Why not, and what to do about it.</param>
    public sealed record Refused(string Sentence) : PagesOutcome;
}
