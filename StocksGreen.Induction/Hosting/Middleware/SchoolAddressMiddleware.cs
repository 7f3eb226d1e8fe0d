using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Hosting.Middleware;

/// <summary>
/// Where a setting names the school's address, that address is what every link, poster and passkey is made with, whatever host a request names. An address that
/// begins with https is served over nothing else.
/// </summary>
/// <remarks>Which hosts are answered at all is asked before, by the framework's own filter; <see cref="AllowedHosts"/> fills it.</remarks>
internal sealed class SchoolAddressMiddleware(RequestDelegate next, InductionOptions options)
{
    /// <summary>A year, as browsers ask of a site that means it.</summary>
    private const string StrictTransport = "max-age=31536000";

    private readonly Uri? site = options.SiteAddress is { } address ? new Uri(address) : null;

    /// <summary>The school's own host and this machine's names; every host where no setting names an address.</summary>
    internal static IList<string> AllowedHosts(InductionOptions options) =>
        options.SiteAddress is { } address ? [new Uri(address).IdnHost, "localhost", "127.0.0.1", "[::1]"] : ["*"];

    public Task InvokeAsync(HttpContext context)
    {
        if (site is null)
        {
            return next(context);
        }

        var request = context.Request;
        if (site.Scheme == Uri.UriSchemeHttps)
        {
            // A proxy that no setting names is not believed whose address it speaks for; that it speaks TLS is believed, or a browser
            // would be sent round in circles.
            if (!request.IsHttps && !string.Equals(request.Headers["X-Forwarded-Proto"], Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase))
            {
                context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                context.Response.Headers.Location = $"{site.GetLeftPart(UriPartial.Authority)}{request.PathBase}{request.Path}{request.QueryString}";
                return Task.CompletedTask;
            }

            context.Response.Headers.StrictTransportSecurity = StrictTransport;
        }

        request.Scheme = site.Scheme;
        request.Host = HostString.FromUriComponent(site);
        return next(context);
    }
}
