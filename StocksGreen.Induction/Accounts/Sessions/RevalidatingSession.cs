using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Asks an open page every minute whether its session still holds.</summary>
internal sealed class RevalidatingSession(ILoggerFactory logs, SessionValidation sessions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        sessions.StillHoldsAsync(authenticationState.User, cancellationToken);
}
