using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Opens a Word document and has it recognised.</summary>
internal static class WordImport
{
    private const long MostCharactersInPart = 40_000_000;
    private static readonly string[] PageWords = ["page", "of", "tudalen", "o"];

    /// <param name="file">A file that begins like a zip archive.</param>
    internal static ImportOutcome Parse(ReadOnlyMemory<byte> file, string fileName)
    {
        if (WordPackage.Refusal(file) is { } refusal)
        {
            return new ImportOutcome.Refused(refusal);
        }

        try
        {
            var warnings = new WarningList();
            if (WordPackage.HasMacros(file))
            {
                warnings.Add("The document holds macros. They were not run and are not kept.");
            }

            var links = WordLinks.Read(file);
            using var stream = new MemoryStream(links.File.ToArray(), writable: false);
            using var document = WordprocessingDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { AutoSave = false, MaxCharactersInPart = MostCharactersInPart }
            );
            if (document.MainDocumentPart is not { Document.Body: not null } main)
            {
                return new ImportOutcome.Refused(WordPackage.Damaged);
            }

            var (lines, margins) = WordReader.Parse(main, links, warnings);
            if (!lines.Any(line => line.Plain.Any(char.IsLetter)))
            {
                return new ImportOutcome.Refused(
                    "This Word document has no words that can be read. If it holds pictures of pages, ask for the original document."
                );
            }

            var outcome = margins.NameSchool(PolicyRecogniser.Recognise(lines, fileName, warnings, margins));
            return outcome is ImportOutcome.Imported imported
                ? imported with
                {
                    LeftOut = [.. imported.LeftOut.Where(item => !RepeatsHead(item, imported.Policy))],
                    Coverage = CoverageCount.Compare(WordCoverage.WordsOf(file), imported, warnings.Furniture),
                }
                : outcome;
        }
        catch (RefusalException limit)
        {
            return new ImportOutcome.Refused(limit.Message);
        }
        catch (Exception fault)
            when (fault
                    is OpenXmlPackageException
                        or InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or InvalidOperationException
                        or UriFormatException
                        or NotSupportedException
            )
        {
            return new ImportOutcome.Refused(WordPackage.Damaged);
        }
    }

    /// <summary>The head of a page that says the title, the school, a key detail or the page's number again leaves nothing out.</summary>
    private static bool RepeatsHead(LeftOut item, PolicyContent policy) =>
        item.Kind == LeftOutKind.Header
        && CoverageCount.WordsOf(item.Text).ToList() is var words
        && CoverageCount
            .WordsOf(string.Join(' ', [policy.Title, policy.School, .. policy.KeyDetails.SelectMany(detail => (string[])[detail.Name, detail.Value])]))
            .ToHashSet(StringComparer.Ordinal)
            is var known
        && words.TrueForAll(word => known.Contains(word) || PageWords.Contains(word, StringComparer.Ordinal) || word.All(char.IsAsciiDigit));
}
