using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace StocksGreen.Induction.Benchmarks;

/// <summary>A policy of sixty pages or of another length, as a Word document and as text, in two versions of which a third of the sections differ.</summary>
internal static class LongPolicy
{
    /// <summary>Each makes two pages.</summary>
    internal const int Chapters = 30;

    private const int SectionsInChapter = 4;
    private const int ParagraphsInSection = 2;
    private const int BulletsInSection = 4;

    private static readonly string[] Vocabulary = (
        "staff pupils parents governors the school will must should may record report concern policy safeguarding lead headteacher class online "
        + "device photograph message promptly and or of to in for with every any their when where risk guidance training visitor volunteer behaviour "
        + "expected recorded reviewed termly consent trip playground register"
    ).Split(' ');

    /// <param name="edition">1 or 2.</param>
    internal static byte[] Word(int edition, int chapters = Chapters)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(HeadingStyle(1), HeadingStyle(2));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "\uF0B7" }) { LevelIndex = 0 })
                {
                    AbstractNumberId = 1,
                },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 }
            );
            main.Document = new Document(new Body(Elements(Text(edition, chapters))));
        }

        return stream.ToArray();
    }

    internal static PolicyContent Text(int edition, int chapters = Chapters)
    {
        var words = new Random(20_261_124);
        var sections = new List<PolicySection>();
        for (var chapter = 1; chapter <= chapters; chapter++)
        {
            sections.Add(Section(words, string.Create(CultureInfo.InvariantCulture, $"{chapter}"), 1, sections.Count, edition));
            for (var section = 1; section <= SectionsInChapter; section++)
            {
                sections.Add(Section(words, string.Create(CultureInfo.InvariantCulture, $"{chapter}.{section}"), 2, sections.Count, edition));
            }
        }

        return new PolicyContent(
            "Health and Safety Policy",
            "Stocks Green Primary School",
            [new KeyDetail("Date of next full review", "October 2027")],
            [],
            sections,
            [],
            null,
            new ReviewMonth(2027, 10)
        );
    }

    private static PolicySection Section(Random words, string number, int level, int index, int edition)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < ParagraphsInSection; i++)
        {
            blocks.Add(new Domain.PolicyText.Blocks.Paragraph(RichText.FromPlainText(Sentence(words, 50))));
        }

        blocks.Add(
            new BulletList([
                .. Enumerable.Range(0, BulletsInSection).Select(_ => Domain.PolicyText.Blocks.ListItem.Bullet(RichText.FromPlainText(Sentence(words, 25)), [])),
            ])
        );
        if (edition == 2 && index % 3 == 0)
        {
            blocks[0] = new Domain.PolicyText.Blocks.Paragraph(
                RichText.FromPlainText("From this year on, " + ((Domain.PolicyText.Blocks.Paragraph)blocks[0]).Text.PlainText.ToLowerInvariant())
            );
        }

        return new PolicySection(number, Sentence(new Random(index), 3).TrimEnd('.'), level, blocks);
    }

    private static string Sentence(Random words, int count)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[words.Next(Vocabulary.Length)]));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private static Style HeadingStyle(int level) =>
        new(
            new StyleName { Val = string.Create(CultureInfo.InvariantCulture, $"heading {level}") },
            new StyleParagraphProperties(new OutlineLevel { Val = level - 1 })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = string.Create(CultureInfo.InvariantCulture, $"Heading{level}"),
        };

    private static IEnumerable<OpenXmlElement> Elements(PolicyContent policy)
    {
        yield return Line(policy.Title);
        yield return Line(policy.School);
        foreach (var detail in policy.KeyDetails)
        {
            yield return Line($"{detail.Name}: {detail.Value}");
        }

        foreach (var section in policy.Sections)
        {
            yield return Line(section.Heading, new ParagraphStyleId { Val = string.Create(CultureInfo.InvariantCulture, $"Heading{section.Level}") });
            foreach (var block in section.Blocks)
            {
                foreach (
                    var line in block is BulletList list
                        ? list.Items.Select(bullet =>
                            Line(bullet.Text.PlainText, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }))
                        )
                        : [Line(((Domain.PolicyText.Blocks.Paragraph)block).Text.PlainText)]
                )
                {
                    yield return line;
                }
            }
        }
    }

    private static W.Paragraph Line(string text, params OpenXmlElement[] properties) => new(new ParagraphProperties(properties), new W.Run(new W.Text(text)));
}
