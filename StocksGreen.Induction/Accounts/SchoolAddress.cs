using Microsoft.AspNetCore.Http.Extensions;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Accounts;

/// <summary>The address under which people reach the school's system; papers print it, so that they lead to the check page years later.</summary>
/// <param name="configuration">Setting <c>Induction:Address</c>, "https://induction.school.example"; else the address of the request is taken.</param>
public sealed class SchoolAddress(IHttpContextAccessor request, IConfiguration? configuration = null)
{
    private const string Setting = "Induction:Address";

    /// <param name="path">"/check".</param>
    /// <returns>The whole address; null on the command line where no setting names the school's.</returns>
    /// <exception cref="StartupRefusedException">The setting holds something that is no address.</exception>
    public string? Of(string path) => Configured() is { } root
        ? root + path
        : request.HttpContext?.Request is { Host.HasValue: true } asked ? UriHelper.BuildAbsolute(asked.Scheme, asked.Host, asked.PathBase, path) : null;

    private string? Configured() => configuration?[Setting] switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => text.TrimEnd('/'),
        var text => throw new StartupRefusedException($"The setting {Setting} holds “{text}”, which is not an address such as https://induction.school.example."),
    };
}
