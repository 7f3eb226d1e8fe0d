namespace StocksGreen.Induction.Features.Reading.Quiz;

/// <summary>What became of an answer.</summary>
public abstract record QuizOutcome
{
    public sealed record Right : QuizOutcome;

    /// <summary>The reader is led back to the part.</summary>
    public sealed record Wrong : QuizOutcome;
}
