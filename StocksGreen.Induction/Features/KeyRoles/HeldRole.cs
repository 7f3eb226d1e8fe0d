using StocksGreen.Induction.Domain.KeyRoles;

namespace StocksGreen.Induction.Features.KeyRoles;

/// <summary>A key role and who holds it.</summary>
/// <param name="Holder">Of today; null while the school has recorded none.</param>
/// <param name="History">Every record, newest first, those of days to come among them.</param>
/// <param name="Printed">Whom the policies in force name.</param>
/// <param name="Outdated">Titles of the policies in force that print someone else than the holder of today.</param>
public sealed record HeldRole(
    KeyRole Role,
    KeyRoleChange? Holder,
    IReadOnlyList<KeyRoleChange> History,
    IReadOnlyList<string> Printed,
    IReadOnlyList<string> Outdated
);
