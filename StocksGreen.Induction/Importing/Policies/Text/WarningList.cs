using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Collects what the person who imports must be told, in the order in which it was met.</summary>
internal sealed class WarningList
{
    // A document of nothing but struck-out words would fill the page that lists them.
    private const int MostLeftOut = 2_000;
    private const int LongestText = 2_000;

    private readonly List<string> warnings = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
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

    /// <summary>Keeps a picture that the policy shows.</summary>
    public void Keep(PictureFile picture) => pictures.TryAdd(picture.Sha256, picture);

    public void Add(string sentence)
    {
        if (told.Add(sentence))
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
