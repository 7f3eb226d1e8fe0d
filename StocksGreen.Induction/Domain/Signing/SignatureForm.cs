using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What a signer ticked and typed.</summary>
/// <param name="TypedName">Exactly as typed; kept so.</param>
/// <param name="Declaration">What is stated on relationships and situations; null while nothing was chosen.</param>
/// <param name="Drawing">A drawn signature, as <see cref="DrawnSignature"/> writes it; null where none was drawn.</param>
public sealed record SignatureForm(bool AffirmsRead, bool AffirmsUnderstood, string TypedName, DeclarationOutcome? Declaration, string? Drawing = null)
{
    /// <summary>Longest name that is taken, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>Everything that is missing, in the order of the form.</summary>
    /// <param name="fullName">The signer's name as the school has it.</param>
    /// <param name="statements">The statements that were on the page; a short signature has one.</param>
    public IEnumerable<ValidationError> Errors(string fullName, Statements statements)
    {
        if (!AffirmsRead)
        {
            yield return new ValidationError(
                "Read",
                statements.IsShort ? "Tick that you have read and understood what concerns you." : "Tick that you have read the policy."
            );
        }

        if (!statements.IsShort && !AffirmsUnderstood)
        {
            yield return new ValidationError("Understood", "Tick that you have understood the policy. If you have not, ask before you sign.");
        }

        if (Declaration is null)
        {
            yield return new ValidationError("Declaration", "Choose whether you have something to discuss. Either answer lets you sign.");
        }

        if (string.IsNullOrWhiteSpace(TypedName))
        {
            yield return new ValidationError("Name", "Type your full name.");
        }
        else if (TypedName.Length > LongestName || PlainLine.HasUnseen(TypedName))
        {
            yield return new ValidationError("Name", $"Type your full name in at most {LongestName} characters.");
        }
        else if (!Words(fullName).IsSubsetOf(Words(TypedName)))
        {
            yield return new ValidationError("Name", $"Type your full name as the school has it: {fullName}.");
        }
    }

    /// <summary>
    /// The words of a name without accents, case and punctuation: "Zoë O’Neill-Hart" gives zoe, oneill, hart. A British keyboard has no Ł.
    /// </summary>
    private static HashSet<string> Words(string name)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var c in SearchText.Fold(name))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if ((c == ' ' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
