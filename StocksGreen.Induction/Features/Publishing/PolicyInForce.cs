using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Publishing;

/// <summary>A policy, its version in force and how its review stands today.</summary>
public sealed record PolicyInForce(Policy Policy, PolicyVersion Version, IReadOnlyList<AudienceDuty> Duties, ReviewStatus Review);
