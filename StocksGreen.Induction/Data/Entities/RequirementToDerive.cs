namespace StocksGreen.Induction.Data.Entities;

/// <summary>
/// Lines that no longer hold. Triggers on the tables that the rule reads note them here, no matter who writes; they are derived again before that write is
/// committed, or else before anyone reads.
/// </summary>
/// <param name="Scope">"person", "policy" or "all".</param>
/// <param name="Key">Id of the person or policy; empty for all.</param>
public sealed record RequirementToDerive(string Scope, string Key);
