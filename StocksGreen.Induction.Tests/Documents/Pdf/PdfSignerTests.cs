using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Pdf;

/// <summary>The seal of a file, read by a program that is not ours and by our own.</summary>
public sealed class PdfSignerTests
{
    private static readonly byte[] Certificate = CertificateDocument.Create(DocumentSamples.Certificate(), DocumentSamples.ProducedAt);

    public static TheoryData<string, byte[]> Documents =>
        new()
        {
            { "certificate", Certificate },
            { "signed copy", SignedCopyDocument.Create(DocumentSamples.Certificate(), DocumentSamples.LongPolicy(), DocumentSamples.ProducedAt) },
            { "governors' report", GovernorsReportDocument.Create(DocumentSamples.Report()) },
            { "register", RegisterDocument.Create(DocumentSamples.Register(40)) },
        };

    [PdfToolsTheory]
    [MemberData(nameof(Documents))]
    public async Task An_independent_program_finds_the_seal_valid_and_the_whole_file_covered(string name, byte[] unsealed)
    {
        using var key = TestKey.Curve();
        var pdf = await SignAsync(unsealed, key);

        var said = (await PdfTools.RunAsync(pdf, "pdfsig")).Output;

        Assert.NotEmpty(name);
        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Total document signed", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
        await PdfAssert.IsSoundAsync(pdf);
    }

    [PdfToolsTheory]
    [InlineData(2048)]
    [InlineData(4096)]
    public async Task A_bought_key_of_the_older_kind_seals_too(int bits)
    {
        using var key = TestKey.Rsa(bits);
        var pdf = await SignAsync(Certificate, key);

        Assert.Contains("Signature Validation: Signature is Valid.", (await PdfTools.RunAsync(pdf, "pdfsig")).Output, StringComparison.Ordinal);
        Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(pdf));
    }

    [Fact]
    public async Task Sealing_adds_to_the_file_and_changes_nothing_before_it()
    {
        using var key = TestKey.Curve();
        var (first, second) = (await SignAsync(Certificate, key), await SignAsync(Certificate, key));

        Assert.Equal(Certificate, first[..Certificate.Length]);
        Assert.Equal(Certificate, second[..Certificate.Length]);
        Assert.Equal(first.Length, second.Length);
        Assert.NotEqual(first, second);
        Assert.True(first.Length <= 40 * 1024, $"{first.Length} bytes");
    }

    [Fact]
    public async Task The_seal_names_its_certificate()
    {
        using var key = TestKey.Curve();

        var intact = Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(await SignAsync(Certificate, key)));

        Assert.Equal(key.RawData, intact.Certificate.RawData);
    }

    [PdfToolsFact]
    public async Task An_independent_program_reports_one_changed_byte_wherever_it_is()
    {
        using var key = TestKey.Curve();
        var pdf = await SignAsync(Certificate, key);
        var random = new Random(1);

        for (var i = 0; i < 60; i++)
        {
            // It does not ask whether the certificate next to the signature is, letter for letter, the one that was signed; our own program does.
            var said = (await PdfTools.RunAsync(Flipped(pdf, Certificate.Length, random), "pdfsig")).Output;
            Assert.False(
                said.Contains("Signature is Valid", StringComparison.Ordinal) && said.Contains("Total document signed", StringComparison.Ordinal),
                said
            );
        }
    }

    /// <summary>
    /// Every bit of the seal itself and its surroundings, and two thousand elsewhere: some of the seal is not signed, and a change there must be seen too.
    /// </summary>
    [Fact]
    public async Task One_changed_bit_is_reported_wherever_it_is()
    {
        using var key = TestKey.Curve();
        var pdf = await SignAsync(Certificate, key);
        var random = new Random(2);
        var bits = Enumerable
            .Range(Certificate.Length * 8, (pdf.Length - Certificate.Length) * 8)
            .Concat(Enumerable.Range(0, 2_000).Select(_ => random.Next(Certificate.Length * 8)));

        var missed = new List<string>();
        foreach (var bit in bits)
        {
            pdf[bit / 8] ^= (byte)(1 << (bit % 8));
            if (PdfVerifier.Verify(pdf) is PdfVerdict.Intact intact && intact.Certificate.RawDataMemory.Span.SequenceEqual(key.RawData))
            {
                missed.Add($"{bit / 8 - Certificate.Length}.{bit % 8} {(char)pdf[bit / 8]}");
            }

            pdf[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(missed.Count == 0, string.Join(" ", missed));
    }

    [Fact]
    public async Task What_is_added_after_the_seal_is_found()
    {
        using var key = TestKey.Curve();
        var pdf = await SignAsync(Certificate, key);

        Assert.IsType<PdfVerdict.Extended>(PdfVerifier.Verify([.. pdf, (byte)'\n']));
        Assert.IsType<PdfVerdict.Extended>(PdfVerifier.Verify([.. pdf, .. "1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n0\n%%EOF\n"u8]));
    }

    [Fact]
    public async Task A_seal_taken_from_another_file_does_not_hold()
    {
        using var key = TestKey.Curve();
        var (one, other) = (
            await SignAsync(Certificate, key),
            await SignAsync(CertificateDocument.Create(DocumentSamples.Certificate() with { PersonName = "Amelia Okafox" }, DocumentSamples.ProducedAt), key)
        );
        var (from, to) = (one.AsSpan().LastIndexOf("/Contents<"u8), other.AsSpan().LastIndexOf("/Contents<"u8));

        one.AsSpan(from, 3000).CopyTo(other.AsSpan(to));

        Assert.IsType<PdfVerdict.Altered>(PdfVerifier.Verify(other));
    }

    [Fact]
    public void A_file_that_was_never_sealed_says_so()
    {
        Assert.IsType<PdfVerdict.Unsealed>(PdfVerifier.Verify(Certificate));
        Assert.IsType<PdfVerdict.NotPdf>(PdfVerifier.Verify("GIF89a"u8.ToArray()));
        Assert.IsType<PdfVerdict.NotPdf>(PdfVerifier.Verify([]));
    }

    [Fact]
    public async Task A_file_without_room_for_a_seal_is_not_sealed()
    {
        using var key = TestKey.Curve();

        await Assert.ThrowsAsync<ArgumentException>(() => SignAsync("%PDF-1.7"u8.ToArray(), key));
    }

    [Fact]
    public void A_file_says_its_title_and_what_it_can_be_asked_for_by()
    {
        var certificate = DocumentSamples.Certificate() with { PersonName = "Tom & <Jerry>" };

        var properties = PdfProperties.Read(CertificateDocument.Create(certificate, DocumentSamples.ProducedAt));

        Assert.Equal(new PdfProperties("Certificate: Tom & <Jerry> signed the Social Media Policy", $"1284-{certificate.EvidenceHash[..12]}"), properties);
    }

    /// <summary>Whatever is dropped on the check page: a word, for no more work than a paper of ours takes.</summary>
    [Fact]
    public async Task Any_bytes_at_all_have_an_answer_for_no_more_work_than_a_paper_of_ours()
    {
        using var key = TestKey.Curve();
        var pdf = await SignAsync(Certificate, key);
        var random = new Random(3);
        var files = Enumerable.Range(0, 2000).Select(_ => Mangled(pdf, random)).ToList();

        Work.AssertNoMoreThan(100, () => files.Take(200).ToList().ForEach(_ => Look(pdf)), () => files.ForEach(file => Look(file)));

        static bool Look(byte[] bytes)
        {
            Assert.NotNull(PdfVerifier.Verify(bytes));
            Assert.NotNull(PdfProperties.Read(bytes));
            return true;
        }
    }

    [Fact]
    public void A_file_made_to_be_slow_is_answered_in_proportion_to_its_size() =>
        Work.AssertGrowsWithItsInput(
            5 * 1024 * 1024,
            size =>
            {
                var ranges = new byte[size];
                "%PDF-"u8.CopyTo(ranges);
                var one = "/ByteRange[0 6 262000 20000000]/Contents"u8;
                for (var at = 5; at + one.Length < size; at += one.Length)
                {
                    one.CopyTo(ranges.AsSpan(at));
                }

                return () => Assert.IsType<PdfVerdict.Altered>(PdfVerifier.Verify(ranges));
            }
        );

    private static Task<byte[]> SignAsync(byte[] pdf, System.Security.Cryptography.X509Certificates.X509Certificate2 key) =>
        PdfSigner.SignAsync(pdf, TestKey.Sealing(key), TestContext.Current.CancellationToken);

    private static byte[] Flipped(byte[] pdf, int within, Random random)
    {
        var bit = random.Next(within * 8);
        var flipped = (byte[])pdf.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    /// <summary>A piece cut out, doubled, overwritten at random, or nothing but noise after the first five bytes.</summary>
    private static byte[] Mangled(byte[] pdf, Random random)
    {
        var (from, length) = (random.Next(5, pdf.Length), random.Next(1, 2000));
        var to = Math.Min(pdf.Length, from + length);
        var noise = new byte[length];
        random.NextBytes(noise);
        return random.Next(4) switch
        {
            0 => [.. pdf[..from], .. pdf[to..]],
            1 => [.. pdf[..to], .. pdf[from..]],
            2 => [.. pdf[..from], .. noise, .. pdf[to..]],
            _ =>
            [
                .. pdf[..5],
                .. noise,
                .. "/ByteRange[0 "u8,
                .. System.Text.Encoding.ASCII.GetBytes($"{random.Next(2000)} {random.Next(4000)} {random.Next(4000)}]"),
                .. noise,
            ],
        };
    }
}
