using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;

namespace StocksGreen.Induction.Features.Branding;

/// <summary>The crest for pages, those before signing in included. Its address holds its hash, so a browser asks once for each crest.</summary>
internal static class CrestEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet($"{Urls.Crest}/{{hash:length(64)}}.png", GiveAsync).AllowAnonymous();

    private static async Task<IResult> GiveAsync(
        string hash,
        CurrentSchool school,
        IDbContextFactory<InductionDb> factory,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if ((await school.GetAsync(cancellationToken))?.CrestHash != hash || await db.ReadCrestFileAsync(cancellationToken) is not { } png)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(png, "image/png");
    }
}
