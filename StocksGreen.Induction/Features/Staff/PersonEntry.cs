using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Features.Staff.History;

namespace StocksGreen.Induction.Features.Staff;

/// <summary>A person as the office keeps them.</summary>
/// <param name="Roles">Null for someone without an account.</param>
/// <param name="IsClosed">True where the account lets no one in any more.</param>
/// <param name="Seen">Number of the last entry about them; 0 where there is none.</param>
/// <param name="History">What was entered, newest first.</param>
/// <param name="Leads">Who may lead them: everyone else who has not left, by name.</param>
public sealed record PersonEntry(
    StaffMember Person,
    PersonFacts Facts,
    PersonState State,
    AccessRoles? Roles,
    bool IsClosed,
    long Seen,
    IReadOnlyList<PersonHistoryItem> History,
    IReadOnlyList<StaffMember> Leads
);
