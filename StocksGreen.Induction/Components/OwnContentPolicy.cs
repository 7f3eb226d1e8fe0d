namespace StocksGreen.Induction.Components;

/// <summary>The content security policy of one answer that asks for a narrower one than pages have: a feature of its request.</summary>
/// <param name="Value">The header's value.</param>
public sealed record OwnContentPolicy(string Value);
