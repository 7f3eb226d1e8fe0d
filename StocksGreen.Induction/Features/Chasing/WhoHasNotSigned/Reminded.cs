using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>When and how someone was last reminded.</summary>
/// <param name="At">UTC.</param>
public sealed record Reminded(DateTimeOffset At, ChaseChannel Channel);
