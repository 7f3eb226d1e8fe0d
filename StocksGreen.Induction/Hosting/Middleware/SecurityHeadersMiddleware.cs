using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>Headers that every answer carries: nothing from outside, no framing, no guessing of types, nothing left in a shared computer's cache.</summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // A file that came from outside is given a narrower one. What the framework wrote there is replaced.
            headers.ContentSecurityPolicy = context.Features.Get<OwnContentPolicy>()?.Value ?? Policy;
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
