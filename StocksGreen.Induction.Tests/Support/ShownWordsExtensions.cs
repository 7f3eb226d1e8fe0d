using AngleSharp.Dom;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>What a person reads of a page: a browser shows each run of white space as one space.</summary>
internal static class ShownWordsExtensions
{
    internal static string ShownWords(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
