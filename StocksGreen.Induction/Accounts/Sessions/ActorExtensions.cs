using System.Security.Claims;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Whoever is signed in becomes an <see cref="Actor"/>, with the roles that the store had for them when this request began.</summary>
public static class ActorExtensions
{
    /// <summary>The actor of a request, with address and browser for the evidence.</summary>
    /// <exception cref="InvalidOperationException">No one is signed in: the page or endpoint lacks its authorisation.</exception>
    public static Actor Actor(this HttpContext context) =>
        context.User.ToActor() is { } actor
            ? actor with
            {
                Address = RequestOrigin.Address(context),
                Browser = RequestOrigin.Browser(context.Request.Headers.UserAgent.ToString()),
                AddressRule = RequestOrigin.AddressRule(context),
            }
            : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Who asks within a request; null when no one is signed in. A live page asks <see cref="UserSessions.ActorAsync"/> at every command.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) => OpenSession.Of(principal)?.Actor;
}
