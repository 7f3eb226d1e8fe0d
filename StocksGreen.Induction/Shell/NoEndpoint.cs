namespace StocksGreen.Induction.Shell;

/// <summary>An address that leads nowhere is answered 404 for everybody, signed in or not; otherwise the fallback policy would send people to sign in for nothing.</summary>
public static class NoEndpoint
{
    public static IApplicationBuilder UseNotFoundForNoEndpoint(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
