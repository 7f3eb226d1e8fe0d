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

    /// <summary>UTC; up to when the person was told what others did in their name. Null for never.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>True where the school lets no one in by this account.</summary>
    public bool IsClosed => LockoutEnd?.Year >= 9999;
}
