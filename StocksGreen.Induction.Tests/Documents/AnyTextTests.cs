using System.Text;
using StocksGreen.Induction.Documents.Certificates;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents;

/// <summary>Whatever people type, paste or import, a document comes out.</summary>
public sealed class AnyTextTests
{
    [Fact]
    public void Any_text_in_any_field_makes_a_certificate_and_a_signed_copy()
    {
        var random = new Random(14);
        for (var round = 0; round < 20; round++)
        {
            var (certificate, policy) = (RandomCertificate(random), RandomPolicy(random));

            Assert.NotEmpty(SignedCopyDocument.Create(certificate, policy, DocumentSamples.ProducedAt));
        }
    }

    [PdfToolsFact]
    public async Task Such_documents_are_sound_too()
    {
        var random = new Random(9);
        for (var round = 0; round < 3; round++)
        {
            await PdfAssert.IsSoundAsync(SignedCopyDocument.Create(RandomCertificate(random), RandomPolicy(random), DocumentSamples.ProducedAt));
        }
    }

    private static Certificate RandomCertificate(Random random) =>
        DocumentSamples.Certificate() with
        {
            School = Text(random, 60),
            PolicyTitle = Text(random, 90),
            VersionLabel = Text(random, 20),
            ReviewLine = Text(random, 200),
            PersonName = Text(random, 300),
            Email = Text(random, 300),
            JobTitle = Text(random, 300),
            ReadStatement = Text(random, 900),
            UnderstoodStatement = Text(random, 900),
            TypedName = Text(random, 3_000),
            IdentityProof = Text(random, 100),
            Dsl = Text(random, 100),
            Sections =
            [
                .. Enumerable.Range(0, random.Next(30)).Select(_ => new CertifiedSection(Text(random, 120), null, DocumentSamples.SignedAt, Text(random, 64))),
            ],
        };

    private static PolicyContent RandomPolicy(Random random) =>
        DocumentSamples.Policy() with
        {
            Title = Text(random, 90),
            KeyDetails = [.. Enumerable.Range(0, random.Next(8)).Select(_ => new KeyDetail(Text(random, 60), Text(random, 4_000)))],
            Sections = [.. Enumerable.Range(0, random.Next(12)).Select(_ => new PolicySection("", Text(random, 150), random.Next(1, 8), Blocks(random)))],
        };

    private static List<Block> Blocks(Random random) =>
        [
            new Paragraph(Rich(random, 3_000)),
            new BulletList([
                ListItem.Bullet(
                    Rich(random, 400),
                    [ListItem.Bullet(RichText.FromMarkdown("*" + Rich(random, 90) + "*"), [ListItem.Bullet(Rich(random, 1), [])])]
                ),
            ]),
        ];

    /// <summary>Policy text refuses U+FFFE by itself.</summary>
    private static RichText Rich(Random random, int longest) => RichText.FromPlainText(Text(random, longest).Replace("\uFFFE", "", StringComparison.Ordinal));

    private static string Text(Random random, int longest)
    {
        string[] pieces =
        [
            "a",
            "W",
            " ",
            " ",
            "  ",
            "-",
            "/",
            "é",
            "e\u0301",
            "ễ",
            "山",
            "😀",
            "م",
            "\u202E",
            "\u200B",
            "\u00AD",
            "\t",
            "\n",
            "\u0000",
            "\uFFFE",
            "\uE000",
            "<",
            "&",
            ")",
            "\\",
            "(",
            "word",
            "unbreakableunbreakable",
        ];
        var text = new StringBuilder();
        for (var left = random.Next(longest); left > 0; left--)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }
}
