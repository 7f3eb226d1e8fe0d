namespace StocksGreen.Induction.Domain.Questions;

/// <summary>One of the answers that a reader may choose.</summary>
public sealed record CheckOption(string Text, bool IsRight);
