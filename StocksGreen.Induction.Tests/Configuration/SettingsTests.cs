using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Configuration;

/// <summary>Settings are doubted at the start, all of them at once.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void All_faults_of_all_settings_are_told_together() =>
        Assert.Equal(
            [
                "Urls holds “rubbish”, which is no address to listen on. Write it as http://localhost:5080",
                "Urls holds “http://localhost:99999”, which is no address to listen on. Write it as http://localhost:5080",
                "Urls holds “ftp://localhost:5080”, which is no address to listen on. Write it as http://localhost:5080",
                "Logging:LogLevel:Default holds “Rubbish”, which is no level. Write Trace, Debug, Information, Warning, Error, Critical or None.",
                "Logging:Console:LogLevel:Microsoft.AspNetCore holds “7”, which is no level. Write Trace, Debug, Information, Warning, Error, Critical "
                    + "or None.",
                "Induction:Address holds “induction.school.example”, which is not the address of a site. Write it as https://induction.school.example",
                "Induction:TimeStampAddress holds “ftp://stamps.example”, which is not the address of a time-stamp service. Write it as "
                    + "https://timestamp.example/rfc3161",
                "Induction:TrustedProxies holds “proxy1”, which is not an IP address.",
                "Induction:TrustedProxies holds “10.0.0.300”, which is not an IP address.",
                "Induction:Anchor:ChairOfGovernors holds “the chair”, which is no e-mail address.",
                "Induction:Anchor:DataProtectionOfficer holds “dpo”, which is no e-mail address.",
                "Induction:Mail:Port holds “0”, which is no port. It is usually 587 or 465.",
                "Induction:Mail:From is missing: mails need an address to come from, such as office@school.example.",
            ],
            TestSettings.Faults(
                TestSettings.Of(
                    ("Urls", "rubbish;http://localhost:5080;http://localhost:99999;ftp://localhost:5080"),
                    ("Logging:LogLevel:Default", "Rubbish"),
                    ("Logging:LogLevel:Microsoft", "warning"),
                    ("Logging:LogLevel:System", ""),
                    ("Logging:Console:LogLevel:Microsoft.AspNetCore", "7"),
                    ("Induction:Address", "induction.school.example"),
                    ("Induction:TimeStampAddress", "ftp://stamps.example"),
                    ("Induction:TrustedProxies", "proxy1, 10.0.0.1 10.0.0.300"),
                    ("Induction:Anchor:ChairOfGovernors", "the chair"),
                    ("Induction:Anchor:DataProtectionOfficer", "dpo"),
                    ("Induction:Mail:Host", "mail.school.example"),
                    ("Induction:Mail:Port", "0")
                )
            )
        );

    [Fact]
    public void Without_any_setting_nothing_is_wrong() => Assert.Empty(TestSettings.Faults(TestSettings.Of()));

    [Fact]
    public void Right_settings_are_read_as_what_they_mean()
    {
        var configuration = TestSettings.Of(
            ("Urls", "http://localhost:5080; https://*:5443;http://[::1]:0/;http://+;http://unix:/run/induction.sock"),
            ("Logging:LogLevel:Default", "None"),
            ("Induction:Address", "https://induction.school.example/"),
            ("Induction:TimeStampAddress", "https://stamps.example/rfc3161"),
            ("Induction:TrustedProxies", "10.0.0.1,2001:db8::7"),
            ("Induction:Anchor:ChairOfGovernors", " chair@school.example "),
            ("Induction:Anchor:WitnessFile", "/mnt/witness/anchors.txt")
        );
        using var services = new ServiceCollection().AddSingleton(configuration).AddSettings().BuildServiceProvider();

        Assert.Empty(Settings.Faults(services));
        Assert.Equal("https://induction.school.example", services.GetRequiredService<InductionOptions>().SiteAddress);
        Assert.Equal(new Uri("https://stamps.example/rfc3161"), services.GetRequiredService<TimestampOptions>().Service);
        var anchors = services.GetRequiredService<AnchorOptions>();
        Assert.Equal([("Chair of governors", "chair@school.example")], anchors.Recipients);
        Assert.Equal(Path.GetFullPath("/mnt/witness/anchors.txt"), anchors.Witness);
        Assert.Equal(["10.0.0.1", "2001:db8::7"], services.GetRequiredService<ProxyOptions>().Addresses.Select(address => address.ToString()));
    }

    [Theory]
    [InlineData("induction.school.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://induction.school.example")]
    [InlineData("https://induction.school.example/?a=b")]
    public void An_address_that_is_none_is_named(string setting) =>
        Assert.StartsWith(
            $"Induction:Address holds “{setting}”",
            Assert.Single(TestSettings.Faults(TestSettings.Of(("Induction:Address", setting)))),
            StringComparison.Ordinal
        );
}
