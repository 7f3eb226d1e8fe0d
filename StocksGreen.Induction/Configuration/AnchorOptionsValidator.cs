using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

internal sealed class AnchorOptionsValidator : IValidateOptions<AnchorOptions>
{
    public ValidateOptionsResult Validate(string? name, AnchorOptions options)
    {
        var faults = new[]
        {
            (nameof(options.ChairOfGovernors), options.ChairOfGovernors),
            (nameof(options.DataProtectionOfficer), options.DataProtectionOfficer),
        }
            .Where(each => !string.IsNullOrWhiteSpace(each.Item2) && !MailOptions.IsAddress(each.Item2.Trim()))
            .Select(each => $"{AnchorOptions.Section}:{each.Item1} holds “{each.Item2}”, which is no e-mail address.")
            .ToList();
        if (options.Witness is { } file && (Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(file))))
        {
            faults.Add($"{AnchorOptions.Section}:{nameof(options.WitnessFile)} holds “{options.WitnessFile}”, which is no file in a folder that is there.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
