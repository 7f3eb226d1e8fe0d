using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>One line of the list, as it is chosen.</summary>
public readonly record struct ChaseKey(StaffId StaffId, PolicyId PolicyId, VersionId VersionId);
