using System.Runtime.CompilerServices;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>
/// A test that asks qpdf and poppler what they make of a PDF. It is skipped where they are not installed, and never where the environment
/// variable STOCKSGREEN_TESTS_REQUIRE names "pdf-tools".
/// </summary>
internal sealed class PdfToolsFactAttribute : FactAttribute
{
    public PdfToolsFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = "needs qpdf and poppler-utils";
        SkipType = typeof(PdfTools);
        SkipUnless = nameof(PdfTools.AreThereOrRequired);
    }
}
