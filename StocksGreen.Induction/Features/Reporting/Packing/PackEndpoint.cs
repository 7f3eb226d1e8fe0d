using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Features.Reporting.Packing;

/// <summary>A pack as a download. It goes out while it is made, so it begins at once and nothing waits on the server.</summary>
public static class PackEndpoint
{
    public static IServiceCollection AddPacking(this IServiceCollection services) =>
        services.AddScoped<PackChoicesQuery>().AddScoped<PlanPack>().AddScoped<StreamPack>().AddSingleton<PacksUnderWay>();

    public static IEndpointRouteBuilder MapPacking(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Urls.EvidencePack, GiveAsync).RequireAuthorization(AccessPolicies.Register);
        return endpoints;
    }

    /// <param name="ticket">Under which the page looks how far it is; may be missing.</param>
    private static async Task<IResult> GiveAsync(
        string? asAt, string? from, string? policy, string? person, string? ticket, PlanPack plan, StreamPack pack, PacksUnderWay underWay, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(clock.GetUtcNow());
        if (ReportAsAt.Read(asAt, today) is not { Day: { } day } || !TryReadFrom(from, today, out var start) || !TryRead(policy, out var one) || !TryRead(person, out var somebody) || !TryRead(ticket, out var name))
        {
            return Results.BadRequest();
        }

        var actor = context.Actor();
        var selection = new PackSelection(day, start, one is { } chosen ? [new PolicyId(chosen)] : [], somebody is { } whose ? new StaffId(whose) : null);
        if (await plan.ExecuteAsync(actor, selection, cancellationToken) is not { } found)
        {
            return Results.NotFound();
        }

        return Results.Stream(
            async stream =>
            {
                try
                {
                    await pack.ExecuteAsync(actor, found, stream, progress => underWay.Tell(actor.StaffId, name ?? Guid.Empty, progress), cancellationToken);
                }
                finally
                {
                    underWay.End(actor.StaffId, name ?? Guid.Empty);
                }
            },
            "application/zip",
            found.FileName);
    }

    /// <summary>A form sends an empty text where nothing was chosen.</summary>
    private static bool TryRead(string? written, out Guid? id)
    {
        id = Guid.TryParse(written, out var parsed) ? parsed : null;
        return id is not null || string.IsNullOrEmpty(written);
    }

    private static bool TryReadFrom(string? from, DateOnly today, out DateOnly? start)
    {
        var (day, refusal) = string.IsNullOrWhiteSpace(from) ? (null, null) : ReportAsAt.Read(from, today);
        start = day;
        return refusal is null;
    }
}
