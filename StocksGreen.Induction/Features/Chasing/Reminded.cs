using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>When and how somebody was last reminded.</summary>
/// <param name="At">UTC.</param>
public sealed record Reminded(DateTimeOffset At, ChaseChannel Channel);
