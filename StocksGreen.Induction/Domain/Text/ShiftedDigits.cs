namespace StocksGreen.Induction.Domain.Text;

/// <summary>Digits and signs that Unicode has above and below the line too.</summary>
public static class ShiftedDigits
{
    private const string Plain = "0123456789+-=()";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    /// <returns>"²" for "2"; null where a character has no such form.</returns>
    public static string? Find(string text, bool isRaised)
    {
        var words = text.TrimEnd();
        return words.Length > 0 && words.All(c => Plain.Contains(c, StringComparison.Ordinal))
            ? string.Concat(words.Select(c => (isRaised ? Raised : Lowered)[Plain.IndexOf(c, StringComparison.Ordinal)])) + text[words.Length..]
            : null;
    }
}
