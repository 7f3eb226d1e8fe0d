namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Collects what the person who imports must be told, in the order in which it was met.</summary>
internal sealed class WarningList
{
    private readonly List<string> warnings = [];

    public IReadOnlyList<string> ToList() => [.. warnings];

    public void Add(string sentence)
    {
        if (!warnings.Contains(sentence, StringComparer.Ordinal))
        {
            warnings.Add(sentence);
        }
    }

    /// <summary>“one”, “two” and “three”.</summary>
    public static string Quote(IEnumerable<string> texts)
    {
        var quoted = texts.Select(text => $"“{text}”").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : string.Join(", ", quoted[..^1]) + " and " + quoted[^1];
    }
}
