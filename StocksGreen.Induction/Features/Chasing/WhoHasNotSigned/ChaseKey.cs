using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>One line of the list, as it is chosen.</summary>
public readonly record struct ChaseKey(StaffId StaffId, PolicyId PolicyId, VersionId VersionId);
