using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>Everything round a signature that the signer does not type.</summary>
/// <param name="At">UTC, from the server's clock.</param>
/// <param name="Statements">The words that were on the page.</param>
/// <param name="DueOn">Last day on which signing is in time.</param>
/// <param name="Software">Name and version of this program.</param>
/// <param name="IsDemonstration">True in a demonstration, where people are invented; sealed so that no such copy passes for a real one.</param>
/// <param name="KeyRoles">Who holds the key roles on the day, where the school keeps them.</param>
public sealed record SigningContext(
    AttestationId Id,
    Actor Actor,
    StaffMember Signer,
    string School,
    Statements Statements,
    DateOnly DueOn,
    DateTimeOffset At,
    string Software,
    bool IsDemonstration,
    IReadOnlyDictionary<KeyRole, KeyRoleChange> KeyRoles);
