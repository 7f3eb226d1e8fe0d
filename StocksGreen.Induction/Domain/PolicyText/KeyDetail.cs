namespace StocksGreen.Induction.Domain.PolicyText;

/// <summary>One line of a policy's key details, as printed: "Named Governor with lead responsibility", "June Cooke".</summary>
public sealed record KeyDetail(string Name, string Value);
