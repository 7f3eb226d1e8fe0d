using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Questions;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is on record of one person's reading of one version.</summary>
/// <param name="Quiz">The questions in use for the policy, whichever part they are about.</param>
/// <param name="Attempts">The person's own answers to them on this version.</param>
public sealed record ReaderRecord(
    IReadOnlyList<SectionConfirmation> Confirmations,
    IReadOnlyList<PartReading> Readings,
    IReadOnlyList<AskedQuestion> Questions,
    IReadOnlyList<QuizQuestion> Quiz,
    IReadOnlyList<QuizAttempt> Attempts
)
{
    /// <summary>Confirmations and nothing else.</summary>
    public static ReaderRecord From(IEnumerable<SectionConfirmation> confirmations) => new([.. confirmations], [], [], [], []);
}
