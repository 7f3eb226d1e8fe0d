using Microsoft.Extensions.Logging.Abstractions;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Features.Reports.Signing;
using StocksGreen.Induction.Tests.Documents;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reports.Signing;

public sealed class SignPdfTests : IAsyncLifetime
{
    private static readonly byte[] Paper = CertificateDocument.Create(DocumentSamples.Certificate(), DocumentSamples.ProducedAt);
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_paper_carries_the_schools_seal_and_no_time_stamp_unless_one_is_asked_for()
    {
        var intact = Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(await SealAsync(null)));

        Assert.Equal(school.Get<SigningKeyStore>().Current()!.Certificate.RawData, intact.Certificate.RawData);
        Assert.Null(intact.StampedAt);
    }

    [PdfToolsFact]
    public async Task Someone_outside_can_vouch_for_the_time()
    {
        await using var stub = new TimeStampStub();

        var pdf = await SealAsync(stub.Address);

        Assert.Equal(TimeStampStub.StampedAt, Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(pdf)).StampedAt);
        var said = (await PdfTools.RunAsync(pdf, "pdfsig")).Output;
        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("Certificate Validation: Certificate issuer is unknown.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_stamp_service_that_is_slow_absent_or_wrong_holds_up_nothing()
    {
        await using var silent = new TimeStampStub(_ => null);
        await using var wrong = new TimeStampStub(_ => "<html>Sign in to the network</html>"u8.ToArray());
        await using var spoilt = new TimeStampStub(right => [.. right[..^1], (byte)(right[^1] ^ 1)]);

        foreach (var address in new[] { silent.Address, wrong.Address, spoilt.Address, new Uri("http://localhost:1/") })
        {
            Assert.Null(Assert.IsType<PdfVerdict.Intact>(PdfVerifier.Verify(await SealAsync(address))).StampedAt);
        }
    }

    [Fact]
    public async Task Without_a_key_a_paper_is_given_as_it_is()
    {
        Directory.Delete(school.Folder.Keys, recursive: true);

        Assert.Equal(Paper, await SealAsync(null));
    }

    private async Task<byte[]> SealAsync(Uri? timeStamps)
    {
        using var authority = new TimeStampAuthority(timeStamps, TimeSpan.FromMilliseconds(500), NullLogger<TimeStampAuthority>.Instance);
        return await new SignPdf(school.Get<SigningKeyStore>(), school.Get<StampServices>(), authority, school.Clock).ExecuteAsync(
            Paper,
            TestSchool.Name,
            TestContext.Current.CancellationToken
        );
    }
}
