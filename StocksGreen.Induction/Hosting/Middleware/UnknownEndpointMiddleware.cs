namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>
/// An address that leads nowhere is answered 404 for everyone, signed in or not, and a method that an address does not know 405; otherwise the fallback policy
/// would send people to sign in for nothing.
/// </summary>
internal sealed class UnknownEndpointMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            case { RequestDelegate: { } refuse }:
                // The router's own answer to a method that no page or endpoint of the address takes.
                return refuse(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
