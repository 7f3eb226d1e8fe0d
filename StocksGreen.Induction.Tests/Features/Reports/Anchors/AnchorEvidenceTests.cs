using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.Evidence;
using StocksGreen.Induction.Features.Reports.Anchors;
using StocksGreen.Induction.Mail;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports.Anchors;

/// <summary>What is given out once a day, and what it finds out of a chain that anyone who did it could sign.</summary>
public sealed class AnchorEvidenceTests : IAsyncLifetime
{
    private readonly DirectoryInfo disk = Directory.CreateTempSubdirectory("stocksgreen-witness-");
    private readonly Postbox post = new();
    private TestSchool school = null!;

    private string Witness => Path.Combine(disk.FullName, "anchors.txt");

    public async ValueTask InitializeAsync() => school = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await school.DisposeAsync();
        disk.Delete(recursive: true);
    }

    /// <summary>By the words of c2sp.org/tlog-checkpoint and c2sp.org/signed-note, with nothing of ours.</summary>
    [Fact]
    public async Task An_anchor_is_a_checkpoint_that_others_can_check()
    {
        await AnchorAsync();

        var lines = (await File.ReadAllTextAsync(Witness, TestContext.Current.CancellationToken)).Split('\n');
        await using var db = await school.DbAsync();
        var head = await db.Evidence.OrderBy(entry => entry.Number).LastAsync(TestContext.Current.CancellationToken);
        var certificate = school.Get<SigningKeyStore>().Current()!.Certificate;
        Assert.Equal($"stocksgreen.induction/evidence-hash-chain/{certificate.GetCertHashString(HashAlgorithmName.SHA256)[..16].ToLowerInvariant()}", lines[0]);
        Assert.Equal(("2", head.Hash), (lines[1], Convert.ToHexStringLower(Convert.FromBase64String(lines[2]))));
        Assert.Equal("The root is the SHA-256 of the last entry of a hash chain, not of a Merkle tree.", lines[3]);
        Assert.Equal(("Written at 2026-09-14T09:00:00.000Z", ""), (lines[4], lines[5]));
        Assert.StartsWith($"— {lines[0]} ", lines[6], StringComparison.Ordinal);
        var signature = Convert.FromBase64String(lines[6][(lines[6].LastIndexOf(' ') + 1)..]);
        using var key = certificate.PublicKey.GetECDsaPublicKey()!;
        Assert.Equal(SHA256.HashData(key.ExportSubjectPublicKeyInfo())[..4], signature[..4]);
        Assert.True(
            key.VerifyData(
                Encoding.UTF8.GetBytes(string.Join('\n', lines[..5]) + "\n"),
                signature[4..],
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            )
        );
    }

    [Fact]
    public async Task It_goes_once_a_day_to_the_headteacher_the_chair_the_officer_and_the_witness()
    {
        Assert.NotNull(await AnchorAsync());
        Assert.Null(await AnchorAsync());
        school.Clock.Now += TimeSpan.FromDays(1);
        Assert.NotNull(await AnchorAsync());

        Assert.Equal(
            ["head@school.example", "chair@school.example", "dpo@school.example", "head@school.example", "chair@school.example", "dpo@school.example"],
            post.Letters.Select(letter => letter.ToAddress)
        );
        var written = SignedCheckpoint.FindIn(await File.ReadAllTextAsync(Witness, TestContext.Current.CancellationToken));
        Assert.Equal([TestSchool.Monday, TestSchool.Monday.AddDays(1)], written.Select(anchor => anchor.Checkpoint.At));
        Assert.All(post.Letters, letter => Assert.Single(SignedCheckpoint.FindIn(letter.Text)));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task What_could_not_be_sent_or_written_is_tried_again()
    {
        post.IsThere = false;
        await AnchorAsync();
        Assert.Empty(post.Letters);
        post.IsThere = true;
        await AnchorAsync();
        Assert.Equal(3, post.Letters.Count);

        school.Clock.Now += TimeSpan.FromDays(1);
        File.Delete(Witness);
        Directory.CreateDirectory(Witness);
        await AnchorAsync();
        Directory.Delete(Witness);
        await AnchorAsync();
        Assert.True(File.Exists(Witness));
    }

    [Fact]
    public async Task A_school_without_mail_or_witness_gives_none_out()
    {
        await using var plain = await TestSchool.OpenAsync();

        Assert.Null(await plain.AskAsync((AnchorEvidence anchor) => anchor.ExecuteAsync(mailer: null, TestContext.Current.CancellationToken)));
    }

    /// <summary>The chain that is left holds by itself: the last entries went together with their rows.</summary>
    [Fact]
    public async Task A_chain_that_was_cut_is_found_out()
    {
        await AppendAsync();
        await AnchorAsync();
        await CutAsync("DELETE FROM Evidence WHERE Number = 3");

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        Assert.Equal("The chain was cut: on 14 September 2026, 10:00 BST it had 3 entries, and entry 3 is not there any more.", await FaultAsync());
    }

    /// <summary>Anyone who has the school's key can write any chain that holds by itself.</summary>
    [Fact]
    public async Task A_chain_that_was_written_again_with_the_schools_own_key_is_found_out()
    {
        await AppendAsync();
        await AnchorAsync();
        await AppendAsync();
        Assert.Null(await FaultAsync());

        await CutAsync("DELETE FROM Evidence WHERE Number > 2");
        school.Clock.Now += TimeSpan.FromMinutes(5);
        await AppendAsync();
        await AppendAsync();

        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        Assert.StartsWith("The chain was written again: on 14 September 2026, 10:00 BST entry 3 had the hash ", await FaultAsync(), StringComparison.Ordinal);
    }

    /// <summary>As anyone who holds the whole folder can: the file next to the keys knows the end of the chain, so it goes too.</summary>
    private async Task CutAsync(string sql)
    {
        var trigger = (string)(await school.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'Evidence_never_go'"))!;
        await school.SqlAsync($"DROP TRIGGER Evidence_never_go; {sql}; {trigger}");
        File.Delete(Path.Combine(school.Folder.Keys, "evidence.head"));
    }

    [Fact]
    public async Task A_chain_that_begins_with_another_key_is_found_out()
    {
        await AnchorAsync();
        await using var other = await TestSchool.NotSetUpAsync();
        await other.SetUpAsync();

        var (_, _, fault) = await other.AskAsync(
            (CompareAnchors compare) => compare.ExecuteAsync(File.ReadAllBytes(Witness), TestContext.Current.CancellationToken)
        );

        Assert.StartsWith("The anchor of 14 September 2026, 10:00 BST is of a chain that began with another key", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anchor_that_someone_changed_or_made_up_is_none()
    {
        await AnchorAsync();
        var text = await File.ReadAllTextAsync(Witness, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Witness, text.Replace("\n2\n", "\n9\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.EndsWith("it was changed, or the chain was written again since.", await FaultAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_was_saved_will_do_also_with_its_long_lines_broken()
    {
        await AppendAsync();
        await AnchorAsync();
        var letter = post.Letters[0];
        using var message = new MimeMessage
        {
            Body = new TextPart("plain") { Text = letter.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        message.From.Add(new MailboxAddress("School", "office@school.example"));
        using var saved = new MemoryStream();
        await message.WriteToAsync(saved, TestContext.Current.CancellationToken);
        var broken = string.Join('\n', letter.Text.Split('\n').SelectMany(line => line.Contains('—', StringComparison.Ordinal) ? Chunks(line) : [line]));

        foreach (var file in new[] { saved.ToArray(), Encoding.UTF8.GetBytes(broken), Encoding.UTF8.GetBytes(letter.Text.ReplaceLineEndings("\r\n")) })
        {
            var (count, last, fault) = await CompareAsync(file);
            Assert.Equal((1, 3L, null), (count, last?.Checkpoint.Size, fault));
        }

        static IEnumerable<string> Chunks(string line) => line.Chunk(76).Select(chunk => new string(chunk));
    }

    [Fact]
    public async Task An_anchor_outlives_the_key_that_signed_it()
    {
        await AnchorAsync();
        await school.ReplaceKeyAsync();

        Assert.Null(await FaultAsync());
    }

    [Fact]
    public async Task Someone_outside_can_stamp_it_with_the_time()
    {
        await using var stamps = new TimeStampStub();
        await using var stamped = await OpenAsync(stamps.Address);

        var anchor = await AnchorAsync(stamped);

        Assert.Equal(TimeStampStub.StampedAt, CheckpointStamp.Read(anchor!)?.At);
        Assert.Equal(TimeStampStub.StampedAt, CheckpointStamp.Read(Assert.Single(SignedCheckpoint.FindIn(anchor!.ToString())))?.At);
        Assert.Null(CheckpointStamp.Read(anchor with { Checkpoint = anchor.Checkpoint with { Size = 1 } }));
    }

    private Task<TestSchool> OpenAsync(Uri? stamps = null) =>
        TestSchool.OpenAsync(services =>
        {
            services.AddSingleton(
                new AnchorOptions
                {
                    ChairOfGovernors = "chair@school.example",
                    DataProtectionOfficer = "dpo@school.example",
                    WitnessFile = Witness,
                }
            );
            services.AddSingleton(new TimestampOptions { Address = stamps?.ToString() });
        });

    private Task<SignedCheckpoint?> AnchorAsync(TestSchool? of = null) =>
        (of ?? school).AskAsync((AnchorEvidence anchor) => anchor.ExecuteAsync(post, TestContext.Current.CancellationToken));

    private Task<(int Anchors, SignedCheckpoint? Last, string? Fault)> CompareAsync(byte[] file) =>
        school.AskAsync((CompareAnchors compare) => compare.ExecuteAsync(file, TestContext.Current.CancellationToken));

    private async Task<string?> FaultAsync() => (await CompareAsync(await File.ReadAllBytesAsync(Witness, TestContext.Current.CancellationToken))).Fault;

    private Task<EvidenceEntry> AppendAsync() =>
        school
            .Get<EvidenceWriter>()
            .WriteAsync(
                (_, log) => Task.FromResult(log.Append(EvidenceKind.SchoolSetUp, school.Clock.GetUtcNow(), "a subject", """{"form":"school/1"}""")),
                TestContext.Current.CancellationToken
            );

    private sealed class Postbox : IMailer
    {
        public List<Letter> Letters { get; } = [];

        public bool IsThere { get; set; } = true;

        public Task<MailAnswer> HandOverAsync(Letter letter, Action handingOver, CancellationToken cancellationToken)
        {
            if (!IsThere)
            {
                return Task.FromResult<MailAnswer>(new MailAnswer.Unreachable("no server"));
            }

            handingOver();
            Letters.Add(letter);
            return Task.FromResult<MailAnswer>(new MailAnswer.Accepted("taken"));
        }

        public Task RestAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
