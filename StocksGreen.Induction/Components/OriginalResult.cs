using StocksGreen.Induction.Domain.Policies.Files;

namespace StocksGreen.Induction.Components;

/// <summary>Gives out files that came from outside, so that no browser runs anything of them.</summary>
public static class OriginalResult
{
    // A sandbox in the header keeps Chromium from showing a PDF at all; its viewer runs nothing of the page.
    private const string ForPdf = "default-src 'none'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    private const string ForOthers = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A document: a PDF to look at, anything else to save.</summary>
    /// <param name="fileName">The name under which it is saved.</param>
    public static IResult Of(HttpContext context, OriginalFile original, byte[] content, string fileName)
    {
        var headers = context.Response.Headers;
        context.Features.Set(new OwnContentPolicy(original.IsPdf ? ForPdf : ForOthers));
        headers.CacheControl = "private, no-store";
        if (!original.IsPdf)
        {
            return Results.File(content, original.MediaType, fileName);
        }

        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(fileName);
        headers.ContentDisposition = disposition.ToString();
        return Results.File(content, original.MediaType);
    }

    /// <summary>A picture, which never changes under its address; not found for what no browser should be given to show.</summary>
    public static IResult OfPicture(HttpContext context, byte[] content)
    {
        if (FileTypes.OfPicture(content) is not { } mediaType)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        context.Features.Set(new OwnContentPolicy(ForOthers));
        headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.File(content, mediaType);
    }
}
