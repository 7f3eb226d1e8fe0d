using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Data.Evidence;

/// <summary>Anyone who holds the database and not the key can compute every hash of a chain of his own, and is found all the same.</summary>
public sealed class EvidenceSignerTests : IAsyncLifetime
{
    private const string NotHolding = "Its signature does not hold: someone without the school’s key wrote it.";

    private TestSchool school = null!;

    private SigningKeyStore Keys => school.Get<SigningKeyStore>();

    private EvidenceSigner Signatures => school.Get<EvidenceSigner>();

    private string Mark => Path.Combine(school.Folder.Keys, "evidence.from");

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Every_entry_from_the_first_on_can_be_checked_with_the_certificate_and_seven_lines_of_text()
    {
        await AppendAsync();
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(Directory.GetFiles(school.Folder.Keys, "seal-*.cer").Single());
        using var key = certificate.GetECDsaPublicKey()!;

        var entries = await EntriesAsync();

        Assert.Equal((1L, 3), (Signatures.From, entries.Count));
        Assert.All(
            entries,
            entry =>
            {
                var lines =
                    $"stocksgreen-evidence/1\n{entry.Number}\n{entry.Kind}\n{entry.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff}Z\n{entry.Subject}\n"
                    + $"{entry.PayloadHash}\n{entry.PreviousHash}";
                Assert.Equal(certificate.GetCertHashString(HashAlgorithmName.SHA256)[..16], entry.SignedWith, ignoreCase: true);
                Assert.True(
                    key.VerifyData(
                        Encoding.UTF8.GetBytes(lines),
                        Convert.FromBase64String(entry.Signature!),
                        HashAlgorithmName.SHA256,
                        DSASignatureFormat.Rfc3279DerSequence
                    )
                );
            }
        );
    }

    [Fact]
    public async Task A_chain_that_was_computed_anew_over_other_facts_is_found_out_at_the_first_entry_that_changed()
    {
        await AppendAsync();
        await ForgeAsync(from: 3, entry => { });

        Assert.Equal(new ChainVerdict.Broken(3, NotHolding), await school.VerifyAsync());
    }

    [Fact]
    public async Task Taking_the_signatures_away_does_not_help()
    {
        await ForgeAsync(from: 1, entry => { }, strip: true);

        Assert.Equal(new ChainVerdict.Broken(1, "It is not signed."), await school.VerifyAsync());
    }

    [Fact]
    public async Task Neither_does_a_key_of_ones_own()
    {
        using var own = TestKey.Curve();
        using var pair = own.GetECDsaPrivateKey()!;

        await ForgeAsync(
            from: 2,
            entry =>
                entry.Sign(
                    SigningKey.IdOf(own),
                    pair.SignData(Encoding.UTF8.GetBytes(EvidenceHash.CanonicalText(entry)), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                )
        );

        Assert.Equal(new ChainVerdict.Broken(2, $"It is signed with a key that is not the school’s ({SigningKey.IdOf(own)})."), await school.VerifyAsync());
    }

    [Fact]
    public async Task Entries_outlive_the_key_that_signed_them()
    {
        Keys.Make(TestSchool.Name);
        await AppendAsync();

        Assert.Equal(2, (await EntriesAsync()).Select(entry => entry.SignedWith).Distinct(StringComparer.Ordinal).Count());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_bought_key_signs_as_well_also_with_rsa()
    {
        using var bought = TestKey.Rsa(2048);
        school.Clock.Now = DateTimeOffset.UtcNow;
        Assert.Null(Keys.Import(bought.Export(X509ContentType.Pkcs12, "secret"), "secret"));
        await AppendAsync();

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await ForgeAsync(from: 3, entry => { });
        Assert.Equal(new ChainVerdict.Broken(3, NotHolding), await school.VerifyAsync());
    }

    [Fact]
    public async Task Without_the_keys_nothing_is_said_of_signatures_and_the_chain_is_checked_all_the_same()
    {
        Directory.Delete(school.Folder.Keys, recursive: true);

        Assert.Null(Signatures.Check());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_school_that_lost_its_keys_signs_with_a_new_one_from_the_next_entry_on()
    {
        Directory.Delete(school.Folder.Keys, recursive: true);
        await SigningKeyStartup.PrepareAsync(school.Get<IServiceProvider>(), TestContext.Current.CancellationToken);
        await AppendAsync();

        Assert.Equal(3, Signatures.From);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await ForgeAsync(from: 3, entry => { });
        Assert.Equal(new ChainVerdict.Broken(3, NotHolding), await school.VerifyAsync());
    }

    [Fact]
    public async Task A_later_start_asks_no_less_than_the_one_before()
    {
        await AppendAsync();
        await ForgeAsync(from: 1, entry => { }, strip: true);

        await SigningKeyStartup.PrepareAsync(school.Get<IServiceProvider>(), TestContext.Current.CancellationToken);

        Assert.Equal(1, Signatures.From);
        Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Nothing_is_added_while_the_key_cannot_be_read()
    {
        await File.WriteAllBytesAsync(Path.Combine(school.Folder.Keys, "seal.key"), [1, 2, 3], TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<OperatorException>(AppendAsync);

        Assert.StartsWith(
            $"The school’s key in {school.Folder.Keys} cannot be read, so nothing can be added to the evidence.",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, (await EntriesAsync()).Count);
    }

    /// <summary>
    /// Else a server whose folder of keys was taken away would go on without signatures, and the chain would be broken for good when it came back.
    /// </summary>
    [Fact]
    public async Task Nothing_is_added_unsigned_once_the_folder_of_keys_has_gone()
    {
        Directory.Move(school.Folder.Keys, school.Folder.Keys + "-away");

        await Assert.ThrowsAsync<OperatorException>(AppendAsync);
        Directory.Move(school.Folder.Keys + "-away", school.Folder.Keys);
        await AppendAsync();

        Assert.Equal(new ChainVerdict.Intact(3, (await EntriesAsync())[^1].Hash), await school.VerifyAsync());
    }

    [Fact]
    public async Task A_mark_that_cannot_be_read_does_not_pass_for_a_school_that_never_signed()
    {
        File.Delete(Mark);
        Directory.CreateDirectory(Mark);

        Assert.StartsWith($"{Mark} cannot be read: ", (await Assert.ThrowsAsync<OperatorException>(school.VerifyAsync)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OperatorException>(AppendAsync);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(long.MaxValue, false)]
    public async Task A_chain_that_ends_before_the_entry_from_which_on_signatures_are_asked_for_was_cut_off(long mark, bool holds)
    {
        await File.WriteAllTextAsync(Mark, mark.ToString(System.Globalization.CultureInfo.InvariantCulture), TestContext.Current.CancellationToken);

        var verdict = await school.VerifyAsync();

        Assert.Equal(
            holds
                ? new ChainVerdict.Intact(2, (await EntriesAsync())[^1].Hash)
                : new ChainVerdict.Broken(3, $"It is missing: when the school’s key was first asked to sign, the next entry was {mark}."),
            verdict
        );
    }

    /// <summary>A server must get as far as making another key, also on a morning on which someone's duties change.</summary>
    [Fact]
    public async Task What_is_derived_from_the_evidence_needs_no_key()
    {
        await school.SqlAsync("INSERT INTO RequirementsToDerive VALUES ('all', '')");
        File.Delete(Path.Combine(school.Folder.Keys, "seal.key"));

        await school.Get<EvidenceWriter>().BringRequirementsUpToDateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM RequirementsToDerive"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("four")]
    [InlineData("-4")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    public async Task A_mark_that_cannot_be_understood_asks_all_entries(string mark)
    {
        await File.WriteAllTextAsync(Mark, mark, TestContext.Current.CancellationToken);

        Assert.Equal(1, Signatures.From);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_purge_empties_the_facts_and_leaves_the_signature_which_nobody_may_change()
    {
        await school.SqlAsync("UPDATE Evidence SET Payload = NULL WHERE Number = 1");

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            school.SqlAsync("UPDATE Evidence SET Payload = NULL, Signature = NULL WHERE Number = 2")
        );
        Assert.All(await EntriesAsync(), entry => Assert.NotNull(entry.Signature));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_named()
    {
        var junk = Path.Combine(school.Folder.Keys, "seal-0123456789abcdef.cer");
        await File.WriteAllTextAsync(junk, "no certificate", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<OperatorException>(school.VerifyAsync);

        Assert.StartsWith($"{junk} is no certificate that can be read.", refusal.Message, StringComparison.Ordinal);
    }

    private Task<EvidenceEntry> AppendAsync() =>
        school
            .Get<EvidenceWriter>()
            .WriteAsync(
                (_, log) => Task.FromResult(log.Append(EvidenceKind.SchoolSetUp, school.Clock.GetUtcNow(), "a subject", """{"form":"school/1"}""")),
                TestContext.Current.CancellationToken
            );

    private async Task<List<EvidenceEntry>> EntriesAsync()
    {
        await using var db = await school.DbAsync();
        return await db.Evidence.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes other facts into an entry, and every hash from there on so that the chain holds together.</summary>
    /// <param name="sign">What the forger signs with.</param>
    /// <param name="strip">True where he takes all signatures away.</param>
    private async Task ForgeAsync(long from, Action<EvidenceEntry> sign, bool strip = false)
    {
        await school.SqlAsync("DROP TRIGGER Evidence_never_change");
        EvidenceEntry? last = null;
        await using var db = await school.DbAsync();
        foreach (var entry in await EntriesAsync())
        {
            var payload = entry.Number == from ? entry.Payload!.Insert(entry.Payload!.IndexOf(':', StringComparison.Ordinal) + 1, " ") : entry.Payload!;
            last = EvidenceEntry.Append(last, entry.Kind, entry.At, entry.Subject, payload);
            if (entry.Number >= from)
            {
                sign(last);
            }

            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE Evidence SET Payload = {payload}, PayloadHash = {last.PayloadHash}, PreviousHash = {last.PreviousHash}, Hash = {last.Hash},
                SignedWith = iif({strip}, NULL, coalesce({last.SignedWith}, SignedWith)), Signature = iif({strip}, NULL, coalesce({last.Signature}, Signature))
                WHERE Number = {entry.Number}
                """,
                TestContext.Current.CancellationToken
            );
        }

        Assert.IsType<ChainVerdict.Intact>(EvidenceChain.Verify(await EntriesAsync()));
    }
}
