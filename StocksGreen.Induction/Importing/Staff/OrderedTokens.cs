namespace StocksGreen.Induction.Importing.Staff;

/// <summary>The words of a short text, in order.</summary>
internal sealed class OrderedTokens(IReadOnlyList<string> words)
{
    internal int Count => words.Count;

    internal bool Contains(string word) => words.Contains(word, StringComparer.Ordinal);

    internal bool Overlaps(IEnumerable<string> others) => others.Any(Contains);

    internal bool All(Func<string, bool> isSo) => words.All(isSo);

    internal IReadOnlyList<string> Except(IReadOnlyCollection<string> others) => [.. words.Where(word => !others.Contains(word, StringComparer.Ordinal))];

    /// <returns>-1 where there is none.</returns>
    internal int IndexOfAny(IReadOnlyCollection<string> any) => words.ToList().FindIndex(word => any.Contains(word, StringComparer.Ordinal));

    /// <summary>Where one of some words stands directly before one of others.</summary>
    internal int IndexOfPair(IReadOnlyCollection<string> any, IReadOnlyCollection<string> then) =>
        Enumerable
            .Range(0, Math.Max(0, words.Count - 1))
            .Where(i => any.Contains(words[i], StringComparer.Ordinal) && then.Contains(words[i + 1], StringComparer.Ordinal))
            .DefaultIfEmpty(-1)
            .First();

    public override string ToString() => string.Join(' ', words);
}
