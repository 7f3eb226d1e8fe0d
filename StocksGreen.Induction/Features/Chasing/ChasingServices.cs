using Microsoft.AspNetCore.Antiforgery;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.Matrix;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Features.Chasing.Views;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>Who has not signed, and reminding them.</summary>
public static class ChasingServices
{
    public static IServiceCollection AddChasing(this IServiceCollection services) =>
        services
            .AddScoped<ChaseListQuery>()
            .AddScoped<RecordChase>()
            .AddScoped<TakeBackContact>()
            .AddScoped<SavedViews>()
            .AddScoped<PanelQuery>()
            .AddScoped<ChoosePeople>()
            .AddScoped<MatrixQuery>()
            .AddScoped<TodayQuery>();

    /// <summary>The list as files.</summary>
    public static void MapChasing(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Urls.ChosenPeople, ChooseAsync).RequireAuthorization(AccessPolicies.Chase);
        endpoints
            .MapGet(
                $"{Urls.WhoHasNotSigned}.csv",
                (HttpContext context, ChaseListQuery query, TimeProvider clock) =>
                    FileAsync(context, query, clock, CsvDocument.Create, CsvDocument.ContentType, "csv")
            )
            .Tells(AccessAct.ListDownloaded, "who has not signed, as CSV")
            .RequireAuthorization(AccessPolicies.Chase);
        endpoints
            .MapGet(
                $"{Urls.WhoHasNotSigned}.xlsx",
                (HttpContext context, ChaseListQuery query, TimeProvider clock) =>
                    FileAsync(context, query, clock, sheet => XlsxDocument.Create(sheet), XlsxDocument.ContentType, "xlsx")
            )
            .Tells(AccessAct.ListDownloaded, "who has not signed, as Excel")
            .RequireAuthorization(AccessPolicies.Chase);
        endpoints.MapPost(Urls.Remind, RemindAsync).RequireAuthorization(AccessPolicies.Chase);
        endpoints.MapPost(Urls.TakeBackContact, TakeBackAsync).RequireAuthorization(AccessPolicies.Chase);
    }

    /// <summary>The ticks of the list where its page is not live: they lead where its buttons lead.</summary>
    private static async Task<IResult> ChooseAsync(HttpContext context, ChoosePeople choose, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var list = Urls.Local(form["list"]) is { } path && path.StartsWith(Urls.WhoHasNotSigned, StringComparison.Ordinal) ? path : Urls.WhoHasNotSigned;
        var people = (form["only"] is { Count: > 0 } only ? only : form["person"])
            .Select(text => Guid.TryParse(text, out var id) ? new StaffId(id) : (StaffId?)null)
            .OfType<StaffId>()
            .ToList();
        return people.Count == 0
            ? Results.LocalRedirect(list + (list.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "nobody=true")
            : (await choose.ExecuteAsync(context.Actor(), people, cancellationToken)).Match(
                selection =>
                    Results.LocalRedirect(
                        form["do"].ToString() switch
                        {
                            "extend" => Urls.ExtendChosen(selection, null),
                            "slips" => Urls.SlipsOfChosen(selection),
                            _ => Urls.ChasePreview(selection),
                        }
                    ),
                _ => Results.BadRequest(),
                () => Results.NotFound()
            );
    }

    /// <summary>From another page to what each of some people would get.</summary>
    private static async Task<IResult> RemindAsync(HttpContext context, ChoosePeople choose, IAntiforgery antiforgery) =>
        !await antiforgery.IsRequestValidAsync(context)
            ? Results.BadRequest()
            : (await choose.ExecuteAsync(context.Actor(), Urls.Chosen((await context.Request.ReadFormAsync())["person"]), context.RequestAborted)).Match(
                selection => Results.LocalRedirect(Urls.ChasePreview(selection)),
                _ => Results.BadRequest(),
                () => Results.NotFound()
            );

    /// <summary>From a page that shows what was recorded, and back to it.</summary>
    private static async Task<IResult> TakeBackAsync(HttpContext context, TakeBackContact takeBack, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var page = Urls.Local(form["back"]) ?? Urls.Today;
        var chases = form["chase"].Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        return chases.Count == 0
            ? Results.BadRequest()
            : (await takeBack.ExecuteAsync(context.Actor(), chases, context.RequestAborted)).Match(
                people => Results.LocalRedirect(Urls.SayingTakenBack(page, people)),
                _ => Results.LocalRedirect(Urls.SayingTakenBack(page, 0)),
                () => Results.NotFound()
            );
    }

    private static async Task<IResult> FileAsync(
        HttpContext context,
        ChaseListQuery query,
        TimeProvider clock,
        Func<Sheet, byte[]> write,
        string type,
        string extension
    )
    {
        var rows = await query.AllAsync(context.Actor(), ChaseFilter.Parse(name => context.Request.Query[name]), context.RequestAborted);
        return rows is null
            ? Results.NotFound()
            : Results.File(write(ChaseSheet.From(rows)), type, $"who-has-not-signed-{LondonTime.DateIn(clock.GetUtcNow()):yyyy-MM-dd}.{extension}");
    }
}
