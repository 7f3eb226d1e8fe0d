using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Pages;
using StocksGreen.Induction.Importing.Policies.Pdf.Drawn;
using StocksGreen.Induction.Importing.Policies.Pdf.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace StocksGreen.Induction.Importing.Policies.Pdf;

/// <summary>Takes the pages of a PDF as a scanner made them: the picture that fills each, and the words that a program has recognised in it.</summary>
internal static class PdfPages
{
    // A scanner may leave a margin, or a picture may run over the edge.
    private const double LeastFilled = 0.8;
    private const double MostFilled = 1.3;

    // Pages of three colours that are packed without loss; each is unpacked, written as PNG and let go.
    private const long MostUnpackedBytes = 1024L * 1024 * 1024;

    public static PagesOutcome Parse(ReadOnlyMemory<byte> file)
    {
        var budget = new PdfBudget(MostUnpackedBytes);
        try
        {
            return Parse(PdfTail.Restore(file), budget);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PagesOutcome.Refused(PdfImport.Encrypted);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // As for text: the library has no exception of its own for what is damaged.
            return new PagesOutcome.Refused(budget.IsSpent ? PdfImport.TooMuch : PdfImport.Damaged);
        }
    }

    private static PagesOutcome Parse(ReadOnlyMemory<byte> file, PdfBudget budget)
    {
        using var document = PdfImport.Open(file, budget);
        if (document.NumberOfPages is < 1 or > PageLimits.MostPages)
        {
            return new PagesOutcome.Refused(
                $"This PDF has {document.NumberOfPages:N0} pages, and at most {PageLimits.MostPages} can be published as pictures. "
                    + "Save the pages that staff must read as a PDF of their own, or choose the document that it was made from."
            );
        }

        var reader = new PageReader(budget);
        return new PagesOutcome.Read([.. Enumerable.Range(1, document.NumberOfPages).Select(number => Read(document, number, reader, budget))]);
    }

    private static PageOfFile Read(PdfDocument document, int number, PageReader reader, PdfBudget budget)
    {
        try
        {
            var page = document.GetPage(number);
            var content = reader.Read(page);
            return new PageOfFile(number, IsOnePicture(page, content) ? content.Pictures[0].File : null, Words(document, page, content));
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or PdfDocumentEncryptedException or PdfTooLargeException) && !budget.IsSpent)
        {
            return new PageOfFile(number, null, []);
        }
    }

    /// <summary>True where nothing is seen on the page but one picture that fills it: no words, lines, stamps or fields over it.</summary>
    private static bool IsOnePicture(Page page, PageContent content) =>
        page.Rotation.Value == 0
        && content is { Pictures: [{ IsWhole: true } picture], Lines.Count: 0, Slanted: "" }
        && page.NumberOfImages == 1
        && content.Inks.All(ink => ink.IsHidden || ink.IsSpace)
        && page.GetAnnotations().All(annotation => annotation.Type is AnnotationType.Link)
        && (picture.Right - picture.Left) * (picture.Top - picture.Bottom) / (page.Width * page.Height) is >= LeastFilled and <= MostFilled;

    private static List<string> Words(PdfDocument document, Page page, PageContent content)
    {
        var seen = content.Inks.Where(ink => !ink.IsHidden).ToList();
        // What a program recognised in a scan is hidden behind the picture; hidden words of any other page are no part of it.
        var inks = seen.TrueForAll(ink => ink.IsSpace) ? content.Inks : seen;
        var letters = inks.Count(ink => !ink.IsSpace);
        if (letters == 0 || FontMaps.CountUnmapped(document, page) * 2 > letters)
        {
            return [];
        }

        var words = new List<string>();
        var length = 0;
        foreach (var line in Paragraphs.Of(PageLines.Of(inks, page.Width, page.Height), PageGrids.None).SelectMany(Lines))
        {
            length += line.Length;
            if (length > PageLimits.LongestWords)
            {
                break;
            }

            words.Add(line);
        }

        return words;
    }

    private static IEnumerable<string> Lines(Pieces.Piece piece) =>
        (piece.Block is { } block ? BlockText.Texts(block).Select(text => text.PlainText) : [$"{piece.Label} {piece.Plain}".Trim()]).Where(line =>
            line.Length > 0
        );
}
