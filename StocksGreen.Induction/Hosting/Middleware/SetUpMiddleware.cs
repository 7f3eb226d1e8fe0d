using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data.Readers;

namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>Leads every page to set-up until it is done, and hides set-up afterwards.</summary>
internal sealed class SetUpMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentSchool current)
    {
        var isSetUpPage = context.Request.Path.StartsWithSegments(Urls.SetUp, StringComparison.OrdinalIgnoreCase);
        var isPage = !Path.HasExtension(context.Request.Path.Value);
        if ((isSetUpPage || isPage) && await current.GetAsync(context.RequestAborted) is var school)
        {
            if (school is null && !isSetUpPage)
            {
                context.Response.Redirect(Urls.SetUp);
                return;
            }

            if (school is not null && isSetUpPage)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
        }

        await next(context);
    }
}
