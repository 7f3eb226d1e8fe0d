using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Accounts.SignIn;

/// <summary>What happens to a request for a closed page when no one is signed in, or no longer.</summary>
internal static class EndedSession
{
    /// <summary>Leads to the page for signing in; at the school's own device to the list of names, and there nothing that was typed is kept.</summary>
    internal static async Task LeadOnAsync(RedirectContext<CookieAuthenticationOptions> ended)
    {
        var services = ended.HttpContext.RequestServices;
        var whose = await services.GetRequiredService<UserSessions>().EndedAsync(ended);
        if (KioskDevice.IsSession(whose) && services.GetRequiredService<KioskDevice>().IsOpen(ended.HttpContext))
        {
            ended.Response.Redirect(Urls.Kiosk);
            return;
        }

        await services.GetRequiredService<FormDrafts>().KeepAsync(ended, whose);
        ended.Response.Redirect(ended.RedirectUri);
    }
}
