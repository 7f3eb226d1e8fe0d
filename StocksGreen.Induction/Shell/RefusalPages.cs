using Microsoft.AspNetCore.Diagnostics;

namespace StocksGreen.Induction.Shell;

/// <summary>Every refusal is a page with a sentence, never an empty answer.</summary>
public static class RefusalPages
{
    /// <remarks>A refused form comes here as POST; Blazor would look for that form on the page of the refusal, not find it, and answer with nothing.</remarks>
    public static IApplicationBuilder UseRefusalPages(this IApplicationBuilder app) => app
        .UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true)
        .Use(async (context, next) =>
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
        });
}
