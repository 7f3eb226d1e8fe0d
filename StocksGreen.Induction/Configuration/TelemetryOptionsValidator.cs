using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        string.IsNullOrWhiteSpace(options.Collector)
        || (Uri.TryCreate(options.Collector.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Collector)} holds “{options.Collector}”, which is no address. Write one such as "
                    + "http://127.0.0.1:4318, or leave it out."
            );
}
