using System.Runtime.CompilerServices;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>As <see cref="PdfToolsFactAttribute"/>, once for each line of data.</summary>
internal sealed class PdfToolsTheoryAttribute : TheoryAttribute
{
    public PdfToolsTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = "needs qpdf and poppler-utils";
        SkipType = typeof(PdfTools);
        SkipUnless = nameof(PdfTools.AreThereOrRequired);
    }
}
