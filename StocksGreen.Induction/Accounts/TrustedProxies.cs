using Microsoft.AspNetCore.HttpOverrides;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Accounts;

/// <summary>Takes a browser's address from the reverse proxies that the settings name, and from no others.</summary>
public static class TrustedProxies
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<ProxyOptions>(
                (options, proxies) =>
                {
                    options.ForwardedHeaders =
                        proxies.Addresses.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                    options.KnownProxies.Clear();
                    options.KnownIPNetworks.Clear();
                    foreach (var address in proxies.Addresses)
                    {
                        options.KnownProxies.Add(address);
                    }
                }
            );
        return services;
    }

    /// <remarks>What the framework leaves of a proxy's word is asked for later; from a browser it would be a forgery.</remarks>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app) =>
        app.Use(
                (context, next) =>
                {
                    context.Request.Headers.Remove(ForwardedHeadersDefaults.XOriginalForHeaderName);
                    context.Request.Headers.Remove(ForwardedHeadersDefaults.XOriginalHostHeaderName);
                    context.Request.Headers.Remove(ForwardedHeadersDefaults.XOriginalProtoHeaderName);
                    return next(context);
                }
            )
            .UseForwardedHeaders();
}
