using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>What stands at the head and the foot of the pages.</summary>
/// <param name="Details">Key details among it: "Next review date", "Version".</param>
/// <param name="Lines">All else, each line once.</param>
internal sealed record Margins(IReadOnlyList<KeyDetail> Details, IReadOnlyList<string> Lines)
{
    private const int LongestValue = 80;
    private const int MostWordsOfTitle = 10;
    private static readonly Regex VersionShape = new(
        @"^(?:version|ver\.?|v\.?)(?:\s*(?:no\.?|number))?\s*[:.]?\s*(?<number>\d[\w.]{0,15})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    );
    private static readonly string[] NamesOfTitle = ["title", "policytitle", "policyname", "nameofpolicy", "documenttitle", "policy", "document"];

    // How to reach the school is no detail of the document.
    private static readonly string[] NamesOfOther = ["page", "pages", "tel", "telephone", "phone", "email", "website", "address", "contact"];

    public static Margins None { get; } = new([], []);

    /// <summary>The title as the pages name it; empty where they do not.</summary>
    public string Title =>
        Details.FirstOrDefault(detail => NamesOfTitle.Contains(Words.Key(detail.Name), StringComparer.Ordinal))?.Value
        ?? Lines.FirstOrDefault(line =>
            Words.AreAtMost(line, MostWordsOfTitle) && Words.Split(line.ToLowerInvariant())[^1] is "policy" or "polisi" && Words.Split(line).Length > 1
        )
        ?? "";

    /// <summary>Many schools name themselves only at the head of their pages.</summary>
    public ImportOutcome NameSchool(ImportOutcome outcome) =>
        outcome is ImportOutcome.Imported { Policy.School.Length: 0 } imported
        && Lines.FirstOrDefault(line =>
            Words.AreAtMost(line, 8) && SchoolReader.NamesSchool(line) && !line.Contains("policy", StringComparison.OrdinalIgnoreCase)
        )
            is { } school
            ? imported with
            {
                Policy = imported.Policy with { School = school },
            }
            : outcome;

    /// <summary>Takes the key details out of lines of the margins.</summary>
    public static Margins Sort(IEnumerable<SourceLine> printed)
    {
        var details = new List<KeyDetail>();
        var rest = new List<string>();
        foreach (var line in printed)
        {
            if (line.Kind == LineKind.TableRow && KeyDetailReader.FromRow(line) is { Count: > 0 } row && row.All(detail => IsDetail(detail)))
            {
                details.AddRange(row);
                continue;
            }

            foreach (var part in line.Kind == LineKind.TableRow ? line.Cells : Columns(line.Text))
            {
                if (Detail(part) is { } detail)
                {
                    details.Add(detail);
                }
                else if (part.Any(char.IsLetter))
                {
                    rest.Add(part);
                }
            }
        }

        return new Margins([.. details.DistinctBy(detail => Words.Key(detail.Name), StringComparer.Ordinal)], [.. rest.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Raw: "Approved by: Full Governing Body   Next review date: June 2027   Version 3".</summary>
    private static IEnumerable<string> Columns(string text) =>
        text.Split(["   ", "\t", "|", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(InlineMarkup.ToPlainText)
            .Where(part => part.Length > 0)
            .SelectMany(KeyDetailReader.SplitNames);

    private static KeyDetail? Detail(string part)
    {
        if (VersionShape.Match(part) is { Success: true } version)
        {
            return new KeyDetail("Version", version.Groups["number"].Value);
        }

        return KeyDetailReader.FromLine(new SourceLine(0, 0, LineKind.Text, part), isInRun: false) is { } detail && IsDetail(detail) ? detail : null;
    }

    private static bool IsDetail(KeyDetail detail) =>
        detail.Value.Length is > 0 and <= LongestValue
        && KeyDetailReader.IsKnown(detail.Name)
        && !NamesOfOther.Contains(Words.Key(detail.Name), StringComparer.Ordinal);
}
