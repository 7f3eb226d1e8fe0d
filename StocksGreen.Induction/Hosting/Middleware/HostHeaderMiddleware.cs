namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>
/// A request names the host that it asks. One that can stand in no address (a port above 65535, a name of 300 letters) is refused at once: every page would
/// fail at it, and the log fill with faults.
/// </summary>
internal sealed class HostHeaderMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Uri.TryCreate($"{Uri.UriSchemeHttp}://{context.Request.Host.Value}/", UriKind.Absolute, out _))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
