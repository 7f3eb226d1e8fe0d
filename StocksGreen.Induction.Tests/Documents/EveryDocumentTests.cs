using System.Diagnostics;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Documents.Slips;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Tests.Images;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents;

/// <summary>
/// Every document in every shape that is hard to set: sound, tagged, nothing cut, nothing over anything else. PICTURES=folder keeps them to be looked at.
/// </summary>
public sealed class EveryDocumentTests
{
    private const string LongName =
        "Bartholomew Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch-Featherstonehaugh Nguyễn Thị Minh Khai of the Long Name";

    private const string LongTitle =
        "Child Protection, Safeguarding and Online Safety Policy including the Prevention of Radicalisation, Children who are Missing or Absent from "
        + "Education, and the Use of Mobile Telephones, Cameras and Wearable Devices by Everybody";

    private static readonly string? Kept = Environment.GetEnvironmentVariable("PICTURES");

    public static TheoryData<string, int, int> Scenes =>
        new()
        {
            { "certificate", 1, 1 },
            { "certificate-drawn", 1, 1 },
            { "certificate-paper", 1, 1 },
            { "certificate-withdrawn", 1, 1 },
            { "certificate-other-letters", 1, 1 },
            { "certificate-every-script", 1, 2 },
            { "certificate-long", 1, 1 },
            { "certificate-without-address", 1, 1 },
            { "certificate-crest", 1, 1 },
            { "certificate-wide-crest-long", 1, 2 },
            { "signed-copy", 3, 5 },
            { "signed-copy-60-pages", 55, 75 },
            { "governors-term", 2, 4 },
            { "governors-year", 3, 5 },
            { "governors-empty-school", 1, 2 },
            { "governors-long-titles", 2, 7 },
            { "register-400", 11, 40 },
            { "register-empty", 1, 1 },
            { "induction-record", 1, 2 },
            { "sign-off-sheet", 2, 3 },
            { "sign-off-sheet-nobody", 1, 1 },
            { "reminder-slips", 2, 5 },
            { "reminder-slips-none", 1, 1 },
            { "sign-in-slips", 2, 3 },
        };

    [PdfToolsTheory]
    [MemberData(nameof(Scenes))]
    public async Task It_is_sound_and_has_as_many_pages_as_it_should(string scene, int fewest, int most)
    {
        var pdf = Make(scene);
        await KeepAsync(scene, pdf);

        await PdfAssert.IsSoundAsync(pdf);
        Assert.InRange(await PdfAssert.PagesOfAsync(pdf), fewest, most);
        Assert.Equal(pdf, Make(scene));
    }

    private static byte[] Make(string scene) =>
        scene switch
        {
            "certificate" => CertificateDocument.Create(DocumentSamples.Certificate(), DocumentSamples.ProducedAt),
            "certificate-drawn" => CertificateDocument.Create(
                DocumentSamples.Certificate() with
                {
                    PersonName = "Siân Ŵyn Łukasz-Żółć ŷ ś",
                    Drawing = DocumentSamples.Drawing,
                    IsDemonstration = true,
                },
                DocumentSamples.ProducedAt
            ),
            "certificate-paper" => CertificateDocument.Create(DocumentSamples.OnPaper(), DocumentSamples.ProducedAt),
            "certificate-withdrawn" => CertificateDocument.Create(DocumentSamples.Withdrawn(), DocumentSamples.ProducedAt),
            "certificate-other-letters" => CertificateDocument.Create(
                DocumentSamples.Certificate() with
                {
                    PersonName = "გიორგი Hart-Հայկ",
                    TypedName = "Ƙwai Ƴar’adua Ọ́lá Γιώργος Иван",
                    School = "Ysgol Ƙwai გ",
                },
                DocumentSamples.ProducedAt
            ),
            "certificate-every-script" => CertificateDocument.Create(
                DocumentSamples.Certificate() with
                {
                    PersonName = "Adébáyọ̀ Ọ̀ṣun محمد علي",
                    TypedName = "नमिता शर्मा 山田太郎 김철수",
                    JobTitle = "معلم",
                    Dsl = "שרה כהן",
                    Governor = "தமிழ் සිංහල ภาษาไทย",
                    School = "Ysgol አማርኛ",
                },
                DocumentSamples.ProducedAt
            ),
            "certificate-long" => CertificateDocument.Create(
                DocumentSamples.Certificate() with
                {
                    PersonName = LongName,
                    TypedName = LongName,
                    PolicyTitle = LongTitle,
                    IsDemonstration = true,
                },
                DocumentSamples.ProducedAt
            ),
            "certificate-without-address" => CertificateDocument.Create(DocumentSamples.Certificate() with { CheckAddress = null }, DocumentSamples.ProducedAt),
            "certificate-crest" => CertificateDocument.Create(DocumentSamples.Certificate() with { Crest = Crest(400, 480) }, DocumentSamples.ProducedAt),
            "certificate-wide-crest-long" => CertificateDocument.Create(
                DocumentSamples.OnPaper() with
                {
                    Crest = Crest(900, 300),
                    PersonName = LongName,
                    TypedName = LongName,
                    PolicyTitle = LongTitle,
                    IsDemonstration = true,
                    School = "Ysgol Gynradd Gymunedol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch a’r Cylch",
                },
                DocumentSamples.ProducedAt
            ),
            "signed-copy" => SignedCopyDocument.Create(
                DocumentSamples.Certificate() with
                {
                    Drawing = DocumentSamples.Drawing,
                },
                DocumentSamples.Policy(),
                DocumentSamples.ProducedAt
            ),
            "signed-copy-60-pages" => SignedCopyDocument.Create(
                DocumentSamples.Certificate() with
                {
                    PolicyTitle = LongTitle,
                },
                DocumentSamples.LongPolicy(sections: 150) with
                {
                    Title = LongTitle,
                },
                DocumentSamples.ProducedAt
            ),
            "governors-term" => GovernorsReportDocument.Create(DocumentSamples.Report()),
            "governors-year" => GovernorsReportDocument.Create(DocumentSamples.AnnualReport() with { IsDemonstration = true }),
            "governors-empty-school" => GovernorsReportDocument.Create(DocumentSamples.EmptyReport()),
            "governors-long-titles" => GovernorsReportDocument.Create(
                DocumentSamples.Report() with
                {
                    ByPolicy = [.. Enumerable.Range(0, 14).Select(i => new NamedFigures(LongTitle, new StandingFigures(i, 9, 1, 0, 0, 0)))],
                }
            ),
            "register-400" => RegisterDocument.Create(DocumentSamples.Register(400)),
            "register-empty" => RegisterDocument.Create(DocumentSamples.Register(0)),
            "induction-record" => InductionRecordDocument.Create(DocumentSamples.Induction()),
            "sign-off-sheet" => SignOffSheetDocument.Create(DocumentSamples.SignOff(35)),
            "sign-off-sheet-nobody" => SignOffSheetDocument.Create(DocumentSamples.SignOff(0) with { PolicyTitle = LongTitle, IsDemonstration = true }),
            "reminder-slips" => ReminderSlipsDocument.Create(DocumentSamples.Slips(19)),
            "reminder-slips-none" => ReminderSlipsDocument.Create(DocumentSamples.Slips(0)),
            "sign-in-slips" => SignInSlipsDocument.Create(DocumentSamples.WaysIn(12)),
            _ => throw new ArgumentOutOfRangeException(nameof(scene), scene, "No such scene."),
        };

    private static RasterImage Crest(int width, int height) => PngReader.Read(CrestImage.Prepare(CrestImageTests.Shield(width, height)), int.MaxValue);

    private static async Task KeepAsync(string scene, byte[] pdf)
    {
        if (Kept is null)
        {
            return;
        }

        var path = Path.Combine(Directory.CreateDirectory(Kept).FullName, scene);
        await File.WriteAllBytesAsync(path + ".pdf", pdf, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("pdftoppm", ["-r", "80", "-png", path + ".pdf", path]))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
