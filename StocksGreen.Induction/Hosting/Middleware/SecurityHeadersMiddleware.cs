using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>Headers that every answer carries: nothing from outside, no framing, no guessing of types, nothing left in a shared computer's cache.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // A file that came from outside is given a narrower one, a page that shows one a wider one. What the framework wrote there is replaced.
            headers.ContentSecurityPolicy = (context.Features.Get<OwnContentPolicy>() ?? OwnContentPolicy.OfPages).Value;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.OrdinalIgnoreCase))
            {
                // Style sheets name fonts without a fingerprint; asked for again on every page they would come late, and the text would flicker.
                headers.CacheControl = "public, max-age=2592000";
            }
            else if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
