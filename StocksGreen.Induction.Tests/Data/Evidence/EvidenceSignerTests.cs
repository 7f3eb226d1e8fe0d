using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
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

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Every_entry_from_the_first_on_can_be_checked_with_the_certificate_and_seven_lines_of_text()
    {
        await AppendAsync();
        var entries = await EntriesAsync();
        using var facts = JsonDocument.Parse(entries[0].Payload!);
        var named = facts.RootElement.GetProperty("key");
        using var certificate = X509CertificateLoader.LoadCertificate(named.GetProperty("certificate").GetBytesFromBase64());
        using var key = certificate.GetECDsaPublicKey()!;

        Assert.Equal(3, entries.Count);
        Assert.Equal(named.GetProperty("fingerprint").GetString(), certificate.GetCertHashString(HashAlgorithmName.SHA256), ignoreCase: true);
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

        // Also where its certificate is put next to the school's.
        await File.WriteAllBytesAsync(Path.Combine(school.Folder.Keys, $"seal-{SigningKey.IdOf(own)}.cer"), own.RawData, TestContext.Current.CancellationToken);
        await ForgeAsync(from: 2, EvidenceSigner.With(new SigningKey(own, [])));

        Assert.Equal(new ChainVerdict.Broken(2, $"It is signed with a key that is not the school’s ({SigningKey.IdOf(own)})."), await school.VerifyAsync());
    }

    /// <summary>The first entry names the forger's key then. What he has not is the key in use; papers, too, name the first one.</summary>
    [Fact]
    public async Task A_chain_that_was_written_again_from_its_first_entry_on_is_found_out_by_the_key_in_use()
    {
        using var own = TestKey.Curve();
        var (mine, theirs) = (KeyFacts.Of(own), KeyFacts.Of(Keys.Current()!.Certificate));

        await ForgeAsync(
            from: 1,
            EvidenceSigner.With(new SigningKey(own, [])),
            forge: payload =>
                payload
                    .Replace(theirs.Fingerprint, mine.Fingerprint, StringComparison.Ordinal)
                    .Replace(theirs.Certificate, mine.Certificate, StringComparison.Ordinal)
        );

        var broken = Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync());
        Assert.Equal(1, broken.Number);
        Assert.StartsWith(
            $"It names the school’s last key ({mine.Fingerprint}), and the one in use is another ({theirs.Fingerprint})",
            broken.Reason,
            StringComparison.Ordinal
        );
    }

    /// <summary>A forger can say that the key was lost, but not without its being said everywhere from then on.</summary>
    [Fact]
    public async Task A_key_that_someone_else_says_was_lost_is_found_out_by_the_key_in_use_and_named_for_good()
    {
        using var own = TestKey.Curve();
        var forger = new SigningKey(own, []);
        var last = (await EntriesAsync())[^1];
        var lost = EvidenceEntry.Append(
            last,
            EvidenceKind.KeyTakenIntoUse,
            school.Clock.Now,
            KeyFacts.FingerprintOf(own),
            KeyChangeFacts.Of(KeyFacts.Of(own), "no one", vouchedBy: null).ToJson()
        );
        EvidenceSigner.With(forger)(lost);
        await using (var db = await school.DbAsync())
        {
            db.Evidence.Add(lost);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(lost.Number, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Number);

        await SigningKeyStartup.PrepareAsync(school.Get<IServiceProvider>(), TestContext.Current.CancellationToken);

        var note = Assert.Single(Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Notes);
        Assert.Equal(lost.Number, note.Number);
        Assert.StartsWith("The school’s earlier key was lost. Since 14 September 2026 it signs with one", note.Sentence, StringComparison.Ordinal);
    }

    /// <summary>Anyone who says that an earlier key vouches for theirs must have it.</summary>
    [Fact]
    public async Task No_one_vouches_for_a_key_without_an_earlier_one()
    {
        using var own = TestKey.Curve();
        var last = (await EntriesAsync())[^1];
        var entry = EvidenceEntry.Append(
            last,
            EvidenceKind.KeyTakenIntoUse,
            school.Clock.Now,
            KeyFacts.FingerprintOf(own),
            KeyChangeFacts.Of(KeyFacts.Of(own), "no one", KeyFacts.FingerprintOf(Keys.Current()!.Certificate)).ToJson()
        );
        EvidenceSigner.With(new SigningKey(own, []))(entry);
        await using var db = await school.DbAsync();
        db.Evidence.Add(entry);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            new ChainVerdict.Broken(entry.Number, $"It is signed with a key that is not the school’s ({SigningKey.IdOf(own)})."),
            await school.VerifyAsync()
        );
        Assert.False((await NamedKeys.ReadAsync(db, TestContext.Current.CancellationToken)).Has(own));
    }

    [Fact]
    public async Task Entries_outlive_the_key_that_signed_them()
    {
        var first = Keys.Current()!.Id;
        await school.ReplaceKeyAsync();
        await AppendAsync();

        var entries = await EntriesAsync();
        Assert.Equal((EvidenceKind.KeyTakenIntoUse, first), (entries[^2].Kind, entries[^2].SignedWith));
        Assert.Equal(Keys.Current()!.Id, entries[^1].SignedWith);
        Assert.NotEqual(first, Keys.Current()!.Id);
        Assert.Empty(Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Notes);
    }

    [Fact]
    public async Task A_bought_key_signs_as_well_also_with_rsa()
    {
        using var bought = TestKey.Rsa(2048);
        school.Clock.Now = DateTimeOffset.UtcNow;
        await school.ReplaceKeyAsync(Keys.Open(bought.Export(X509ContentType.Pkcs12, "secret"), "secret").Key);
        await AppendAsync();

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await ForgeAsync(from: 4, entry => { });
        Assert.Equal(new ChainVerdict.Broken(4, NotHolding), await school.VerifyAsync());
    }

    /// <summary>Certificates are in the evidence, so what is in the folder of keys, or missing there, switches nothing off.</summary>
    [Fact]
    public async Task Signatures_are_asked_for_whatever_is_in_the_folder_of_keys()
    {
        await AppendAsync();
        foreach (var file in Directory.GetFiles(school.Folder.Keys, "*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await ForgeAsync(from: 1, entry => { }, strip: true);
        Assert.Equal(new ChainVerdict.Broken(1, "It is not signed."), await school.VerifyAsync());

        Directory.Delete(school.Folder.Keys, recursive: true);
        Assert.Equal(new ChainVerdict.Broken(1, "It is not signed."), await school.VerifyAsync());
    }

    [Fact]
    public async Task A_school_that_lost_its_keys_says_so_and_what_the_lost_one_signed_is_still_asked_for()
    {
        await AppendAsync();
        Directory.Delete(school.Folder.Keys, recursive: true);
        await SigningKeyStartup.PrepareAsync(school.Get<IServiceProvider>(), TestContext.Current.CancellationToken);
        await AppendAsync();

        var note = Assert.Single(Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Notes);
        Assert.Equal(4, note.Number);
        Assert.StartsWith("The school’s earlier key was lost.", note.Sentence, StringComparison.Ordinal);
        await ForgeAsync(from: 3, entry => { });
        Assert.Equal(new ChainVerdict.Broken(3, NotHolding), await school.VerifyAsync());
    }

    [Fact]
    public async Task A_later_start_makes_nothing_good()
    {
        await AppendAsync();
        await ForgeAsync(from: 1, entry => { }, strip: true);

        await SigningKeyStartup.PrepareAsync(school.Get<IServiceProvider>(), TestContext.Current.CancellationToken);

        Assert.Equal(3, (await EntriesAsync()).Count);
        Assert.Equal(new ChainVerdict.Broken(1, "It is not signed."), await school.VerifyAsync());
    }

    /// <summary>Someone restores an older back-up of the database alone: it does not know the key that was taken into use since.</summary>
    [Fact]
    public async Task A_key_that_an_older_back_up_does_not_know_is_named_at_the_next_start()
    {
        await using var older = await TestSchool.OpenAsync();
        await older.ReplaceKeyAsync();
        File.Copy(Path.Combine(older.Folder.Keys, "seal.key"), Path.Combine(school.Folder.Keys, "seal.key"), overwrite: true);

        Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync());
        await SigningKeyStartup.PrepareAsync(school.Get<IServiceProvider>(), TestContext.Current.CancellationToken);

        Assert.Equal(3, Assert.Single(Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync()).Notes).Number);
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

    /// <summary>A server must get as far as making another key, also on a morning on which someone's duties change.</summary>
    [Fact]
    public async Task What_is_derived_from_the_evidence_needs_no_key()
    {
        await school.SqlAsync("INSERT INTO RequirementsToDerive VALUES ('all', '')");
        File.Delete(Path.Combine(school.Folder.Keys, "seal.key"));

        await school.Get<EvidenceWriter>().BringRequirementsUpToDateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM RequirementsToDerive"));
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
    /// <param name="forge">How the facts of the first one change; left out, by a space.</param>
    private async Task ForgeAsync(long from, Action<EvidenceEntry> sign, bool strip = false, Func<string, string>? forge = null)
    {
        forge ??= payload => payload.Insert(payload.IndexOf(':', StringComparison.Ordinal) + 1, " ");
        await school.SqlAsync("DROP TRIGGER Evidence_never_change");
        EvidenceEntry? last = null;
        await using var db = await school.DbAsync();
        foreach (var entry in await EntriesAsync())
        {
            var payload = entry.Number == from ? forge(entry.Payload!) : entry.Payload!;
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
