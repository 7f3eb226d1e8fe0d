using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

internal sealed class TimestampOptionsValidator : IValidateOptions<TimestampOptions>
{
    public ValidateOptionsResult Validate(string? name, TimestampOptions options) =>
        string.IsNullOrWhiteSpace(options.Address) || options.Service is { Scheme: "https" or "http" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{TimestampOptions.Setting} holds “{options.Address}”, which is not the address of a time-stamp service. Write it as "
                    + "https://timestamp.example/rfc3161"
            );
}
