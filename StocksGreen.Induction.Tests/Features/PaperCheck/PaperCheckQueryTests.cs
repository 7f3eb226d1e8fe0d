using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Evidence.Corrections;
using StocksGreen.Induction.Features.PaperCheck;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Reports.Signing;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.PaperCheck;

/// <summary>What someone without an account learns from a paper, and what from a guess.</summary>
public sealed class PaperCheckQueryTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private AttestationId id;
    private PaperCode code;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart", jobTitle: "Teaching assistant");
        id = await school.SignAsync(amelia, await school.PublishAsync());
        var (certificate, _) = await CertificateAsync();
        code = PaperCode.From(certificate.EvidenceNumber, certificate.EvidenceHash);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_code_shows_what_the_certificate_shows_and_no_more()
    {
        var (certificate, _) = await CertificateAsync();

        var signature = Assert.IsType<CheckedRecord.Known>(await CodeAsync(code.ToString())).Signature;

        Assert.Equal(
            new CheckedSignature(
                TestSchool.Name,
                "Amelia Hart",
                "Teaching assistant",
                "Visitors Policy",
                1,
                new DateOnly(2026, 9, 14),
                certificate.SignedAt,
                IsOnPaper: false,
                certificate.TextHash,
                certificate.EvidenceNumber,
                certificate.EvidenceHash,
                signature.Corrections,
                Later: null,
                Copy: null,
                IsDemonstration: false
            )
            {
                KeyWarnings = signature.KeyWarnings,
            },
            signature
        );
        Assert.Empty(signature.KeyWarnings);
        Assert.Empty(signature.Corrections);
        Assert.Equal("Genuine: this signature is in the school’s records", PaperCheckText.For(new CheckedRecord.Known(signature)).Title);
    }

    [Fact]
    public async Task A_guess_learns_nothing()
    {
        var other = new PaperCode(code.Number, code.HashStart[..11] + (code.HashStart[11] == '0' ? '1' : '0'));
        await using var db = await school.DbAsync();
        var notASignature = PaperCode.From(db.Evidence.First(entry => entry.Kind == EvidenceKind.PolicyPublished));

        foreach (
            var guess in new[]
            {
                other.ToString(),
                notASignature.ToString(),
                "999999-" + code.HashStart,
                code.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "",
                "'; DROP TABLE Evidence; --",
            }
        )
        {
            Assert.Equal(new CheckedRecord.Unknown(), await CodeAsync(guess));
        }
    }

    [Fact]
    public async Task A_later_version_supersedes_and_the_signature_stays_genuine()
    {
        await school.PublishAsync(SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText("Sign in at reception, always."))] });

        var answer = PaperCheckText.For(await CodeAsync(code.ToString()));

        Assert.Equal((PaperCheckResult.Superseded, "Genuine, and superseded"), (answer.Word, answer.Title));
        Assert.Contains("Version 2 of the policy was published on 14 September 2026.", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_signature_says_so_without_saying_why()
    {
        await WithdrawAsync();

        var answer = PaperCheckText.For(await CodeAsync(code.ToString()));

        Assert.Equal(PaperCheckResult.Withdrawn, answer.Word);
        Assert.DoesNotContain("secret", answer.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_record_that_was_tampered_with_is_not_passed_on()
    {
        await school.SqlAsync(
            $"DROP TRIGGER Evidence_never_change; UPDATE Evidence SET Payload = replace(Payload, 'Amelia Hart', 'Amelia Hurt') WHERE Number = {code.Number}"
        );

        var answer = PaperCheckText.For(await CodeAsync(code.ToString()));

        Assert.Equal((PaperCheckResult.Altered, null), (answer.Word, answer.Signature));
    }

    /// <summary>Hashes can be computed by anyone who can write the file; a signature cannot.</summary>
    [Theory]
    [InlineData("SignedWith = SignedWith")]
    [InlineData("SignedWith = NULL, Signature = NULL")]
    public async Task A_record_that_someone_without_the_schools_key_wrote_is_not_passed_on(string signature)
    {
        await using var db = await school.DbAsync();
        var entries = db
            .Evidence.AsNoTracking()
            .Where(entry => entry.Number >= code.Number - 1 && entry.Number <= code.Number)
            .OrderBy(entry => entry.Number)
            .ToList();
        var forged = EvidenceEntry.Append(
            entries[0],
            entries[1].Kind,
            entries[1].At,
            entries[1].Subject,
            entries[1].Payload!.Replace("Amelia Hart", "Amelia Hurt", StringComparison.Ordinal)
        );
        await school.SqlAsync(
            "DROP TRIGGER Evidence_never_change; UPDATE Evidence SET Payload = replace(Payload, 'Amelia Hart', 'Amelia Hurt'), PayloadHash = "
                + $"'{forged.PayloadHash}', Hash = '{forged.Hash}', {signature} WHERE Number = {code.Number}"
        );

        var answer = PaperCheckText.For(await CodeAsync(PaperCode.From(forged).ToString()));

        Assert.Equal((PaperCheckResult.Altered, null), (answer.Word, answer.Signature));
    }

    [Fact]
    public async Task A_file_as_the_school_gave_it_out_is_genuine_and_known_to_the_evidence()
    {
        var file = await SealedAsync();

        var answer = PaperCheckText.For(await FileAsync(file));
        Assert.Equal((PaperCheckResult.Genuine, "Every byte of this file is as the school gave it out."), (answer.Word, answer.Sentence));
        Assert.Equal("Amelia Hart", answer.Signature!.PersonName);

        await GiveAsync(file);
        Assert.EndsWith(
            " It is the very file that the signer was given on 14 September 2026, 10:00 BST.",
            PaperCheckText.For(await FileAsync(file)).Sentence,
            StringComparison.Ordinal
        );
    }

    /// <summary>One byte of the visible name would do, but it is compressed; any byte does.</summary>
    [Fact]
    public async Task One_changed_byte_is_said_and_the_record_shown_next_to_it()
    {
        var file = await SealedAsync();
        file[file.Length / 3] ^= 1;

        var answer = PaperCheckText.For(await FileAsync(file));

        Assert.Equal(
            (PaperCheckResult.Altered, "Altered: this file is not as it was sealed", "Amelia Hart"),
            (answer.Word, answer.Title, answer.Signature?.PersonName)
        );
    }

    [Fact]
    public async Task What_someone_added_after_the_seal_is_said()
    {
        var answer = PaperCheckText.For(await FileAsync([.. await SealedAsync(), .. "1 0 obj\n<<>>\nendobj\n"u8]));

        Assert.Equal((PaperCheckResult.Altered, "Altered: something was added after the school sealed this file"), (answer.Word, answer.Title));
    }

    [Fact]
    public async Task The_right_text_under_another_seal_is_not_the_schools()
    {
        using var forged = TestKey.Curve(TestSchool.Name);

        var answer = PaperCheckText.For(
            await FileAsync(await PdfSigner.SignAsync(await UnsealedAsync(), TestKey.Sealing(forged), TestContext.Current.CancellationToken))
        );

        Assert.Equal((PaperCheckResult.Unknown, "Unknown: someone else’s seal"), (answer.Word, answer.Title));
    }

    [Fact]
    public async Task A_file_without_a_seal_cannot_be_called_genuine()
    {
        var answer = PaperCheckText.For(await FileAsync(await UnsealedAsync()));

        Assert.Equal(
            (PaperCheckResult.Unknown, "Unknown: this file carries no seal", "Amelia Hart"),
            (answer.Word, answer.Title, answer.Signature?.PersonName)
        );
    }

    [Fact]
    public async Task A_paper_sealed_with_an_earlier_key_is_still_the_schools()
    {
        var file = await SealedAsync();

        await school.ReplaceKeyAsync();

        Assert.Equal(PaperCheckResult.Genuine, PaperCheckText.For(await FileAsync(file)).Word);
    }

    /// <summary>Who can write into the folder of keys can put a certificate there, and seal with it.</summary>
    [Fact]
    public async Task A_certificate_in_the_folder_of_keys_that_no_entry_names_is_nobodys()
    {
        using var forged = TestKey.Curve(TestSchool.Name);
        await File.WriteAllBytesAsync(
            Path.Combine(school.Folder.Keys, $"seal-{SigningKey.IdOf(forged)}.cer"),
            forged.RawData,
            TestContext.Current.CancellationToken
        );

        var answer = PaperCheckText.For(
            await FileAsync(await PdfSigner.SignAsync(await UnsealedAsync(), TestKey.Sealing(forged), TestContext.Current.CancellationToken))
        );

        Assert.Equal((PaperCheckResult.Unknown, "Unknown: someone else’s seal"), (answer.Word, answer.Title));
    }

    [Fact]
    public async Task That_the_school_lost_its_key_is_said_with_every_record()
    {
        File.Delete(Path.Combine(school.Folder.Keys, "seal.key"));
        await school.ReplaceKeyAsync();

        var signature = Assert.IsType<CheckedRecord.Known>(await CodeAsync(code.ToString())).Signature;

        Assert.StartsWith("The school’s earlier key was lost. Since 14 September 2026", Assert.Single(signature.KeyWarnings), StringComparison.Ordinal);
    }

    /// <summary>A row says which file was given; anyone who can write the file can let it say anything.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_row_makes_a_file_genuine_whose_seal_does_not_hold(bool wasGiven)
    {
        var file = await SealedAsync();
        await GiveAsync(file);
        file[file.Length / 3] ^= 1;
        await school.SqlAsync(
            "DROP TRIGGER CopiesGiven_never_change; "
                + (wasGiven ? "" : "DROP TRIGGER Evidence_never_change; UPDATE Evidence SET Payload = NULL WHERE Kind = 'CopyGiven'; ")
                + $"UPDATE CopiesGiven SET FileHash = '{Sha256Hex.Compute(file)}'"
        );

        var answer = PaperCheckText.For(await FileAsync(file));

        Assert.Equal((PaperCheckResult.Altered, "Altered: this file is not as it was sealed"), (answer.Word, answer.Title));
        Assert.DoesNotContain("very file", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_adds_no_word_that_its_entry_did_not_seal()
    {
        await GiveAsync([1, 2, 3]);
        var file = await SealedAsync();
        await school.SqlAsync($"DROP TRIGGER CopiesGiven_never_change; UPDATE CopiesGiven SET FileHash = '{Sha256Hex.Compute(file)}'");

        var answer = PaperCheckText.For(await FileAsync(file));

        Assert.Equal((PaperCheckResult.Genuine, "Every byte of this file is as the school gave it out."), (answer.Word, answer.Sentence));
    }

    /// <summary>Each takes a withdrawal back with a tool on the file and without a key; a cut end is found by an anchor alone.</summary>
    [Theory]
    [InlineData("DELETE FROM Corrections", PaperCheckResult.Withdrawn)]
    [InlineData("UPDATE Corrections SET Does = 'Amends'", PaperCheckResult.Withdrawn)]
    [InlineData("UPDATE Corrections SET AttestationId = '11111111-1111-1111-1111-111111111111'", PaperCheckResult.Withdrawn)]
    [InlineData("UPDATE Evidence SET Kind = CAST(Kind AS BLOB) WHERE Kind = 'SignatureCorrected'; DELETE FROM Corrections", PaperCheckResult.Withdrawn)]
    [InlineData("UPDATE Evidence SET Payload = NULL WHERE Kind = 'SignatureCorrected'; DELETE FROM Corrections", PaperCheckResult.Altered)]
    [InlineData("UPDATE Evidence SET Kind = 'NoticeQueued' WHERE Kind = 'SignatureCorrected'; DELETE FROM Corrections", PaperCheckResult.Altered)]
    [InlineData("UPDATE Evidence SET Payload = replace(Payload, 'Withdraws', 'Amends'); DELETE FROM Corrections", PaperCheckResult.Altered)]
    [InlineData("DELETE FROM Corrections; DELETE FROM Evidence WHERE Kind = 'SignatureCorrected'", PaperCheckResult.Altered)]
    public async Task A_withdrawal_cannot_be_taken_back_in_the_file(string sql, PaperCheckResult word)
    {
        await WithdrawAsync();
        await school.PublishAsync(SmallPolicy.Text with { Title = "Another Policy" });
        await school.SqlAsync(
            "PRAGMA foreign_keys=OFF; DROP TRIGGER Corrections_never_go; DROP TRIGGER Corrections_never_change; DROP TRIGGER Evidence_never_go; "
                + $"DROP TRIGGER Evidence_never_change; {sql}"
        );

        Assert.Equal(word, PaperCheckText.For(await CodeAsync(code.ToString())).Word);
    }

    [Fact]
    public async Task No_row_withdraws_a_signature_either()
    {
        await school.SqlAsync(
            "PRAGMA foreign_keys=OFF; INSERT INTO Corrections (Id, At, AttestationId, Does, What, Reason, CorrectedBy, CorrectedByName, EvidenceNumber) "
                + $"SELECT '11111111-1111-1111-1111-111111111111', SignedAt, Id, 'Withdraws', 'x', 'x', StaffId, 'x', {code.Number} FROM Attestations"
        );

        Assert.Equal(PaperCheckResult.Genuine, PaperCheckText.For(await CodeAsync(code.ToString())).Word);
    }

    [Fact]
    public async Task Facts_that_someone_emptied_do_not_pass_for_facts_that_were_deleted_in_time()
    {
        await school.SqlAsync($"UPDATE Evidence SET Payload = NULL WHERE Number = {code.Number}");

        Assert.Equal(PaperCheckResult.Altered, PaperCheckText.For(await CodeAsync(code.ToString())).Word);
    }

    [Fact]
    public async Task That_a_later_version_was_published_is_asked_of_the_evidence()
    {
        await school.PublishAsync(SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText("Sign in at reception, always."))] });
        await school.SqlAsync("PRAGMA foreign_keys=OFF; DROP TRIGGER PolicyVersions_never_go; DELETE FROM PolicyVersions WHERE Number = 2");

        Assert.Equal(PaperCheckResult.Superseded, PaperCheckText.For(await CodeAsync(code.ToString())).Word);
    }

    [Fact]
    public async Task A_report_has_no_code_and_is_known_by_its_seal()
    {
        var register = await school.AskAsync(
            (RegisterQuery query) => query.ExecuteAsync(school.Headteacher, new DateOnly(2026, 9, 14), TestContext.Current.CancellationToken)
        );
        var file = await school.AskAsync(
            (SignPdf seal) => seal.ExecuteAsync(RegisterDocument.Create(register!), TestSchool.Name, TestContext.Current.CancellationToken)
        );

        var answer = PaperCheckText.For(await FileAsync(file));

        Assert.Equal((PaperCheckResult.Genuine, null), (answer.Word, answer.Signature));
        Assert.Contains("It is: Register of policy signing, 14 September 2026.", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_the_evidence_does_not_know_is_not_genuine_although_the_seal_holds()
    {
        await using var restored = await TestSchool.OpenAsync();
        var file = await SealedAsync();
        var answer = PaperCheckText.For(await restored.AskAsync((PaperCheckQuery check) => check.OfFileAsync(file, TestContext.Current.CancellationToken)));

        Assert.Equal((PaperCheckResult.Unknown, "Unknown: sealed by this school, but not in its records"), (answer.Word, answer.Title));
    }

    /// <summary>A stamp is next to the signature and is not signed, so anyone can put one of a service of their own there, with any time.</summary>
    [Fact]
    public async Task A_time_is_named_of_a_service_that_stamped_here_and_of_no_other()
    {
        await using var service = new TimeStampStub();
        await using var stranger = new TimeStampStub();
        await using var elsewhere = await TestSchool.OpenAsync();
        using var asked = Authority(service);
        using var forger = Authority(stranger);
        var file = await new SignPdf(school.Get<SigningKeyStore>(), school.Get<StampServices>(), asked, school.Clock).ExecuteAsync(
            await UnsealedAsync(),
            TestSchool.Name,
            TestContext.Current.CancellationToken
        );

        var forged = WithSeal(
            file,
            seal =>
            {
                var signature = new SignedCms(new ContentInfo([]), detached: true);
                signature.Decode(seal);
                var signer = signature.SignerInfos[0];
                signer.RemoveUnsignedAttribute(signer.UnsignedAttributes[0].Values[0]);
                signer.AddUnsignedAttribute(
                    new AsnEncodedData(
                        PdfSigner.TimeStampToken,
                        forger.StampAsync(signer, elsewhere.Get<StampServices>().KeepAsync, TestContext.Current.CancellationToken).GetAwaiter().GetResult()!
                    )
                );
                return signature.Encode();
            }
        );

        Assert.Contains("A time-stamp service outside the school says", PaperCheckText.For(await FileAsync(file)).Sentence, StringComparison.Ordinal);
        Assert.Equal(TimeStampStub.StampedAt, Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(forged)).StampedAt);
        Assert.DoesNotContain("time-stamp", PaperCheckText.For(await FileAsync(forged)).Sentence, StringComparison.Ordinal);

        static TimeStampAuthority Authority(TimeStampStub stub) => new(stub.Address, TimeSpan.FromSeconds(20), NullLogger<TimeStampAuthority>.Instance);
    }

    /// <summary>The same signature in other words: its length in more bytes than it needs.</summary>
    [Fact]
    public async Task A_seal_that_was_written_again_in_other_bytes_is_a_change()
    {
        var file = WithSeal(await SealedAsync(), seal => [seal[0], 0x84, 0, 0, seal[2], seal[3], .. seal[4..]]);

        Assert.Equal(PaperCheckResult.Altered, PaperCheckText.For(await FileAsync(file)).Word);
    }

    public static TheoryData<byte[]> NoPapers =>
        new([], [0], "GIF89a"u8.ToArray(), "PK\u0003\u0004 a whole archive"u8.ToArray(), "%PDF"u8.ToArray(), new byte[1024 * 1024]);

    [Theory]
    [MemberData(nameof(NoPapers))]
    public async Task What_is_no_PDF_is_told_apart(byte[] file) => Assert.Equal("Unknown: this is no PDF", PaperCheckText.For(await FileAsync(file)).Title);

    /// <summary>The file with something else in the place that the seal leaves out of itself.</summary>
    private static byte[] WithSeal(byte[] file, Func<byte[], byte[]> change)
    {
        var start = file.AsSpan().LastIndexOf("/Contents<"u8) + "/Contents<".Length;
        var length = file.AsSpan(start).IndexOf((byte)'>');
        var digits = Encoding.ASCII.GetString(file, start, length);
        // SEQUENCE, and its length in two bytes.
        var seal = Convert.FromHexString(digits)[..(Convert.ToInt32(digits[4..8], 16) + 4)];
        var changed = (byte[])file.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(change(seal)).PadRight(length, '0')).CopyTo(changed, start);
        return changed;
    }

    private Task<CheckedRecord> CodeAsync(string written) =>
        school.AskAsync((PaperCheckQuery check) => check.OfCodeAsync(written, TestContext.Current.CancellationToken));

    private Task<CheckedFile> FileAsync(byte[] file) =>
        school.AskAsync((PaperCheckQuery check) => check.OfFileAsync(file, TestContext.Current.CancellationToken));

    private async Task<(Certificate Certificate, PolicyContent Text)> CertificateAsync() =>
        (await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, id, TestContext.Current.CancellationToken)))!.Value;

    private async Task<byte[]> UnsealedAsync()
    {
        var (certificate, text) = await CertificateAsync();
        return SignedCopyDocument.Create(certificate, text, certificate.SignedAt);
    }

    private async Task<byte[]> SealedAsync()
    {
        var paper = await UnsealedAsync();
        return await school.AskAsync((SignPdf seal) => seal.ExecuteAsync(paper, TestSchool.Name, TestContext.Current.CancellationToken));
    }

    private async Task WithdrawAsync() =>
        (
            await school.AskAsync(
                (CorrectSignature correct) =>
                    correct.ExecuteAsync(
                        school.Headteacher,
                        id,
                        CorrectionKind.Withdraws,
                        "Signed by someone else.",
                        "A secret reason.",
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();

    private Task<bool> GiveAsync(byte[] file) =>
        school.AskAsync(
            async (RecordCopy record) =>
            {
                await record.ExecuteAsync(amelia, id, file, TestContext.Current.CancellationToken);
                return true;
            }
        );
}
