namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Why something was not done.</summary>
/// <param name="Field">The form field it is about.</param>
/// <param name="Sentence">For the person: what is missing and what to do.</param>
public sealed record Refusal(string Field, string Sentence);
