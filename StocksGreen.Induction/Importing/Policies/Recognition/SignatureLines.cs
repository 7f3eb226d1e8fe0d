using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Finds lines to sign on paper: they are neither text nor key details, because the policy is signed here.</summary>
internal static class SignatureLines
{
    private const int LongestLine = 300;

    private static readonly Regex Shape = new(
        @"^(?:[\p{L}(][\p{L} ()/’'&,-]{1,40}:? ?(?:_{3,}|\.{4,}|…{2,})[ _.…]*)+(?:\([\p{L} ]{1,40}\))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    );

    private static readonly string[] Names =
    [
        "sign",
        "name",
        "date",
        "print",
        "position",
        "role",
        "post",
        "witness",
        "headteacher",
        "chair",
        "governor",
        "employee",
        "staff",
        "manager",
        "parent",
        "llofnod",
        "enw",
        "dyddiad",
    ];

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
        && (plain.Contains("____", StringComparison.Ordinal) || plain.Contains("....", StringComparison.Ordinal) || plain.Contains("……", StringComparison.Ordinal))
        && Names.Any(name => plain.Contains(name, StringComparison.OrdinalIgnoreCase))
        && Shape.IsMatch(plain);
}
