using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>What the office narrows its list by; null and empty mean everything.</summary>
/// <param name="Policy">One policy.</param>
/// <param name="JobTitle">One role, as listed.</param>
/// <param name="Standing">One standing.</param>
/// <param name="Search">Words that must all stand in name, role or policy, whatever their case and accents.</param>
public sealed record ChaseFilter(PolicyId? Policy = null, string? JobTitle = null, StandingKind? Standing = null, string? Search = null);
