using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Collects what the person who imports must be told, in the order in which it was met.</summary>
internal sealed class WarningList
{
    // A document of nothing but struck-out words would fill the page that lists them.
    private const int MostLeftOut = 2_000;
    private const int LongestText = 2_000;

    private readonly List<string> warnings = [];
    private readonly HashSet<string> said = new(StringComparer.Ordinal);
    private readonly List<string> furniture = [];
    private readonly List<LeftOut> leftOut = [];
    private readonly Dictionary<string, PictureFile> pictures = new(StringComparer.Ordinal);

    public IReadOnlyList<string> ToList() => [.. warnings];

    public IReadOnlyList<LeftOut> LeftOut => [.. leftOut];

    public IReadOnlyList<PictureFile> Pictures => [.. pictures.Values];

    /// <summary>Notes what stands in the file and not in the policy.</summary>
    /// <param name="where">"under 4.1 Reputation", "page 3".</param>
    public void LeaveOut(LeftOutKind kind, string text, string where)
    {
        if (leftOut.Count < MostLeftOut)
        {
            leftOut.Add(new LeftOut(kind, text.Length > LongestText ? text[..LongestText] + "…" : text, where));
        }
        else
        {
            Add("More was left out than can be listed here. Look at the document itself.");
        }
    }

    /// <summary>Every line that belongs to the printed page and not to the policy, as often as it stands in the file.</summary>
    public IReadOnlyList<string> Furniture => [.. furniture];

    /// <summary>Notes a line that repeats on printed pages, each text once.</summary>
    /// <param name="lines">The same text, as it stands on each page.</param>
    /// <param name="where">"on 3 pages".</param>
    public void LeaveOutFurniture(IReadOnlyList<string> lines, string where)
    {
        furniture.AddRange(lines);
        LeaveOut(LeftOutKind.Header, lines[0], where);
    }

    /// <summary>Keeps a picture that the policy shows.</summary>
    public void Keep(PictureFile picture) => pictures.TryAdd(picture.Sha256, picture);

    public void Add(string sentence)
    {
        if (said.Add(sentence))
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
