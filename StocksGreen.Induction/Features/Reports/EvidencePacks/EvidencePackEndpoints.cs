using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data.Startup;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>A pack as a download. It goes out while it is made, so it begins at once and nothing waits on the server.</summary>
public static class EvidencePackEndpoints
{
    public static IServiceCollection AddEvidencePacks(this IServiceCollection services) =>
        services
            .AddScoped<EvidencePackChoicesQuery>()
            .AddScoped<EvidencePackPlanQuery>()
            .AddScoped<EvidencePackWriter>()
            .AddPerStore<EvidencePacksInProgress>();

    public static IEndpointRouteBuilder MapEvidencePacks(this IEndpointRouteBuilder endpoints)
    {
        var packs = endpoints.MapGroup("").RequireAuthorization(AccessPolicies.EvidencePack);
        packs.MapPost(Urls.EvidencePack, GiveAsync).Tells(AccessAct.EvidencePackDownloaded, "as ZIP");
        // A method that is not known is refused before anyone is asked who they are, and would tell everyone that there are packs.
        packs.MapGet(Urls.EvidencePack, () => Results.LocalRedirect(Urls.EvidencePacks));
        return endpoints;
    }

    private static async Task<IResult> GiveAsync(
        EvidencePackPlanQuery plan,
        EvidencePackWriter pack,
        EvidencePacksInProgress underWay,
        MadeReports made,
        TimeProvider clock,
        IAntiforgery antiforgery,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        // Hundreds of people may be ticked: more than an address can carry.
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (EvidencePackForm.Parse(name => form[name], LondonTime.DateIn(clock.GetUtcNow())) is not var (selection, _))
        {
            return Results.BadRequest();
        }

        var actor = context.Actor();
        if (selection is null)
        {
            return Results.LocalRedirect(Urls.EvidencePacks + EvidencePackForm.Query(name => form[name]));
        }

        if (await plan.ExecuteAsync(actor, selection, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        // Under which the page looks how far it is; without one it is just not told.
        var ticket = Guid.TryParse(form[EvidencePackForm.Ticket], out var given) ? given : Guid.Empty;
        return Results.Stream(
            async stream =>
            {
                var isComplete = false;
                try
                {
                    await pack.ExecuteAsync(actor, found, stream, progress => underWay.Tell(actor.StaffId, ticket, progress), cancellationToken);
                    isComplete = true;
                    await made.AddAsync(
                        actor,
                        selection.IsOfTheWholeSchool ? "Bundle for an inspection" : "Evidence pack of a selection",
                        selection.AsAt,
                        isNamed: true,
                        Urls.EvidencePacks + EvidencePackForm.Query(name => form[name]),
                        CancellationToken.None
                    );
                }
                finally
                {
                    underWay.End(actor.StaffId, ticket, isComplete);
                }
            },
            "application/zip",
            found.FileName
        );
    }
}
