namespace StocksGreen.Induction.Tests.Support.Browser;

/// <summary>Where the browser of the journeys is.</summary>
public static class Chromium
{
    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("CHROMIUM"),
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);

    public static bool IsThereOrRequired { get; } =
        Path is not null || (Environment.GetEnvironmentVariable("STOCKSGREEN_TESTS_REQUIRE") ?? "").Split(',').Contains("browser", StringComparer.Ordinal);

    internal const string Reason = "needs Chromium: install it or set CHROMIUM to its path";
}
