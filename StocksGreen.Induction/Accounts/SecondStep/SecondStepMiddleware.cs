using Microsoft.AspNetCore.Authorization;
using StocksGreen.Induction.Accounts.Sessions;
using StocksGreen.Induction.Components;

namespace StocksGreen.Induction.Accounts.SecondStep;

/// <summary>
/// A session that owes its second step opens nothing but the pages on which it is taken or set up: no page, file, form or circuit. Goes behind authentication.
/// </summary>
internal sealed class SecondStepMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SecondStepService steps)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.User.ToActor() is not { } actor
            || await steps.OwedAsync(actor, context.RequestAborted) is not { } owed
            || IsOpen(context.Request.Path, owed)
        )
        {
            await next(context);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect(Urls.SecondStepReturningTo(context.Request.Path + context.Request.QueryString));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>
    /// Where something is set up, the session shows it. Where nothing is, it is set up; whoever has a password already could come this far anyway.
    /// </summary>
    private static bool IsOpen(PathString path, SecondStepState owed) =>
        IsUnder(path, Urls.SignOut)
        || IsUnder(path, Urls.SecondStep) && (!owed.IsSetUp || path.Equals(Urls.SecondStep, StringComparison.OrdinalIgnoreCase))
        || (!owed.IsSetUp && (IsUnder(path, Urls.Passkeys) || IsUnder(path, Urls.Password)));

    private static bool IsUnder(PathString path, string start) => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase);
}
