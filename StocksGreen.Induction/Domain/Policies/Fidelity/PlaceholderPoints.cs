using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>Placeholders that stand in a text now: those that the import named, and others of the same look.</summary>
internal static partial class PlaceholderPoints
{
    // A text with more is a template; each is still to be decided, and these are enough to stop it.
    private const int Most = 300;

    // The words that an import names are searched one by one.
    private const int MostNamed = 100;

    internal static IEnumerable<FidelityPoint> In(PolicyContent text, IReadOnlyList<LeftOut> named)
    {
        var words = named.Select(one => Plain(one.Text)).Where(one => one.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNamed).ToList();
        var seen = new Dictionary<(string, string), int>();
        return TextPlaces
            .Lines(text)
            .SelectMany(each => Found(Plain(each.Line), words).Select(found => (Words: found, each.Where)))
            .Take(Most)
            .Select(each =>
            {
                var nth = seen[each] = seen.GetValueOrDefault(each) + 1;
                var key = Sha256Hex.Compute($"{each.Words}\n{each.Where}\n{nth}");
                return new FidelityPoint($"P{key[..16]}", FidelityKind.Placeholder, each.Words, each.Where);
            });
    }

    /// <summary>One space between words, and none of the sign that says a text was cut.</summary>
    internal static string Plain(string text) => Spaces().Replace(text, " ").Trim().TrimEnd('…');

    private static List<string> Found(string line, IReadOnlyList<string> named)
    {
        var found = Placeholders.In(line).Select(words => words.Trim()).ToList();
        foreach (var words in named.Where(words => !found.Exists(one => one.Contains(words, StringComparison.OrdinalIgnoreCase))))
        {
            for (var at = line.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0 && found.Count < Most; )
            {
                found.Add(words);
                at = line.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase);
            }
        }

        return found;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Spaces();
}
