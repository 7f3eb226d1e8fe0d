using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>A policy as a Word document that someone can go on writing: with headings, lists, tables and notes of Word's own kinds.</summary>
public static class WordPolicyDocument
{
    private const uint PageWidth = 11_906; // A4, in twentieths of a point
    private const uint PageHeight = 16_838;
    private const uint Margin = 1_134;

    /// <summary>Makes the file; our own reader of Word reads the same text from it.</summary>
    public static byte[] Create(PolicyPaper paper)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            Describe(file, paper);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordLook.Styles();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new EvenAndOddHeaders { Val = false },
                new Compatibility(
                    new CompatibilitySetting
                    {
                        Name = CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                ),
                new ThemeFontLanguages { Val = WordLook.Language }
            );
            var lists = new WordListNumbers();
            var notes = new WordNotePages(main);
            var body = new Body();
            body.Append(new WordBody(main, lists, notes, new WordDrawings(main, paper.PictureOf)).Compose(paper.Text, paper.School));
            body.Append(Page(main, paper));
            main.Document = new Document(body);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = lists.ToNumbering();
            notes.Finish();
        }

        return stream.ToArray();
    }

    private static void Describe(WordprocessingDocument file, PolicyPaper paper)
    {
        var properties = file.PackageProperties;
        properties.Title = WordLine.Clean(paper.Text.Title);
        properties.Creator = WordLine.Clean(paper.School);
        properties.Subject = WordLine.Clean(paper.Standing);
        properties.Description = $"SHA-256 of the text: {paper.TextHash}";
        properties.Language = WordLook.Language;
        properties.Created = paper.At.UtcDateTime;
        properties.Modified = paper.At.UtcDateTime;
    }

    private static SectionProperties Page(MainDocumentPart main, PolicyPaper paper)
    {
        var foot = main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = WordLook.Footer }),
                WordLine.Plain($"{paper.Text.Title}. {paper.Standing}{(paper.IsDraft ? ": not published" : "")}. Page "),
                new SimpleField(WordLine.Plain("1")) { Instruction = " PAGE " },
                WordLine.Plain(" of "),
                new SimpleField(WordLine.Plain("1")) { Instruction = " NUMPAGES " }
            )
        );
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = (int)Margin,
                Bottom = (int)Margin,
                Left = Margin,
                Right = Margin,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );
    }
}
