using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds lines to sign on paper: they are neither text nor key details, because the policy is signed here.</summary>
internal static class SignatureLines
{
    private const int LongestLine = 300;

    // What follows may say who signs: "Signed: ______ Chair of Governors".
    private static readonly Regex Shape = new(
        @"^(?:(?:signed|signature|sign|name|print|printed|full name|date|dated|position|role|job title|witness|witnessed|llofnod|llofnodwyd|enw|dyddiad)"
            + @"(?: (?:by|name|here|in full))?(?: ?\([\p{L} ]{1,40}\))? ?:? ?(?:_{3,}|\.{4,}|…{2,})[ _.…/]*)+(?:\(?[\p{L}][\p{L} ’'-]{1,40}\)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    );

    /// <summary>Puts a gap in the place of each line to sign.</summary>
    /// <returns>The lines, as many as before, and those that were taken out under their index.</returns>
    public static (IReadOnlyList<SourceLine> Lines, IReadOnlyDictionary<int, string> Taken) Take(IReadOnlyList<SourceLine> lines)
    {
        var taken = new Dictionary<int, string>();
        var left = lines.ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] is { Kind: LineKind.Text, HashLevel: 0 } line && IsToSign(line.Plain))
            {
                taken[i] = line.Plain;
                left[i] = SourceLine.Blank(line.Page) with { IsWhole = line.IsWhole };
            }
        }

        return (left, taken);
    }

    // Raw: "Signed: ______________   Date: ________", "Name (print): ..............."
    private static bool IsToSign(string plain) =>
        plain.Length <= LongestLine
        && (
            plain.Contains("____", StringComparison.Ordinal)
            || plain.Contains("....", StringComparison.Ordinal)
            || plain.Contains("……", StringComparison.Ordinal)
        )
        && Shape.IsMatch(plain);
}
