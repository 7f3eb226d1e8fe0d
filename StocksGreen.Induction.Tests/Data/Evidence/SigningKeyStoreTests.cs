using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Evidence;

/// <summary>The school's key: made by itself, kept to itself, replaced without losing what it sealed.</summary>
public sealed class SigningKeyStoreTests : IAsyncLifetime
{
    private static readonly string[] Part = ["*.part"];
    private TestSchool school = null!;

    private SigningKeyStore Keys => school.Get<SigningKeyStore>();

    private string KeyFile => Path.Combine(school.Folder.Keys, "seal.key");

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public void Setting_up_a_school_makes_its_key()
    {
        var key = Keys.Current()!;

        Assert.True(key.IsOwn);
        Assert.Equal("CN=Stocks Green Primary School, OU=Records of policies read and signed", string.Join(", ", key.Certificate.Subject.Split(", ").Order()));
        Assert.Equal(256, key.Certificate.GetECDsaPrivateKey()!.KeySize);
        Assert.Null(key.WarningAt(school.Clock.Now));
    }

    [Fact]
    public async Task A_school_without_a_key_has_none_until_it_is_set_up()
    {
        await using var empty = await TestSchool.NotSetUpAsync();

        Assert.Null(empty.Get<SigningKeyStore>().Current());
        Assert.False(Directory.Exists(empty.Folder.Keys));
    }

    [Fact]
    public void The_private_key_lies_encrypted_in_a_file_of_the_program_alone()
    {
        var bytes = File.ReadAllBytes(KeyFile);

        Assert.Throws<CryptographicException>(() => X509CertificateLoader.LoadPkcs12(bytes, password: null));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Keys.Current()!.Certificate.GetECDsaPrivateKey()!.ExportParameters(includePrivateParameters: true).D));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }

        Assert.Empty(Part.SelectMany(pattern => Directory.GetFiles(school.Folder.Keys, pattern)));
    }

    [Fact]
    public async Task A_bought_key_takes_over()
    {
        using var bought = TestKey.Curve("Bought", school.Clock.Now.AddDays(-1), school.Clock.Now.AddYears(1));

        await school.ReplaceKeyAsync(Keys.Open(bought.Export(X509ContentType.Pkcs12, "secret"), "secret").Key);

        Assert.Equal(bought.RawData, Keys.Current()!.Certificate.RawData);
    }

    [Fact]
    public void What_cannot_seal_is_refused_and_the_key_in_use_stays()
    {
        var old = Keys.Current()!.Certificate.RawData;
        using var ended = TestKey.Curve("Ended", school.Clock.Now.AddYears(-2), school.Clock.Now.AddYears(-1));
        using var weak = TestKey.Rsa(1024);
        using var good = TestKey.Curve();

        Assert.Equal("That is no PFX file, or the password is wrong.", Keys.Open("no key"u8.ToArray(), "").Refusal);
        Assert.Equal("That is no PFX file, or the password is wrong.", Keys.Open(good.Export(X509ContentType.Pkcs12, "secret"), "wrong").Refusal);
        using var withoutKey = X509CertificateLoader.LoadCertificate(good.RawData);
        Assert.Equal("The file must hold one private key with its certificate.", Keys.Open(withoutKey.Export(X509ContentType.Pkcs12, ""), "").Refusal);
        Assert.StartsWith(
            "The certificate is valid from 2024-09-14 to 2025-09-14",
            Keys.Open(ended.Export(X509ContentType.Pkcs12, ""), "").Refusal,
            StringComparison.Ordinal
        );
        school.Clock.Now = DateTimeOffset.UtcNow;
        Assert.Equal("The key must be an elliptic curve, or RSA of at least 2,048 bits.", Keys.Open(weak.Export(X509ContentType.Pkcs12, ""), "").Refusal);
        Assert.Equal(old, Keys.Current()!.Certificate.RawData);
    }

    [Fact]
    public async Task Sixty_days_before_the_end_people_are_told_and_after_it_a_new_key_is_made()
    {
        var old = Keys.Current()!;
        Assert.Null(old.WarningAt(old.EndsAt.AddDays(-61)));
        Assert.StartsWith(
            "The key with which papers are sealed ends on 13 September 2031. Make a new one: seal new.",
            old.WarningAt(old.EndsAt.AddDays(-59)),
            StringComparison.Ordinal
        );
        Assert.StartsWith("The key with which papers are sealed ended on ", old.WarningAt(old.EndsAt.AddDays(1)), StringComparison.Ordinal);

        school.Clock.Now = old.EndsAt.AddDays(1);

        Assert.Equal("The school’s key had ended, so another was made.", await EnsureAsync());
        Assert.NotEqual(old.Certificate.RawData, Keys.Current()!.Certificate.RawData);
        Assert.Null(await EnsureAsync());
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_any_more_is_replaced_at_the_next_start()
    {
        await File.WriteAllTextAsync(KeyFile, "torn", TestContext.Current.CancellationToken);

        Assert.Null(Keys.Current());
        Assert.StartsWith("The school’s key could not be read, so another was made.", await EnsureAsync(), StringComparison.Ordinal);
        Assert.NotNull(Keys.Current());
    }

    [Fact]
    public void A_key_that_cannot_be_written_is_said_in_a_sentence()
    {
        Directory.Delete(school.Folder.Keys, recursive: true);
        File.WriteAllText(school.Folder.Keys, "in the way");

        var refusal = Assert.Throws<OperatorException>(() => Keys.TakeIntoUse(Keys.Create(TestSchool.Name)));

        Assert.StartsWith($"The school’s key cannot be written to {school.Folder.Keys}: ", refusal.Message, StringComparison.Ordinal);
        File.Delete(school.Folder.Keys);
    }

    private Task<string?> EnsureAsync() =>
        school.AskAsync((SigningKeyChange change) => change.EnsureAsync(TestSchool.Name, TestContext.Current.CancellationToken));
}
