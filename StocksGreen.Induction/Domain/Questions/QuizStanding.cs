namespace StocksGreen.Induction.Domain.Questions;

/// <summary>How a reader stands with one question about a part.</summary>
/// <param name="Question">The wording in use.</param>
/// <param name="Attempts">The reader's own on this version, in order, whatever the wording was.</param>
public sealed record QuizStanding(QuizQuestion Question, IReadOnlyList<QuizAttempt> Attempts)
{
    /// <summary>The first right answer; null while there is none. It stands when the question is worded again.</summary>
    public QuizAttempt? Passed => Attempts.FirstOrDefault(attempt => attempt.IsRight);
}
