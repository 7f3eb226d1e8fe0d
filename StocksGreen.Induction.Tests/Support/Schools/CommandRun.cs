using System.Diagnostics;
using System.Text;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>The built program, run as a process of its own, as somebody at a console runs it.</summary>
/// <param name="Output">Standard output, as bytes read as UTF-8.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <param name="folder">Where the caller stands.</param>
    /// <param name="settings">Environment variables.</param>
    public static async Task<CommandRun> OfAsync(string folder, IReadOnlyDictionary<string, string>? settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new CommandRun(process.ExitCode, output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Asserts that the question could not be asked: exit code 2, one sentence, nothing that a program could take for an answer.</summary>
    public void AssertRefused(string sentence)
    {
        Assert.Equal((2, "", sentence), (ExitCode, Output, Error.TrimEnd()));
    }
}
