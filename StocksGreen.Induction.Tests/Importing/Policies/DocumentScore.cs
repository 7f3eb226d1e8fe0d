using System.Globalization;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>How many things were expected and read, and how many of them agree.</summary>
internal sealed record DocumentScore(int Expected, int Read, int Agreed)
{
    public static readonly DocumentScore None = new(0, 0, 0);

    /// <summary>F1: 1 where all is found and nothing made up; 1 also where there was nothing to find and nothing was read.</summary>
    public double F1 => Expected + Read == 0 ? 1 : 2.0 * Agreed / (Expected + Read);

    public static DocumentScore operator +(DocumentScore one, DocumentScore other) =>
        new(one.Expected + other.Expected, one.Read + other.Read, one.Agreed + other.Agreed);

    /// <summary>Agreed is what is found in its order: of two that have changed places one counts.</summary>
    public static DocumentScore InOrder(IReadOnlyList<string> expected, IReadOnlyList<string> read)
    {
        var (wanted, found) = (expected.Select(Plain).ToList(), read.Select(Plain).ToList());
        var longest = new int[wanted.Count + 1, found.Count + 1];
        for (var i = 1; i <= wanted.Count; i++)
        {
            for (var j = 1; j <= found.Count; j++)
            {
                longest[i, j] = wanted[i - 1] == found[j - 1] ? longest[i - 1, j - 1] + 1 : Math.Max(longest[i - 1, j], longest[i, j - 1]);
            }
        }

        return new DocumentScore(wanted.Count, found.Count, longest[wanted.Count, found.Count]);
    }

    /// <summary>Agreed is what is found in any order, each once.</summary>
    public static DocumentScore InAnyOrder(IReadOnlyList<string> expected, IReadOnlyList<string> read)
    {
        var left = read.Select(Plain).ToList();
        return new DocumentScore(expected.Count, read.Count, expected.Select(Plain).Count(left.Remove));
    }

    /// <summary>Words and numbers alone, so that "1.2 Aims:" agrees with "1.2. AIMS" and "Appendix A: Forms" with "Appendix A – Forms".</summary>
    public static string Plain(string text) =>
        string.Join(
            ' ',
            string.Concat(text.ToUpperInvariant().Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{F1:0.000} ({Agreed}/{Expected}, {Read - Agreed} more)");
}
