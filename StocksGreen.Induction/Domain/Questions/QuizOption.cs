namespace StocksGreen.Induction.Domain.Questions;

/// <summary>One of the answers that a reader may choose.</summary>
public sealed record QuizOption(string Text, bool IsRight);
