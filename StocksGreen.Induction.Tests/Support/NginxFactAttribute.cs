using System.Runtime.CompilerServices;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>A test with nginx, skipped where that is not installed, and never where STOCKSGREEN_TESTS_REQUIRE names "nginx".</summary>
internal sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = "needs nginx";
        SkipType = typeof(NginxFactAttribute);
        SkipUnless = nameof(IsThereOrRequired);
    }

    /// <summary>Path of the program; null where there is none.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists);

    public static bool IsThereOrRequired { get; } =
        Program is not null || (Environment.GetEnvironmentVariable("STOCKSGREEN_TESTS_REQUIRE") ?? "").Split(',').Contains("nginx", StringComparer.Ordinal);
}
