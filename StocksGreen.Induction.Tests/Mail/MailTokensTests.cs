using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Mail;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Mail;

/// <summary>Mail that signs in by XOAUTH2, at a server that takes nothing else.</summary>
public sealed class MailTokensTests
{
    private static readonly (string, string?)[] Microsoft =
    [
        ("SignIn", "microsoft365"),
        ("TenantId", "a-tenant"),
        ("ClientId", "an-application"),
        ("ClientSecret", "hush-hush"),
    ];

    private readonly TestClock clock = new(TestSchool.Monday);

    [Fact]
    public async Task Mail_leaves_by_a_token_of_the_application_that_is_asked_for_once_and_renewed_in_time()
    {
        await using var server = new OAuthMailServer();
        await using var mailer = Mailer(server, Microsoft);

        Assert.IsType<MailAnswer.Accepted>(await SendAsync(mailer));
        await mailer.RestAsync();
        Assert.IsType<MailAnswer.Accepted>(await SendAsync(mailer));
        await mailer.RestAsync();
        var asked = Assert.Single(server.Asked);
        Assert.Equal(
            ("client_credentials", "an-application", "hush-hush", "https://outlook.office365.com/.default"),
            (asked["grant_type"], asked["client_id"], asked["client_secret"], asked["scope"])
        );
        Assert.Equal(["office@school.example", "office@school.example"], server.SignedIn);

        clock.Now += TimeSpan.FromMinutes(59);
        Assert.IsType<MailAnswer.Accepted>(await SendAsync(mailer));
        Assert.Equal((2, 3), (server.Asked.Count, server.Taken.Count));
    }

    [Fact]
    public async Task A_server_that_refuses_the_token_is_unreachable_and_gets_a_new_one_the_next_time()
    {
        await using var server = new OAuthMailServer { RefusesSignIn = true };
        await using var mailer = Mailer(server, Microsoft);

        var refused = Assert.IsType<MailAnswer.Unreachable>(await SendAsync(mailer));
        Assert.StartsWith("localhost does not let office@school.example in", refused.Words, StringComparison.Ordinal);
        server.RefusesSignIn = false;
        Assert.IsType<MailAnswer.Accepted>(await SendAsync(mailer));
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_provider_that_gives_no_token_is_told_without_a_secret()
    {
        await using var server = new OAuthMailServer { RefusesTokens = "invalid_client" };
        await using var mailer = Mailer(server, Microsoft);

        var refused = Assert.IsType<MailAnswer.Unreachable>(await SendAsync(mailer));

        Assert.Equal("Microsoft gives no token: it does not know the application, or the secret is wrong or has run out (invalid_client).", refused.Words);
        Assert.DoesNotContain("hush-hush", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_and_nothing_is_lost()
    {
        var server = new OAuthMailServer();
        await using var mailer = Mailer(server, Microsoft);
        await server.DisposeAsync();
        await using var other = new OAuthMailServer();

        Assert.IsType<MailAnswer.Unreachable>(await SendAsync(mailer));
    }

    [Fact]
    public async Task A_password_that_a_tenant_no_longer_takes_is_told_with_what_to_do()
    {
        await using var server = new OAuthMailServer();
        await using var mailer = Mailer(server, [("Password", "a password")]);

        var refused = Assert.IsType<MailAnswer.Unreachable>(await SendAsync(mailer));

        Assert.Contains("no longer takes passwords", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Googles_service_account_signs_for_the_mailbox_with_its_own_key()
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        try
        {
            await using var server = new OAuthMailServer();
            await File.WriteAllTextAsync(
                file,
                JsonSerializer.Serialize(
                    new
                    {
                        client_email = "mail@project.example",
                        private_key = key.ExportPkcs8PrivateKeyPem(),
                        token_uri = server.TokenAddress,
                    }
                ),
                TestContext.Current.CancellationToken
            );
            await using var mailer = Mailer(server, [("SignIn", "google"), ("ServiceAccountFile", file), ("TokenAddress", null)]);

            Assert.IsType<MailAnswer.Accepted>(await SendAsync(mailer));

            var asked = Assert.Single(server.Asked);
            Assert.Equal("urn:ietf:params:oauth:grant-type:jwt-bearer", asked["grant_type"]);
            var jwt = asked["assertion"].Split('.');
            Assert.True(
                key.VerifyData(
                    Encoding.ASCII.GetBytes($"{jwt[0]}.{jwt[1]}"),
                    Base64Url.DecodeFromChars(jwt[2]),
                    HashAlgorithmName.SHA256,
                    RSASignaturePadding.Pkcs1
                )
            );
            var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt[1])).RootElement;
            Assert.Equal(
                (
                    "mail@project.example",
                    "office@school.example",
                    "https://mail.google.com/",
                    server.TokenAddress,
                    TestSchool.Monday.ToUnixTimeSeconds() + 3600
                ),
                (
                    claims.GetProperty("iss").GetString(),
                    claims.GetProperty("sub").GetString(),
                    claims.GetProperty("scope").GetString(),
                    claims.GetProperty("aud").GetString(),
                    claims.GetProperty("exp").GetInt64()
                )
            );

            await File.WriteAllTextAsync(file, """{"private_key":"hush-hush"}""", TestContext.Current.CancellationToken);
            clock.Now += TimeSpan.FromHours(2);
            await mailer.RestAsync();
            var refused = Assert.IsType<MailAnswer.Unreachable>(await SendAsync(mailer));
            Assert.Equal($"The file of the Google service account, {file}, cannot be read as one.", refused.Words);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("SignIn", "oauth", "Induction:Mail:SignIn holds “oauth”. It may be password, microsoft365 or google.")]
    [InlineData("TenantId", "", "Induction:Mail:TenantId is missing: microsoft365 asks for it.")]
    [InlineData("ClientSecret", "", "Induction:Mail:ClientSecret is missing: microsoft365 asks for it.")]
    [InlineData("User", "", "Induction:Mail:User is missing: it is the mailbox that mails leave from.")]
    [InlineData("Password", "x", "Induction:Mail:Password is not used where Induction:Mail:SignIn is microsoft365. Take it out.")]
    [InlineData(
        "TokenAddress",
        "http://token.example/",
        "Induction:Mail:TokenAddress holds “http://token.example/”. Write an address that begins with https://"
    )]
    public void Each_fault_of_the_settings_is_a_sentence(string name, string value, string sentence)
    {
        var settings = Settings(25, Microsoft).Where(setting => setting.Name != name).Append((name, value));

        Assert.Contains(sentence, TestSettings.Mail([.. settings]).Faults);
    }

    private SmtpMailer Mailer(OAuthMailServer server, (string Name, string? Value)[] settings)
    {
        var given = settings.Any(setting => setting.Name == "TokenAddress" || setting.Name == "Password")
            ? settings
            : [.. settings, ("TokenAddress", server.TokenAddress)];
        var (options, faults) = TestSettings.Mail([.. Settings(server.Port, given)]);
        Assert.Empty(faults);
        return new SmtpMailer(options, null, TimeSpan.FromMinutes(1), clock);
    }

    private static IEnumerable<(string Name, string? Value)> Settings(int port, (string Name, string? Value)[] settings) =>
        [
            ("Address", MailSchool.Site),
            ("Host", "localhost"),
            ("Port", port.ToString(CultureInfo.InvariantCulture)),
            ("Security", "none"),
            ("From", "office@school.example"),
            ("User", "office@school.example"),
            .. settings,
        ];

    private static Task<MailAnswer> SendAsync(SmtpMailer mailer) =>
        mailer.HandOverAsync(
            new Letter(Guid.NewGuid(), MailSchool.HalfPastSeven, "School", "Anna", "anna@school.example", "Subject", "a", "<p>b</p>"),
            () => { },
            TestContext.Current.CancellationToken
        );
}
