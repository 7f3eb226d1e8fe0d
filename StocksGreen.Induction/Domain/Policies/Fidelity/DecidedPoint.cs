using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>A decision as it is sealed.</summary>
/// <param name="Kind">Name of the <see cref="FidelityKind"/>.</param>
/// <param name="Text">The words it is about; null where they are long.</param>
/// <param name="TextHash">SHA-256 of the words where they are long, else null.</param>
/// <param name="Decision">Name of the <see cref="FidelityChoice"/>.</param>
/// <param name="At">UTC.</param>
public sealed record DecidedPoint(string Kind, string? Text, string? TextHash, string Where, string Decision, string By, DateTimeOffset At)
{
    private const int LongestText = 300; // in characters

    public static DecidedPoint From(FidelityDecision decision) =>
        new(
            decision.Kind.ToString(),
            decision.Text.Length <= LongestText ? decision.Text : null,
            decision.Text.Length <= LongestText ? null : Sha256Hex.Compute(decision.Text),
            decision.Where,
            decision.Choice.ToString(),
            decision.By,
            decision.At
        );

    /// <summary>
    /// "Struck-out words, under 4.1 Reputation: left out, rightly. Helen Ashdown, 14 September 2026, 10:00 BST"; without the words themselves, which may have
    /// been hidden for a reason.
    /// </summary>
    public string ToWords() =>
        $"{(NamedChoice.Parse<FidelityKind>(Kind)?.Heading() ?? Kind)}, {Where}: "
        + $"{(NamedChoice.Parse<FidelityChoice>(Decision)?.Done() ?? Decision)}. {By}, {LondonTime.ToWords(At)}";
}
