using System.Runtime.CompilerServices;

namespace StocksGreen.Induction.Tests.Support.Browser;

/// <summary>As <see cref="BrowserFactAttribute"/>, once for each line of data.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = Chromium.Reason;
        SkipType = typeof(Chromium);
        SkipUnless = nameof(Chromium.IsThereOrRequired);
    }
}
