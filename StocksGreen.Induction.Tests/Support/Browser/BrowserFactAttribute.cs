using System.Runtime.CompilerServices;

namespace StocksGreen.Induction.Tests.Support.Browser;

/// <summary>
/// A test in a real browser. It is skipped where Chromium is not installed, and never where the environment variable STOCKSGREEN_TESTS_REQUIRE names "browser".
/// </summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = Chromium.Reason;
        SkipType = typeof(Chromium);
        SkipUnless = nameof(Chromium.IsThereOrRequired);
    }
}
