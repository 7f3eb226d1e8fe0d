using Microsoft.Extensions.Options;

namespace StocksGreen.Induction.Configuration;

internal sealed class InductionOptionsValidator : IValidateOptions<InductionOptions>
{
    public ValidateOptionsResult Validate(string? name, InductionOptions options) =>
        options.SiteAddress is null || IsSite(options.SiteAddress)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{InductionOptions.AddressSetting} holds “{options.Address}”, which is not the address of a site. Write it as https://induction.school.example"
            );

    private static bool IsSite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site)
        && site.Scheme is "https" or "http"
        && site.Query.Length == 0
        && site.Fragment.Length == 0
        && site.UserInfo.Length == 0;
}
