using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;

namespace StocksGreen.Induction.Accounts.Sessions;

/// <summary>Where a request came from, as far as it can be known; what is doubtful is not recorded.</summary>
internal static class RequestOrigin
{
    /// <returns>
    /// The address of the browser. Null when a proxy speaks for it that no setting names: its own address would then be recorded as the person's.
    /// </returns>
    internal static string? Address(HttpContext context)
    {
        // The forwarded-headers middleware removes what it has used; what is left came from a proxy that no one vouched for.
        var isUnvouched = context.Request.Headers.ContainsKey("X-Forwarded-For") || context.Request.Headers.ContainsKey("Forwarded");
        return isUnvouched ? null
            : context.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
            : null;
    }

    /// <summary>An IPv6 user has a whole /64 of addresses.</summary>
    internal static string Network(string address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(parsed.GetAddressBytes().AsSpan(0, 8))
            : address;

    /// <returns>How <see cref="Address"/> was found; null where there is none.</returns>
    internal static string? AddressRule(HttpContext context) =>
        Address(context) is null ? null
        : context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName) ? "named by a trusted proxy"
        : "of the connection";

    /// <returns>Family and system only: "Safari on iPhone". The full text would tell more than is needed. Null when neither is known.</returns>
    internal static string? Browser(string userAgent)
    {
        bool Says(string mark) => userAgent.Contains(mark, StringComparison.Ordinal);
        var family =
            Says("Edg/") || Says("EdgA/") || Says("EdgiOS/") ? "Edge"
            : Says("Firefox/") || Says("FxiOS/") ? "Firefox"
            : Says("Chrome/") || Says("CriOS/") || Says("HeadlessChrome/") ? "Chrome"
            : Says("Safari/") ? "Safari"
            : null;
        var system =
            Says("iPhone") ? "iPhone"
            : Says("iPad") ? "iPad"
            : Says("Android") ? "Android"
            : Says("CrOS") ? "Chromebook"
            : Says("Windows") ? "Windows"
            : Says("Macintosh") ? "Mac"
            : Says("Linux") ? "Linux"
            : null;
        return (family, system) switch
        {
            (null, null) => null,
            (null, _) => $"Unknown browser on {system}",
            (_, null) => family,
            _ => $"{family} on {system}",
        };
    }
}
