namespace StocksGreen.Induction.Domain.Policies.Fidelity;

/// <summary>A piece of a line of a document.</summary>
/// <param name="Point">The point that it is about; null for words that nothing is said of.</param>
public sealed record FlaggedWords(string Text, FidelityPoint? Point)
{
    /// <summary>True for words that do not stand in the line: they were left out under it.</summary>
    public bool IsLeftOut { get; init; }
}
