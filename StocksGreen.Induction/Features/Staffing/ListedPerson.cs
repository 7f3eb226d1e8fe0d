using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Features.Staffing;

/// <param name="Roles">Null for somebody without an account.</param>
public sealed record ListedPerson(StaffMember Person, AccessRoles? Roles, PersonState State);
