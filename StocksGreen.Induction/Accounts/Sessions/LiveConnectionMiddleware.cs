using Microsoft.Net.Http.Headers;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>
/// The door to live pages: only from our own pages, for browsers let any site open a connection in the name of whoever is signed in; and only so many for each
/// session. Goes behind whatever says who asks.
/// </summary>
internal sealed class LiveConnectionMiddleware(RequestDelegate next)
{
    private const string Path = "/_blazor";

    public async Task InvokeAsync(HttpContext context, LiveConnections connections, InductionOptions options)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            await next(context);
            return;
        }

        var isConnection = HttpMethods.IsConnect(request.Method) || (HttpMethods.IsGet(request.Method) && rest.Value is null or "" or "/");
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 ? !IsOurs(origin, request, options) : isConnection && request.Headers.ContainsKey(HeaderNames.Upgrade))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!isConnection || OpenSession.Of(context.User)?.Row.Hash is not { } session)
        {
            await next(context);
            return;
        }

        if (!connections.TryAdd(session, context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            connections.Remove(session, context);
        }
    }

    private static bool IsOurs(string origin, HttpRequest request, InductionOptions options) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, options.SiteAddress, StringComparison.OrdinalIgnoreCase);
}
