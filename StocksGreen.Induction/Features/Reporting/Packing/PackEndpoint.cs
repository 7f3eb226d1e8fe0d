using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>A pack as a download. It goes out while it is made, so it begins at once and nothing waits on the server.</summary>
public static class PackEndpoint
{
    public static IServiceCollection AddPacking(this IServiceCollection services) =>
        services.AddScoped<PackChoicesQuery>().AddScoped<PlanPack>().AddScoped<StreamPack>().AddSingleton<PacksUnderWay>();

    public static IEndpointRouteBuilder MapPacking(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Urls.EvidencePack, GiveAsync).RequireAuthorization(AccessPolicies.EvidencePack);
        return endpoints;
    }

    private static async Task<IResult> GiveAsync(
        PlanPack plan, StreamPack pack, PacksUnderWay underWay, TimeProvider clock, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        // Hundreds of people may be ticked: more than an address can carry.
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (PackForm.Read(name => form[name], LondonTime.DateIn(clock.GetUtcNow())) is not var (selection, _))
        {
            return Results.BadRequest();
        }

        var actor = context.Actor();
        if (selection is null)
        {
            return Results.LocalRedirect(Urls.EvidencePacks + PackForm.Query(name => form[name]));
        }

        if (await plan.ExecuteAsync(actor, selection, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        // Under which the page looks how far it is; without one it is just not told.
        var ticket = Guid.TryParse(form[PackForm.Ticket], out var given) ? given : Guid.Empty;
        return Results.Stream(
            async stream =>
            {
                var isComplete = false;
                try
                {
                    await pack.ExecuteAsync(actor, found, stream, progress => underWay.Tell(actor.StaffId, ticket, progress), cancellationToken);
                    isComplete = true;
                }
                finally
                {
                    underWay.End(actor.StaffId, ticket, isComplete);
                }
            },
            "application/zip",
            found.FileName);
    }
}
