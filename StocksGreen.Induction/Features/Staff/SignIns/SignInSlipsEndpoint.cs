using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.SignIns;

/// <summary>Sends sign-in slips as a file. Making them is a change, so only a form may ask.</summary>
public static class SignInSlipsEndpoint
{
    public static void MapStaff(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Urls.SignInSlipsFile, SendAsync).Tells(AccessAct.ListDownloaded, "sign-in slips").RequireAuthorization(AccessPolicies.ManageStaff);

    private static async Task<IResult> SendAsync(HttpContext context, PrintSignInSlips print, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var people = Urls.Chosen((await context.Request.ReadFormAsync(context.RequestAborted))["person"]);
        context.Response.Headers.CacheControl = "no-store";
        return (await print.ExecuteAsync(context.Actor(), people, CancellationToken.None)).Match(
            slips =>
                Results.File(
                    SignInSlipsDocument.Create(slips),
                    "application/pdf",
                    string.Create(CultureInfo.InvariantCulture, $"sign-in-slips-{LondonTime.DateIn(slips.MadeAt):yyyy-MM-dd}.pdf")
                ),
            _ => Results.BadRequest(),
            () => Results.NotFound()
        );
    }
}
