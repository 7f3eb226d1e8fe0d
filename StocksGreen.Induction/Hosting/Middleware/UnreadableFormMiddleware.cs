namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>
/// A form that cannot be read (cut off, without end, with a thousand fields) is refused with the page for it. Without this the page would read it, fail, and so
/// would the page that tells of faults. Goes behind all that sets how large a form may be, and before all that reads one.
/// </summary>
internal sealed class UnreadableFormMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && context.Request.HasFormContentType)
        {
            try
            {
                // Kept with the request: whoever asks for the form later is given this one.
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException)
            {
                context.Response.StatusCode = fault is BadHttpRequestException { StatusCode: var status } ? status : StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(context);
    }
}
