using Microsoft.Playwright;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>Sign in by e-mail and password.</summary>
internal sealed class SignInScreen(IPage page)
{
    internal async Task SignInAsync(string email, string password)
    {
        await page.GotoAsync(Urls.SignIn);
        await page.GetByLabel("School e-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
