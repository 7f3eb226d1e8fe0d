using System.Globalization;
using StocksGreen.Induction.Importing.Policies.Html;
using StocksGreen.Induction.Importing.Policies.Markdown;
using StocksGreen.Induction.Importing.Policies.OpenDocument;
using StocksGreen.Induction.Importing.Policies.Pdf;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using StocksGreen.Induction.Importing.Policies.Word;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>Recognises the structure of a policy in a file that the office has chosen.</summary>
/// <remarks>
/// Bytes to lines, then lines to a policy (<see cref="PolicyRecogniser"/>). Only the first step knows what kind of file it is: text by
/// <see cref="TextDecoding"/> and <see cref="LineReader"/> or <see cref="MarkdownReader"/>, Word by <see cref="WordReader"/>, PDF by <see cref="PdfReader"/>,
/// OpenDocument by <see cref="OdtReader"/>, web pages by <see cref="HtmlReader"/>.
/// </remarks>
public static class PolicyImport
{
    /// <summary>A larger file is refused. Ask before reading a whole upload into memory.</summary>
    public const int LargestFileInBytes = 5 * 1024 * 1024;

    /// <summary>The same for what may hold pictures: a Word document, a PDF, an OpenDocument text, a web page.</summary>
    public const int LargestDocumentInBytes = 20 * 1024 * 1024;

    // The longest policy we know of has fewer than 5,000 lines; the limit only bounds the time that a hostile file can take.
    private const int MostLines = 200_000;

    /// <summary>Reads a policy from a document, a web page or a text file, whatever its name says. Pure: no input or output, no clock.</summary>
    /// <param name="file">The whole file: .docx, .pdf, .odt, .html, or text in UTF-8, UTF-16 with a byte order mark, or Windows-1252.</param>
    /// <param name="fileName">The name it had, with or without a folder; it becomes the title where the text has none.</param>
    /// <returns>The policy with warnings, or a refusal. Never throws for what a file may contain.</returns>
    public static ImportOutcome Parse(ReadOnlyMemory<byte> file, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var kind = DocumentKinds.Of(file, fileName);
        if (file.Length > (kind is DocumentKind.Text ? LargestFileInBytes : LargestDocumentInBytes))
        {
            return new ImportOutcome.Refused(TooLarge(file.Length, kind));
        }

        switch (kind)
        {
            case DocumentKind.Pdf:
                return PdfImport.Parse(file, fileName);
            case DocumentKind.Word:
                return WordImport.Parse(file, fileName);
            case DocumentKind.OpenDocument:
                return OdtImport.Parse(file, fileName);
            case DocumentKind.FlatOpenDocument:
                return OdtImport.ParseFlat(file, fileName);
            case DocumentKind.WebPage:
                return HtmlImport.Parse(file, fileName);
            case DocumentKind.WebPageInZip:
                return HtmlImport.ParseArchive(file, fileName);
            case DocumentKind.WebPageInOneFile:
                return HtmlImport.ParseMime(file, fileName);
            case DocumentKind.Text:
                break;
        }

        if (WordPackage.RefusalOfCompoundFile(file.Span) is { } compound)
        {
            return new ImportOutcome.Refused(compound);
        }

        var warnings = new WarningList();
        var decoded = TextDecoding.Decode(file.Span, warnings);
        if (decoded.Refusal is { } refusal)
        {
            return new ImportOutcome.Refused(refusal);
        }

        var text = TextCleaning.Clean(decoded.Text, warnings);
        if (text.AsSpan().Count('\n') >= MostLines)
        {
            return new ImportOutcome.Refused("This file has more than 200,000 lines, which no policy has. Check that it is the right file.");
        }

        if (!text.Any(char.IsLetter))
        {
            return new ImportOutcome.Refused("This file has no recognisable text: there is not one word in it. Check that it is the right file.");
        }

        var isMarkdown = MarkdownReader.IsMarkdown(fileName);
        var outcome = PolicyRecogniser.Recognise(
            isMarkdown ? MarkdownReader.Parse(text, warnings) : SpacedColumns.Find(LineReader.Parse(OneLine.Unfold(text))),
            fileName,
            warnings
        );
        return outcome is ImportOutcome.Imported imported
            ? imported with
            {
                Coverage = CoverageCount.Compare(TextCoverage.WordsOf(decoded.Text, isMarkdown), imported, warnings.Furniture),
            }
            : outcome;
    }

    /// <summary>The same for a PDF.</summary>
    public static string PdfTooLarge(long lengthInBytes) => TooLarge(lengthInBytes, DocumentKind.Pdf);

    /// <summary>The same for a Word document.</summary>
    public static string WordTooLarge(long lengthInBytes) => TooLarge(lengthInBytes, DocumentKind.Word);

    /// <summary>The same for a file of any kind, before it is read.</summary>
    public static string DocumentTooLarge(long lengthInBytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"This file is {lengthInBytes / 1048576.0:0.0} MB. A document may be 20 MB at most: save it again with smaller pictures."
        );

    /// <summary>The refusal for a file over the limit, for callers that refuse before reading it.</summary>
    /// <param name="lengthInBytes">Size of the file.</param>
    public static string TooLarge(long lengthInBytes) => TooLarge(lengthInBytes, DocumentKind.Text);

    private static string TooLarge(long lengthInBytes, DocumentKind kind)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{lengthInBytes / 1048576.0:0.0} MB");
        return kind switch
        {
            DocumentKind.Pdf => $"This PDF is {size}. It may be 20 MB at most: save it again with smaller pictures.",
            DocumentKind.Word => $"This Word document is {size}. It may be 20 MB at most: take pictures out of it.",
            DocumentKind.OpenDocument or DocumentKind.FlatOpenDocument =>
                $"This OpenDocument text is {size}. It may be 20 MB at most: take pictures out of it.",
            DocumentKind.WebPage or DocumentKind.WebPageInZip or DocumentKind.WebPageInOneFile =>
                $"This web page is {size}. It may be 20 MB at most: save it with fewer or smaller pictures.",
            DocumentKind.Text => $"This file is {size}. A policy may be 5 MB at most: save it as text without pictures.",
        };
    }
}
