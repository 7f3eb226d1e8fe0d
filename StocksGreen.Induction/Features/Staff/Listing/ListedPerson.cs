using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Staff.Listing;

/// <param name="Roles">Null for someone without an account.</param>
/// <param name="LastSignInAt">UTC; null for someone who never signed in.</param>
/// <param name="EarliestDue">The earliest due day of what is open; null where nothing is.</param>
public sealed record ListedPerson(StaffMember Person, AccessRoles? Roles, PersonState State, DateTimeOffset? LastSignInAt, DateOnly? EarliestDue)
{
    /// <summary>UTC; when they were last given a way in. Null for never.</summary>
    public DateTimeOffset? InvitedAt { get; init; }

    public PersonProgress Progress { get; init; } = new(0, 0, 0, 0);
}
