using Deque.AxeCore.Commons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace StocksGreen.Induction.Tests.Support.Browser;

/// <summary>Adds the accessibility checker's script to a running application, so that a browser fetches and compiles it once and not for every page.</summary>
internal sealed class AxeFile : IStartupFilter
{
    internal const string Path = "/axe.js";

    internal static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Map(Path, axe => axe.Run(SendAsync));
            next(app);
        };

    private static Task SendAsync(HttpContext http)
    {
        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return http.Response.WriteAsync(Script);
    }
}
