using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Tests.Documents;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Images;

public sealed class CrestImageTests
{
    private static readonly byte[] Gold = [212, 175, 55];
    private static readonly byte[] Green = [23, 86, 59];

    [Theory]
    [InlineData(1000, 1000, 256, 256)]
    [InlineData(512, 256, 256, 128)]
    [InlineData(100, 100, 100, 100)]
    [InlineData(150, 600, 64, 256)]
    public void A_crest_is_as_large_as_it_need_be(int width, int height, int keptWidth, int keptHeight)
    {
        var crest = PngReader.Read(CrestImage.Prepare(Shield(width, height)), int.MaxValue);

        Assert.Equal((keptWidth, keptHeight), (crest.Width, crest.Height));
    }

    [Fact]
    public void Noise_that_hardly_deflates_is_made_smaller_until_a_certificate_with_it_stays_below_40_KB()
    {
        var random = new Random(7);
        var crest = CrestImage.Prepare(
            new PngFile
            {
                Width = 900,
                Height = 900,
                Colours = 6,
                Value = (_, _, channel) => channel == 3 ? 255 : random.Next(256),
            }.ToBytes()
        );

        Assert.InRange(crest.Length, 1, 14 * 1024);
        var certificate = CertificateDocument.Create(
            DocumentSamples.Certificate() with
            {
                Crest = PngReader.Read(crest, int.MaxValue),
            },
            DocumentSamples.ProducedAt
        );
        Assert.InRange(certificate.Length, 15_000, 40_000);
    }

    [Fact]
    public void A_photo_or_a_scan_of_the_crest_as_JPEG_is_taken_upright()
    {
        var shield = PngReader.Read(Shield(400, 240), int.MaxValue);
        var crest = PngReader.Read(CrestImage.Prepare(JpegWriter.Write(shield)), int.MaxValue);

        Assert.Equal((256, 154), (crest.Width, crest.Height));
        var middle = crest.Dots.Span.Slice(((77 * 256) + 40) * RasterImage.Depth, RasterImage.Depth);
        Assert.True(middle[1] > middle[0] && middle[1] > middle[2], "The left of the shield is green.");
    }

    [Fact]
    public void What_would_look_bad_on_paper_is_refused_in_a_sentence()
    {
        Assert.StartsWith("The picture is only 95 by 80 dots large", Refused(Shield(95, 80)), StringComparison.Ordinal);
        Assert.StartsWith("The picture is more than four times", Refused(Shield(1000, 200)), StringComparison.Ordinal);
        Assert.StartsWith(
            "Nothing can be seen",
            Refused(
                new PngFile
                {
                    Width = 200,
                    Height = 200,
                    Colours = 6,
                    Value = (_, _, channel) => channel == 3 ? 0 : 90,
                }.ToBytes()
            ),
            StringComparison.Ordinal
        );
        Assert.StartsWith("The picture is larger than 5 MB", Refused(new byte[CrestImage.LargestFileInBytes + 1]), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task A_paper_with_a_crest_is_as_sound_as_one_without_and_holds_the_picture_once()
    {
        var crest = PngReader.Read(CrestImage.Prepare(Shield(700, 500)), int.MaxValue);
        foreach (
            var pdf in new[]
            {
                CertificateDocument.Create(DocumentSamples.Certificate() with { Crest = crest }, DocumentSamples.ProducedAt),
                RegisterDocument.Create(DocumentSamples.Register(20) with { Crest = crest }),
                GovernorsReportDocument.Create(DocumentSamples.Report() with { Crest = crest }),
                SignOffSheetDocument.Create(DocumentSamples.SignOff(4) with { Crest = crest }),
                InductionRecordDocument.Create(DocumentSamples.Induction() with { Crest = crest }),
            }
        )
        {
            await PdfAssert.IsSoundAsync(pdf);
            var images = (await PdfTools.RunAsync(pdf, "pdfimages", ["-list"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2);
            Assert.Matches(@"^\s+[12]\s+0 image\s+256\s+183\s+(rgb|icc)\s+3\s+8\s", Assert.Single(images));
        }
    }

    /// <summary>Green with a gold bend on nothing.</summary>
    internal static byte[] Shield(int width, int height) =>
        new PngFile
        {
            Width = width,
            Height = height,
            Colours = 6,
            Value = (x, y, channel) =>
                channel == 3 ? (Math.Abs((x * 2) - width) * height <= width * (height - (y / 2)) ? 255 : 0)
                : Math.Abs((x * height) - (y * width)) < width * height / 8 ? Gold[channel]
                : Green[channel],
        }.ToBytes();

    private static string Refused(byte[] file) => Assert.Throws<PictureFormatException>(() => CrestImage.Prepare(file)).Message;
}
