using AngleSharp.Dom;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>A footnote, or a comment of Google Docs.</summary>
/// <param name="Mark">Unlike that of any other note of the page.</param>
/// <param name="Back">The link back to the mark, which is none of the note's words.</param>
internal sealed record HtmlNote(string Mark, IElement Block, IElement Back, bool IsComment);
