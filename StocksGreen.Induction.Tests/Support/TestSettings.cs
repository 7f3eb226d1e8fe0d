using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>Settings of a test, read as the program reads its own.</summary>
internal static class TestSettings
{
    /// <param name="settings">By their names under <c>Induction:Mail</c>; "Address" is that of the site.</param>
    /// <returns>The options, of use only where there is no fault.</returns>
    public static (MailOptions Options, IReadOnlyList<string> Faults) Mail(params (string Name, string? Value)[] settings)
    {
        var configuration = Of([
            .. settings.Select(setting =>
                (setting.Name == "Address" ? InductionOptions.AddressSetting : $"{MailOptions.Section}:{setting.Name}", setting.Value)
            ),
        ]);
        return (Settings.Mail(configuration), Faults(configuration));
    }

    public static IConfiguration Of(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();

    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        using var services = new ServiceCollection().AddSingleton(configuration).AddSettings().BuildServiceProvider();
        return Settings.Faults(services);
    }
}
