using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>A signed-in principal becomes an <see cref="Actor"/>.</summary>
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

    /// <summary>The actor of a circuit or of a check; null when no one is signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(SessionClaims.StaffId), out var staffId)
        && Enum.TryParse<AccessRoles>(principal.FindFirstValue(SessionClaims.Roles), out var roles)
        && DateTimeOffset.TryParse(
            principal.FindFirstValue(SessionClaims.ProvedAt),
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind,
            out var provedAt
        )
            ? new Actor(
                new StaffId(staffId),
                principal.FindFirstValue(SessionClaims.FullName) ?? "",
                roles,
                new IdentityProof(principal.FindFirstValue(SessionClaims.Method) ?? "not recorded", provedAt),
                principal.FindFirstValue(SessionClaims.Session) ?? "not recorded"
            )
            : null;

    /// <summary>Whose session has ended: the browser still shows the ticket. Null where there is none.</summary>
    internal static Actor? EndedActor(this RedirectContext<CookieAuthenticationOptions> ended) =>
        ended.Options.CookieManager.GetRequestCookie(ended.HttpContext, ended.Options.Cookie.Name!) is { } ticket
            ? ended.Options.TicketDataFormat.Unprotect(ticket)?.Principal.ToActor()
            : null;
}
