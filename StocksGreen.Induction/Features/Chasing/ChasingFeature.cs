using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Documents.Spreadsheets;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Features.Chasing.Today;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>Who has not signed, and reminding them.</summary>
public static class ChasingFeature
{
    public static IServiceCollection AddChasing(this IServiceCollection services) =>
        services.AddScoped<ChaseListQuery>().AddScoped<RecordChase>().AddScoped<ChoosePeople>().AddScoped<TodayQuery>();

    /// <summary>The list as files.</summary>
    public static void MapChasing(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{Urls.WhoHasNotSigned}.csv", (HttpContext context, ChaseListQuery query, TimeProvider clock) => FileAsync(context, query, clock, CsvDocument.Create, CsvDocument.ContentType, "csv"))
            .RequireAuthorization(AccessPolicies.Chase);
        endpoints.MapGet($"{Urls.WhoHasNotSigned}.xlsx", (HttpContext context, ChaseListQuery query, TimeProvider clock) => FileAsync(context, query, clock, XlsxDocument.Create, XlsxDocument.ContentType, "xlsx"))
            .RequireAuthorization(AccessPolicies.Chase);
    }

    private static async Task<IResult> FileAsync(HttpContext context, ChaseListQuery query, TimeProvider clock, Func<Sheet, byte[]> write, string type, string extension)
    {
        var rows = await query.AllAsync(context.Actor(), ChaseFilter.Read(name => context.Request.Query[name]), context.RequestAborted);
        return rows is null
            ? Results.NotFound()
            : Results.File(write(ChaseSheet.Of(rows)), type, $"who-has-not-signed-{LondonTime.DateIn(clock.GetUtcNow()):yyyy-MM-dd}.{extension}");
    }
}
