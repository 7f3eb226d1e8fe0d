namespace StocksGreen.Induction.Shell;

/// <summary>An address that leads nowhere is answered 404 for everybody, signed in or not, and a method that an address does not know 405; otherwise the fallback policy would send people to sign in for nothing.</summary>
public static class NoEndpoint
{
    public static IApplicationBuilder UseNotFoundForNoEndpoint(this IApplicationBuilder app) => app.Use((context, next) =>
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
    });
}
