using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Importing.Policies.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace StocksGreen.Induction.Importing.Policies.Pdf;

/// <summary>Opens a PDF and has it recognised.</summary>
internal static class PdfImport
{
    public const string Damaged = "This PDF is damaged and cannot be read. Save or download it again, or choose the Word document that it was made from.";

    public const string Truncated =
        "The end of this PDF is missing: it was cut off while it was saved or downloaded. Download it again, or choose the Word document that it was made "
        + "from.";

    public const string Encrypted = "This PDF opens only with a password. Save a copy without the password, and choose that.";

    public const string TooMuch =
        "This PDF unpacks to more than a policy holds, so it was not read. Print it to a new PDF, or choose the Word document that it was made from.";

    public const string Scan =
        "This PDF holds pictures of pages and no words, as a scanner makes it. Choose the document that was printed, have the words of the scan recognised "
        + "(OCR) first, or publish it as pages: pictures, with the words of each next to it.";

    public const string Unreadable =
        "The letters of this PDF cannot be told: its fonts do not say which characters they show, so that the text would be rubbish. "
        + "Choose the Word document that it was made from, save it as PDF again with its fonts’ character maps, or publish it as pages: pictures, with the "
        + "words of each next to it.";

    private const string NoWords = "This PDF has no words: its pages are empty. Check that it is the right file.";

    /// <summary>A PDF may carry up to 1,024 bytes of something else before its header (ISO 32000, annex H).</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0 || file.StartsWith("%PDF"u8);

    public static ImportOutcome Parse(ReadOnlyMemory<byte> file, string fileName)
    {
        var budget = new PdfBudget();
        try
        {
            return Parse(PdfTail.Restore(file), fileName, budget);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ImportOutcome.Refused(Encrypted);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The library has no exception of its own for what is damaged: any may come.
            return new ImportOutcome.Refused(
                budget.IsSpent ? TooMuch
                : PdfTail.IsMissing(file.Span) ? Truncated
                : Damaged
            );
        }
    }

    public static PdfDocument Open(ReadOnlyMemory<byte> file, PdfBudget budget) =>
        PdfDocument.Open(
            file.ToArray(),
            new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = new CountingFilters(budget),
            }
        );

    private static ImportOutcome Parse(ReadOnlyMemory<byte> file, string fileName, PdfBudget budget)
    {
        using var document = Open(file, budget);
        if (document.NumberOfPages > PdfBudget.MostPages)
        {
            return new ImportOutcome.Refused($"This PDF has {document.NumberOfPages:N0} pages, which no policy has. Check that it is the right file.");
        }

        var reader = new PageReader(budget);
        var isCutOff = PdfTail.IsMissing(file.Span);
        var parts = new PageParts(document, isCutOff);
        var (pages, images, unmapped) = (new List<PageContent>(document.NumberOfPages), 0, 0);
        var broken = new List<int>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            try
            {
                var page = document.GetPage(number);
                if (!parts.AreThere(page))
                {
                    broken.Add(number);
                    continue;
                }

                images += page.NumberOfImages;
                unmapped += FontMaps.CountUnmapped(document, page);
                pages.Add(reader.Read(page));
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or PdfDocumentEncryptedException or PdfTooLargeException) && !budget.IsSpent)
            {
                broken.Add(number);
            }
        }

        budget.Check();
        if (broken.Count > 0 && isCutOff)
        {
            return new ImportOutcome.Refused(Truncated);
        }

        var letters = pages.Sum(page => page.Inks.Count(ink => char.IsLetterOrDigit(ink.Text, 0)));
        if (letters == 0 || letters < pages.Count)
        {
            return isCutOff ? new ImportOutcome.Refused(Truncated)
                : unmapped > 0 ? AsPagesOnly(Unreadable)
                : broken.Count > 0 ? new ImportOutcome.Refused(Damaged)
                : images > 0 ? AsPagesOnly(Scan)
                : AsPagesOnly(NoWords);
        }

        return Recognise(document, pages, unmapped, broken, fileName);
    }

    private static ImportOutcome.Refused AsPagesOnly(string sentence) => new(sentence) { MayBePublishedAsPages = true };

    private static ImportOutcome Recognise(PdfDocument document, List<PageContent> pages, int unmapped, List<int> broken, string fileName)
    {
        var letters = pages.Sum(page => page.Inks.Count(ink => !ink.IsSpace));
        if (unmapped > letters / 2)
        {
            return AsPagesOnly(Unreadable);
        }

        var warnings = new WarningList();
        if (unmapped > 0)
        {
            warnings.Add($"{unmapped} signs are set in a font that does not say which characters they are. Compare the text with the pages.");
        }

        foreach (var number in broken)
        {
            warnings.LeaveOut(LeftOutKind.Object, "A page that could not be read, because the file is damaged there", $"page {number}");
        }

        if (broken.Count > 0)
        {
            warnings.Add($"Page {string.Join(", ", broken)} could not be read, because the file is damaged there. Save or download the document again.");
        }

        var (lines, margins) = PdfReader.Parse(document, pages, warnings);
        if (!lines.Any(line => line.Plain.Any(char.IsLetter)))
        {
            return AsPagesOnly(NoWords);
        }

        return PolicyRecogniser.Recognise(lines, fileName, warnings, margins, hasPages: true) switch
        {
            ImportOutcome.Imported imported => imported with { Coverage = PdfCoverage.Of(pages, imported) },
            var refused => refused,
        };
    }
}
