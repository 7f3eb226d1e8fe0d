using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts.Kiosk;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Accounts.Passkeys;

/// <summary>What the script of passkeys asks for before the browser makes or shows one.</summary>
internal static class PasskeyEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(
            Urls.PasskeyToMake,
            async (PasskeyService desk, HttpContext context, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(context))
                {
                    return Results.BadRequest();
                }

                if (KioskDevice.IsSession(context.Actor()))
                {
                    return Results.NotFound();
                }

                return (await desk.BeginAddingAsync(context.Actor(), context.Request.Form["Form.Current"].ToString())).Match(
                    options => Results.Text(options, "application/json"),
                    errors => Results.Json(new { refusal = errors[0].Sentence }),
                    () => Results.NotFound()
                );
            }
        );
        endpoints
            .MapPost(
                Urls.PasskeyToShow,
                async (PasskeyService desk, HttpContext context, IAntiforgery antiforgery) =>
                    await antiforgery.IsRequestValidAsync(context)
                        ? Results.Text(await desk.BeginShowingAsync(context.User.ToActor()), "application/json")
                        : Results.BadRequest()
            )
            .AllowAnonymous();
    }
}
