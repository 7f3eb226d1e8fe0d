using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Accounts;

/// <summary>What the script of passkeys asks for before the browser makes or shows one.</summary>
internal static class PasskeyEndpoints
{
    internal static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Urls.PasskeyToMake, async (PasskeyDesk desk, HttpContext context, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            if (Kiosk.IsSession(context.Actor()))
            {
                return Results.NotFound();
            }

            return (await desk.BeginAddingAsync(context.User, context.Request.Form["Form.Current"].ToString())).Match(
                options => Results.Text(options, "application/json"),
                errors => Results.Json(new { refusal = errors[0].Sentence }),
                () => Results.NotFound());
        });
        endpoints.MapPost(Urls.PasskeyToShow, async (PasskeyDesk desk, HttpContext context, IAntiforgery antiforgery) =>
            await antiforgery.IsRequestValidAsync(context)
                ? Results.Text(await desk.BeginShowingAsync(context.User.ToActor() is null ? null : context.User), "application/json")
                : Results.BadRequest()).AllowAnonymous();
    }
}
