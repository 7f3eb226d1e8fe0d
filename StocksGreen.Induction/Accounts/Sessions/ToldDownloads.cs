using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Says of an endpoint that its files are lines of the access log.</summary>
public sealed record Told(AccessAct Act);

/// <summary>Tells the access log of files that an endpoint gives out.</summary>
public static class ToldDownloads
{
    /// <summary>Each file of this endpoint is a line of the log; a refusal or a way back is none.</summary>
    /// <param name="what">More about it: "as PDF".</param>
    /// <param name="about">Name of the value of the route or query that says whose it is; null where it is of several.</param>
    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder endpoint, AccessAct act, string what, string? about = null) =>
        endpoint
            .WithMetadata(new Told(act))
            .AddEndpointFilter(
                async (call, next) =>
                {
                    var answer = await next(call);
                    if (answer is IFileHttpResult)
                    {
                        var http = call.HttpContext;
                        var named = about is null ? null : http.GetRouteValue(about)?.ToString() ?? http.Request.Query[about].ToString();
                        await http
                            .RequestServices.GetRequiredService<AccessLog>()
                            .AddAsync(act, http.User.ToActor()?.StaffId, Guid.TryParse(named, out var id) ? new StaffId(id) : null, what);
                    }

                    return answer;
                }
            );
}
