using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Access;

/// <summary>The signed-in person on whose behalf something is asked.</summary>
/// <param name="Proof">How this session was opened.</param>
/// <param name="Session">Random name of the session; says nothing about the person.</param>
/// <param name="Address">Network address of the request; null where it is not known.</param>
/// <param name="AddressRule">How the address was found: "connection", "trusted proxy"; null where it is not known.</param>
/// <param name="Browser">Family and system of the browser ("Safari on iPhone"); null where it is not known.</param>
public sealed record Actor(
    StaffId StaffId,
    string FullName,
    AccessRoles Roles,
    IdentityProof Proof,
    string Session,
    string? Address = null,
    string? Browser = null,
    string? AddressRule = null
);
