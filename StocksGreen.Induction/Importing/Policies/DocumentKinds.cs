using StocksGreen.Induction.Importing.Policies.Html;
using StocksGreen.Induction.Importing.Policies.OpenDocument;
using StocksGreen.Induction.Importing.Policies.Pdf;
using StocksGreen.Induction.Importing.Policies.Word;

namespace StocksGreen.Induction.Importing.Policies;

/// <summary>Tells what kind of file some bytes are.</summary>
internal static class DocumentKinds
{
    /// <param name="fileName">Counts only where the bytes may be text of any kind.</param>
    public static DocumentKind Of(ReadOnlyMemory<byte> file, string fileName)
    {
        var bytes = file.Span;
        if (WordPackage.IsZip(bytes))
        {
            // What is too large is not looked into; what is no archive after all is refused by the reader of Word.
            return file.Length > PolicyImport.LargestDocumentInBytes ? DocumentKind.Word
                : OdtPackage.IsPackage(file) ? DocumentKind.OpenDocument
                : HtmlPackage.IsPackage(file) ? DocumentKind.WebPageInZip
                : DocumentKind.Word;
        }

        return PdfImport.IsPdf(bytes) ? DocumentKind.Pdf
            : OdtPackage.IsFlat(bytes) ? DocumentKind.FlatOpenDocument
            : HtmlText.IsArchive(bytes) ? DocumentKind.WebPageInOneFile
            : HtmlText.IsPage(bytes, fileName) ? DocumentKind.WebPage
            : DocumentKind.Text;
    }
}
