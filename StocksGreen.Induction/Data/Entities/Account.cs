using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>A person's means of signing in. The person stands apart from it: evidence outlives accounts.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public StaffId StaffId { get; set; }

    public AccessRoles Roles { get; set; }

    /// <summary>UTC; when a session was last opened. Null for someone who never signed in.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
