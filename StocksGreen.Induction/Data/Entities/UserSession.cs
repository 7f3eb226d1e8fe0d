using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>A session of someone who signed in. The browser's cookie holds a secret and nothing else, and only the hash of that is kept.</summary>
public sealed class UserSession
{
    /// <summary>The longest life of a session that opens more than one's own reading.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The longest life of a session on a device that a person called their own.</summary>
    public static readonly TimeSpan LongestRemembered = TimeSpan.FromDays(30);

    /// <summary>A session ends after this long without a request; a shared staffroom PC is why it is short.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>How exactly it is kept when a session was last used; each time written down is a write.</summary>
    public static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    private const AccessRoles Powers = AccessRoles.Office | AccessRoles.Headteacher | AccessRoles.DesignatedSafeguardingLead | AccessRoles.Governor;

    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required string Hash { get; init; }

    /// <summary>Random name; says nothing about the person, and is sealed with what they sign.</summary>
    public required string Name { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Of the account when it was opened or went on; a session with another one is over.</summary>
    public required string Stamp { get; init; }

    /// <summary>How identity was proved: "password", "one-time link".</summary>
    public required string Method { get; init; }

    /// <summary>UTC; when it was last proved.</summary>
    public required DateTimeOffset ProvedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>UTC, no more than <see cref="SeenWithin"/> too early.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>UTC; however busy it is.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>True on a device that the person called their own.</summary>
    public bool IsRemembered { get; init; }

    /// <summary>"Safari on iPhone"; null where it is not known.</summary>
    public string? Device { get; init; }

    /// <summary>Network address when it was opened; null where it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The sealed record of who made the link or code that opened it; null where no one else did.</summary>
    public Guid? GivenId { get; init; }

    /// <summary>UTC; null while no one ended it.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>"signed out"; null while no one ended it.</summary>
    public string? EndedWhy { get; init; }

    /// <summary>Whether it goes on for someone with these roles.</summary>
    /// <param name="now">UTC.</param>
    public bool IsOpen(AccessRoles roles, DateTimeOffset now)
    {
        var isOwnReadingOnly = (roles & Powers) == AccessRoles.None;
        return EndedAt is null && now < EndsAt && ((IsRemembered && isOwnReadingOnly) || (now < OpenedAt + Longest && now - LastSeenAt < Idle));
    }
}
