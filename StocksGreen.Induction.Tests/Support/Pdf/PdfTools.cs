using System.Diagnostics;
using System.Text;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>The command-line tools that read a PDF independently of our own code.</summary>
public static class PdfTools
{
    private static readonly string[] Names = ["qpdf", "pdfinfo", "pdftotext", "pdffonts", "pdfsig"];

    public static bool AreThereOrRequired { get; } =
        (Environment.GetEnvironmentVariable("STOCKSGREEN_TESTS_REQUIRE") ?? "").Split(',').Contains("pdf-tools", StringComparer.Ordinal) || Names.All(IsOnPath);

    /// <summary>Runs a tool on a document.</summary>
    /// <param name="arguments">Before the file's name.</param>
    /// <param name="after">After the file's name: "-" sends pdftotext to standard output.</param>
    /// <returns>Exit code and everything that the tool printed.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(byte[] pdf, string tool, string[]? arguments = null, string[]? after = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, pdf, TestContext.Current.CancellationToken);
        try
        {
            var start = new ProcessStartInfo(tool, [.. arguments ?? [], path, .. after ?? []])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output + await error);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>All text in reading order.</summary>
    public static async Task<string> TextOfAsync(byte[] pdf) => (await RunAsync(pdf, "pdftotext", ["-enc", "UTF-8"], ["-"])).Output;

    /// <summary>All text with runs of white space as one space, for looking up sentences that lines may break.</summary>
    public static async Task<string> PlainTextOfAsync(byte[] pdf) =>
        string.Join(' ', (await TextOfAsync(pdf)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsOnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
