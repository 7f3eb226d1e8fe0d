using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Staff;

/// <param name="Roles">Null for someone without an account.</param>
public sealed record ListedPerson(StaffMember Person, AccessRoles? Roles, PersonState State);
