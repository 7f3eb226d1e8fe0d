using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using StocksGreen.Induction.Importing.Policies.Pages;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Importing.Policies.Child;

/// <summary>Starts a second process of this program that reads one document, and ends it when it takes too much.</summary>
/// <param name="watch">Is told the number of each process that was started.</param>
internal sealed class SeparateProcess(ReadingLimits limits, Action<int>? watch = null)
{
    public const string TookTooMuch =
        "Reading this document took more time or memory than any policy needs, so it was stopped. Nothing was stored. Save it again from the program "
        + "that made it, or choose another form of it: Word, PDF or text.";

    public const string Ended =
        "The program that reads documents ended before it had read this one. Nothing was stored. Save the document again from the program that made it, or "
        + "choose another form of it: Word, PDF or text.";

    /// <summary>The exit code of a process that has used its memory and could still say so.</summary>
    public const int OutOfMemory = 12;

    // As the command line names them.
    private const string Group = "policy";
    private const string ToRead = "read";
    private const string ToTakePages = "pages";

    private const string CannotStart =
        "This document cannot be read, because the program that reads documents does not start. Ask the person who runs the server.";

    public Task<ImportOutcome> ReadAsync(ReadOnlyMemory<byte> file, string fileName, CancellationToken cancellationToken) =>
        AskAsync(
            ToRead,
            ImportMessage.Ask(fileName, file.Span),
            answer => ImportMessage.ReadAnswer(answer.Span),
            sentence => new ImportOutcome.Refused(sentence),
            cancellationToken
        );

    public Task<PagesOutcome> ReadPagesAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        AskAsync(
            ToTakePages,
            ImportMessage.Ask("", file.Span),
            answer => ImportMessage.ReadPages(answer.Span),
            sentence => new PagesOutcome.Refused(sentence),
            cancellationToken
        );

    private async Task<T> AskAsync<T>(
        string verb,
        byte[] asked,
        Func<ReadOnlyMemory<byte>, T?> read,
        Func<string, T> refuse,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var process = new Process { StartInfo = StartInfo(verb) };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            process.Start();
        }
        catch (Exception fault) when (fault is Win32Exception or FileNotFoundException)
        {
            return refuse(CannotStart);
        }

        try
        {
            watch?.Invoke(process.Id);
            ending.CancelAfter(limits.Time);
            var errors = DrainAsync(process.StandardError.BaseStream, ending.Token);
            var sending = SendAsync(process, asked, ending.Token);
            var answer = await TakeAsync(process.StandardOutput.BaseStream, ending.Token);
            await sending;
            await errors;
            await process.WaitForExitAsync(ending.Token);
            var outcome = process.ExitCode == 0 && answer is not null ? read(answer.GetBuffer().AsMemory(0, (int)answer.Length)) : null;
            return outcome ?? refuse(answer is null || IsOutOfMemory(process.ExitCode) ? TookTooMuch : Ended);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return refuse(TookTooMuch);
        }
        finally
        {
            End(process);
        }
    }

    // A runtime that is out of memory or stack aborts (134 or 139; on Windows 0xC0000409 and 0xE0434352); the system kills with 137.
    private static bool IsOutOfMemory(int exitCode) => exitCode is OutOfMemory or 134 or 137 or 139 or unchecked((int)0xC0000409) or unchecked((int)0xE0434352);

    private ProcessStartInfo StartInfo(string verb)
    {
        var assembly = typeof(SeparateProcess).Assembly.Location;
        var program = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        var info = new ProcessStartInfo
        {
            FileName = File.Exists(program) ? program : "dotnet",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (info.FileName == "dotnet")
        {
            info.ArgumentList.Add(assembly);
        }

        info.ArgumentList.Add(Group);
        info.ArgumentList.Add(verb);
        RemoveSettings(info);
        info.Environment["DOTNET_GCHeapHardLimit"] = "0x" + limits.HeapInBytes.ToString("X", CultureInfo.InvariantCulture);
        info.Environment["DOTNET_gcServer"] = "0";
        info.Environment["DOTNET_gcConcurrent"] = "0";
        info.Environment["DOTNET_TieredPGO"] = "0";
        // A process that is ended for its memory must not write the document to disk.
        info.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return info;
    }

    /// <summary>The settings of the server, among them its secrets, are no business of a process that reads files of strangers.</summary>
    internal static void RemoveSettings(ProcessStartInfo info)
    {
        foreach (var name in info.Environment.Keys.Where(name => !IsNeeded(name)).ToList())
        {
            info.Environment.Remove(name);
        }
    }

    private static bool IsNeeded(string name) =>
        name.ToUpperInvariant()
            is "PATH"
                or "HOME"
                or "TMPDIR"
                or "TEMP"
                or "TMP"
                or "SYSTEMROOT"
                or "WINDIR"
                or "USERPROFILE"
                or "LANG"
                or "LC_ALL"
                or "LD_LIBRARY_PATH"
                or "DOTNET_ROOT"
                or "DOTNET_ROOT_X64"
                or "DOTNET_ROOT_ARM64"
                or "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"
                or "DOTNET_BUNDLE_EXTRACT_BASE_DIR";

    private static async Task SendAsync(Process process, byte[] asked, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await input.WriteAsync(asked, cancellationToken);
        }
        catch (IOException)
        {
            // It has ended; its answer, or that there is none, says the rest.
        }
    }

    /// <returns>Null where it says more than a document can hold.</returns>
    private static async Task<MemoryStream?> TakeAsync(Stream output, CancellationToken cancellationToken)
    {
        var taken = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = await output.ReadAsync(part, cancellationToken)) > 0; )
        {
            if (taken.Length + read > ImportMessage.LargestAnswerInBytes)
            {
                return null;
            }

            taken.Write(part, 0, read);
        }

        return taken;
    }

    internal static async Task DrainAsync(Stream errors, CancellationToken cancellationToken)
    {
        var part = new byte[4 * 1024];
        while (await errors.ReadAsync(part, cancellationToken) > 0)
        {
            // What a failing runtime prints may quote the document, so that it is neither kept nor logged.
        }
    }

    internal static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It ended at the same moment.
        }
    }
}
