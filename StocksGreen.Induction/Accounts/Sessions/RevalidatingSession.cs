using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// Asks for an open page whether its session still holds: every half minute, and at once when something about the person's account or sessions has changed.
/// </summary>
internal sealed class RevalidatingSession : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState NoOne = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly UserSessions sessions;
    private readonly AccountChanges changes;
    private readonly LiveConnections connections;
    private Task<AuthenticationState>? current;

    public RevalidatingSession(ILoggerFactory logs, UserSessions sessions, AccountChanges changes, LiveConnections connections)
        : base(logs)
    {
        (this.sessions, this.changes, this.connections) = (sessions, changes, connections);
        AuthenticationStateChanged += Remember;
        changes.Listen(Ask);
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var holds = await sessions.AgainAsync(authenticationState.User, cancellationToken) is not null;
        if (!holds)
        {
            connections.End(authenticationState.User.FindFirstValue(SessionClaims.Hash));
        }

        return holds;
    }

    protected override void Dispose(bool disposing)
    {
        changes.StopListening(Ask);
        AuthenticationStateChanged -= Remember;
        base.Dispose(disposing);
    }

    private void Remember(Task<AuthenticationState> state) => current = state;

    private void Ask(StaffId person)
    {
        if (current is { IsCompletedSuccessfully: true, Result.User: var user } && user.ToActor()?.StaffId == person)
        {
            _ = AskAsync(user);
        }
    }

    private async Task AskAsync(ClaimsPrincipal user)
    {
        var session = await sessions.AgainAsync(user, CancellationToken.None);
        SetAuthenticationState(Task.FromResult(session is null ? NoOne : new AuthenticationState(session.ToPrincipal())));
        if (session is null)
        {
            connections.End(user.FindFirstValue(SessionClaims.Hash));
        }
    }
}
