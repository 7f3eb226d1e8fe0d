namespace StocksGreen.Induction.Domain.Text;

/// <summary>One reason why something was not done.</summary>
/// <param name="Key">The fact that it is about: <c>Title</c>, <c>Changes[3].Reason</c>. Where that stands on a page is the page's business.</param>
/// <param name="Sentence">For the person: what is missing and what to do.</param>
public sealed record ValidationError(string Key, string Sentence);
