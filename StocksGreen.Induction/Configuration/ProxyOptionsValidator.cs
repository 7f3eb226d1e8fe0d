using System.Net;
using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var faults = options
            .Written.Where(text => !IPAddress.TryParse(text, out _))
            .Select(text => $"{ProxyOptions.Setting} holds “{text}”, which is not an IP address.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
