using Microsoft.AspNetCore.Http.Extensions;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Accounts;

/// <summary>The address under which people reach the school's system; papers print it, so that they lead to the check page years later.</summary>
/// <param name="options">Where they name no address that of the request is taken.</param>
public sealed class SchoolAddress(IHttpContextAccessor request, InductionOptions options)
{
    /// <param name="path">"/check".</param>
    /// <returns>The whole address; null on the command line where no setting names the school's.</returns>
    public string? Of(string path) =>
        options.SiteAddress is { } root ? root + path
        : request.HttpContext?.Request is { Host.HasValue: true } asked ? UriHelper.BuildAbsolute(asked.Scheme, asked.Host, asked.PathBase, path)
        : null;
}
