using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>A recorded decision that a person need not sign a policy.</summary>
/// <param name="DecidedBy">Name of who decided.</param>
/// <param name="From">First day on which it holds.</param>
public sealed record Exemption(Guid Id, StaffId StaffId, PolicyId PolicyId, string Reason, string DecidedBy, DateOnly From);
