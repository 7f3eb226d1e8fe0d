using System.Net;

namespace StocksGreen.Induction.Configuration;

/// <summary>Which reverse proxies may speak for a browser's address. None unless a setting names them.</summary>
public sealed class ProxyOptions
{
    public const string Setting = InductionOptions.Section + ":TrustedProxies";

    /// <summary>IP addresses as written, with spaces or commas between them.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>Those of them that are addresses.</summary>
    public IReadOnlyList<IPAddress> Addresses => [.. Written.Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>()];

    internal IReadOnlyList<string> Written => (TrustedProxies ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
