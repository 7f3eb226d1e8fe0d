using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

/// <remarks>Whether the witness file can be written is not asked here: a disk that is away for an hour must not keep the school from starting.</remarks>
internal sealed class AnchorOptionsValidator : IValidateOptions<AnchorOptions>
{
    public ValidateOptionsResult Validate(string? name, AnchorOptions options)
    {
        List<string> faults =
        [
            .. Faults(nameof(AnchorOptions.ChairOfGovernors), options.ChairOfGovernors),
            .. Faults(nameof(AnchorOptions.DataProtectionOfficer), options.DataProtectionOfficer),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(string setting, string? address) =>
        string.IsNullOrWhiteSpace(address) || MailOptions.IsAddress(address.Trim())
            ? []
            : [$"{AnchorOptions.Section}:{setting} holds “{address}”, which is no e-mail address."];
}
