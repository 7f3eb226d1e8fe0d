using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Accounts;

/// <summary>Which reverse proxies may speak for a browser's address. None unless a setting names them.</summary>
public static class TrustedProxies
{
    private const string Setting = "Induction:TrustedProxies";

    /// <exception cref="StartupRefusedException">The setting holds something that is no address.</exception>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var addresses = (configuration[Setting] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(text =>
            IPAddress.TryParse(text, out var address) ? address : throw new StartupRefusedException($"The setting {Setting} holds “{text}”, which is not an IP address.")).ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = addresses.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            addresses.ForEach(options.KnownProxies.Add);
        });
    }
}
