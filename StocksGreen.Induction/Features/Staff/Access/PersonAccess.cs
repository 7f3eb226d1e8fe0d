using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Staff.Access;

/// <summary>What someone may do, and how they sign in.</summary>
/// <param name="Roles">Of the account; for good.</param>
/// <param name="Acting">Who acts, or will; null for someone who does neither.</param>
/// <param name="Step">What stands behind their password.</param>
/// <param name="Own">What stands behind the password of the one who looks: it is asked before anything changes.</param>
/// <param name="Changes">What was changed, newest first.</param>
public sealed record PersonAccess(
    StaffMember Person,
    AccessRoles Roles,
    AccessChanged? Acting,
    SecondStepState Step,
    SecondStepState Own,
    IReadOnlyList<AccessChanged> Changes
);
