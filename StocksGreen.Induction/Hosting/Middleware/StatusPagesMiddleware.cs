using Microsoft.AspNetCore.Diagnostics;

namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>
/// Every refusal is a page with a sentence, never an empty answer. Goes behind the middleware that runs a refused request again for its page.
/// </summary>
/// <remarks>A refused form comes here as POST; Blazor would look for that form on the page of the refusal, not find it, and answer with nothing.</remarks>
internal sealed class StatusPagesMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            // Blazor leaves it behind where a page turned out to hold nothing; an unknown address has it not, and the two must look alike.
            context.Response.Headers.Remove("blazor-enhanced-nav");
        }

        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest })
        {
            // Blazor names the type of a content that it then does not send, which would pass for a page.
            context.Response.ContentType = null;
        }
    }
}
