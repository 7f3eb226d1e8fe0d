using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Access.Passwords;

/// <summary>Which passwords are taken: long ones that are not built of what a guesser tries first. No rule asks for signs, capitals or digits.</summary>
/// <remarks>
/// A password is taken apart into what is easy to guess and the rest. A common word, a name of the person or the school, a year, a run of keys and what stands
/// earlier in the password count as one character each, whatever their case and whatever digits stand for letters ("P4ssw0rd"). What remains must be as much as
/// eight free characters.
/// </remarks>
public static class PasswordRules
{
    /// <summary>In characters as a person counts them.</summary>
    public const int Shortest = 12;

    /// <summary>In UTF-16 code units; what is longer is refused before any work is done on it.</summary>
    public const int Longest = 256;

    private const int LeastFree = 8;
    private const int ShortestRun = 3;
    private const int LongestRun = 40;
    private const int ShortestName = 3;

    /// <summary>True for what no one's password can be; asked before a typed password is hashed.</summary>
    public static bool IsTooLong(string password) => password.Length > Longest;

    /// <param name="password">As chosen.</param>
    /// <param name="known">What anyone knows of the person: their name, their e-mail, the school's name. Each may be several words.</param>
    /// <returns>What is wrong, in a sentence; null where the password is taken.</returns>
    public static string? WhyNot(string password, IEnumerable<string?> known) =>
        IsTooLong(password) ? $"Choose a password of at most {Longest} characters."
        : new StringInfo(password).LengthInTextElements < Shortest
            ? $"Choose a password of at least {Shortest} characters. Three random words are easy to remember and hard to guess."
        : FreeCharacters(password, known) < LeastFree
            ? "That password is easy to guess: most of it is a common word, a name, a date, a repeat or keys in a row. Take "
                + "three random words that have nothing to do with you or the school."
        : null;

    /// <summary>How many characters a guesser would have to try, when what is easy counts as one.</summary>
    internal static int FreeCharacters(string password, IEnumerable<string?> known)
    {
        var names = known.SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        var plain = Together(SearchText.Fold(password.Normalize(NormalizationForm.FormKC)));
        // Digits and signs may stand for letters or for themselves: the easier reading counts.
        return Math.Min(Count(plain, names), Count(string.Concat(plain.Select(AsLetter)), names));
    }

    private static int Count(string text, HashSet<string> names)
    {
        // least[i]: free characters of the first i.
        var least = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            least[end] = least[end - 1] + 1;
            for (var start = Math.Max(0, end - LongestRun); start <= end - ShortestRun; start++)
            {
                if (least[start] + 1 < least[end] && IsEasy(text, start, end - start, names))
                {
                    least[end] = least[start] + 1;
                }
            }
        }

        return least[^1];
    }

    private static bool IsEasy(string text, int start, int length, HashSet<string> names)
    {
        var piece = text.Substring(start, length);
        return IsWord(piece, names)
            || IsYear(piece)
            || IsDigits(piece)
            || piece.All(c => c == piece[0])
            || text.IndexOf(piece, 0, start, StringComparison.Ordinal) >= 0
            || IsRun(piece);
    }

    private static bool IsWord(string piece, HashSet<string> names)
    {
        var letters = string.Concat(piece.Select(Alike));
        return Common.Contains(letters) || names.Contains(letters);
    }

    // "2019", "1987": any year that a living person would write.
    private static bool IsYear(string piece) => piece.Length == 4 && piece.All(char.IsAsciiDigit) && piece[..2] is "19" or "20";

    // A date or a telephone number: digits that a guesser counts through.
    private static bool IsDigits(string piece) => piece.Length is >= 3 and <= 8 && piece.All(char.IsAsciiDigit);

    private static bool IsRun(string piece) =>
        EasyWords.Rows.Any(row => row.Contains(piece, StringComparison.Ordinal) || row.Contains(string.Concat(piece.Reverse()), StringComparison.Ordinal));

    private static readonly HashSet<string> Common = EasyWords
        .Words.Concat(EasyWords.Phrases)
        .Where(word => word.Length >= ShortestRun)
        .Select(word => string.Concat(word.Select(Alike)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The words of a name or an address, each alone and, of two next to each other, together: "hart", "amelia", "ameliahart".</summary>
    private static IEnumerable<string> Names(string? text)
    {
        var words = string.Concat(SearchText.Fold(text ?? "").Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Where(word => word.Length >= ShortestName).Append(string.Concat(words)).Select(word => string.Concat(word.Select(Alike)));
    }

    private static string Together(string text) => string.Concat(text.Where(c => c is not (' ' or '-' or '_' or '.' or ',' or '\'')));

    private static char AsLetter(char c) =>
        c switch
        {
            '0' => 'o',
            '1' or '!' or '|' => 'i',
            '3' or '€' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '6' or '9' => 'g',
            '7' or '+' => 't',
            '8' => 'b',
            '(' => 'c',
            '£' => 'l',
            _ => c,
        };

    // "1" stands for l as for i.
    private static char Alike(char c) => c == 'l' ? 'i' : c;
}
