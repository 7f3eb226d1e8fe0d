using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>A session as the store has it at this moment. Nothing else makes an <see cref="Domain.Access.Actor"/> of someone who signed in.</summary>
/// <param name="Actor">With the roles that the account has now, as far as the session lends them.</param>
public sealed record OpenSession(UserSession Row, Actor Actor)
{
    /// <summary>What a request or a live page carries: it came from the store, and no cookie can hold one.</summary>
    internal ClaimsPrincipal ToPrincipal() => new(new Identity(this));

    /// <summary>The session of a principal that the store made; null for any other.</summary>
    internal static OpenSession? Of(ClaimsPrincipal principal) => (principal.Identity as Identity)?.Session;

    private sealed class Identity(OpenSession session)
        : ClaimsIdentity(
            [
                // Tokens against forged forms are bound to the first of these.
                new Claim(ClaimTypes.NameIdentifier, session.Row.AccountId.ToString()),
                new Claim(SessionClaims.Hash, session.Row.Hash),
            ],
            IdentityConstants.ApplicationScheme
        )
    {
        public OpenSession Session => session;
    }
}
