using System.Diagnostics;
using System.Globalization;
using System.Text;
using StocksGreen.Induction.Benchmarks;
using StocksGreen.Induction.Cli;
using StocksGreen.Induction.Hosting;

namespace StocksGreen.Induction.Tests.Support.Schools;

/// <summary>A command of the program, as someone at a console runs it.</summary>
/// <param name="Output">Standard output, as bytes read as UTF-8.</param>
/// <param name="Error">Standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs it in this process.</summary>
    /// <param name="folder">Where the caller stands: "./x" in an argument is x there, and what is printed of it is "./x" too. A process has one folder for
    /// all.</param>
    public static async Task<CommandRun> HereAsync(string folder, params string[] arguments)
    {
        var there = folder + Path.DirectorySeparatorChar;
        var (exitCode, output, error) = await TestConsole.ListenAsync(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            return CommandLine.RunAsync(
                [.. arguments.Select(argument => argument.StartsWith("./", StringComparison.Ordinal) ? there + argument[2..] : argument)],
                ServiceRegistration.AddEverything,
                (_, _, _) => throw new InvalidOperationException("A server would have been started."),
                wire => new MeasureCommand(wire).Build()
            );
        });
        return new CommandRun(exitCode, Here(output), Here(error));

        string Here(string printed) => printed.Replace(there, "./", StringComparison.Ordinal);
    }

    /// <summary>
    /// Runs the built program as a process of its own: for what only a process has, as its folder, its settings and the bytes that it prints.
    /// </summary>
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
