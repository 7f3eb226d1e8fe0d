using System.Security.Claims;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A session as signing in opens it, without a browser.</summary>
internal static class OpenedSession
{
    internal static UserSession Row(Guid account, string? stamp, DateTimeOffset at, Guid? given = null) =>
        new()
        {
            Hash = Guid.NewGuid().ToString("N"),
            Name = Guid.NewGuid().ToString("N"),
            AccountId = account,
            Stamp = stamp ?? "",
            Method = "password",
            ProvedAt = at,
            OpenedAt = at,
            LastSeenAt = at,
            EndsAt = at + UserSession.Longest,
            GivenId = given,
        };

    /// <summary>What a live page is given of someone who is signed in.</summary>
    internal static ClaimsPrincipal Principal(UserSession row, Actor actor) => new OpenSession(row, actor).ToPrincipal();
}
