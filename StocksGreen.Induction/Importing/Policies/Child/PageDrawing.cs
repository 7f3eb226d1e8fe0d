using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using StocksGreen.Induction.Importing.Policies.Pages;

namespace StocksGreen.Induction.Importing.Policies.Child;

/// <summary>Draws pages of a PDF with <c>pdftoppm</c> (poppler-utils) where the machine has it, within limits, in a folder that goes afterwards.</summary>
/// <param name="limits">Time for all pages, and memory.</param>
/// <param name="folder">Where temporary folders may be made; it need not be there.</param>
/// <param name="path">Folders in which programs are looked for, as PATH lists them; null for the machine's own.</param>
public sealed class PageDrawing(ReadingLimits limits, string folder, string? path = null)
{
    private const string Program = "pdftoppm";
    private const string Shell = "/bin/sh";
    private const string Prefix = "page";
    private const long LargestFileInBytes = 40L * 1024 * 1024;

    // What a server that was killed has left behind.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    // "$@" is everything after the name of the shell: no word of it is read as a command.
    private const string Limited = "ulimit -v \"$0\"; ulimit -t \"$1\"; ulimit -f \"$2\"; shift 2; exec \"$@\"";

    /// <summary>True where the machine has what draws pages, and a shell that limits its memory.</summary>
    public bool IsThere => FindProgram() is not null;

    /// <returns>Page number and JPEG of each page that could be drawn; none where there is no program, or it took too much.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<IReadOnlyDictionary<int, byte[]>> DrawAsync(ReadOnlyMemory<byte> file, int first, int last, CancellationToken cancellationToken)
    {
        if (FindProgram() is not { } program)
        {
            return new Dictionary<int, byte[]>();
        }

        var own = MakeFolder();
        try
        {
            var source = Path.Combine(own, "document.pdf");
            await File.WriteAllBytesAsync(source, file.ToArray(), cancellationToken);
            await RunAsync(program, source, own, first, last, cancellationToken);
            return await CollectAsync(own, cancellationToken);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
    }

    private string? FindProgram() =>
        OperatingSystem.IsWindows() || !File.Exists(Shell)
            ? null
            : (path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(Path.IsPathRooted)
                .Select(each => Path.Combine(each, Program))
                .FirstOrDefault(File.Exists);

    private string MakeFolder()
    {
        Directory.CreateDirectory(folder);
        foreach (var old in new DirectoryInfo(folder).EnumerateDirectories().Where(each => DateTime.UtcNow - each.LastWriteTimeUtc > Abandoned).ToList())
        {
            old.Delete(recursive: true);
        }

        return Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
    }

    private async Task RunAsync(string program, string source, string own, int first, int last, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(program, source, own, first, last) };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return;
        }

        try
        {
            ending.CancelAfter(limits.Time);
            var errors = SeparateProcess.DrainAsync(process.StandardError.BaseStream, ending.Token);
            await SeparateProcess.DrainAsync(process.StandardOutput.BaseStream, ending.Token);
            await errors;
            await process.WaitForExitAsync(ending.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Pages that were drawn by then are taken; the others are asked of the person.
        }
        finally
        {
            SeparateProcess.End(process);
        }
    }

    private ProcessStartInfo StartInfo(string program, string source, string own, int first, int last)
    {
        var info = new ProcessStartInfo
        {
            FileName = Shell,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = own,
        };
        const int Kilobyte = 1024;
        const int BlockInBytes = 512;
        string[] words =
        [
            "-c",
            Limited,
            Number(limits.HeapInBytes / Kilobyte),
            Number((long)Math.Ceiling(limits.Time.TotalSeconds)),
            Number(LargestFileInBytes / BlockInBytes),
            program,
            "-jpeg",
            "-jpegopt",
            "quality=85",
            "-scale-to",
            Number(PageLimits.DrawnSide),
            "-f",
            Number(first),
            "-l",
            Number(last),
            source,
            Path.Combine(own, Prefix),
        ];
        foreach (var word in words)
        {
            info.ArgumentList.Add(word);
        }

        SeparateProcess.RemoveSettings(info);
        return info;
    }

    /// <summary>Raw: page-3.jpg, page-03.jpg, by how many pages there are.</summary>
    private static async Task<Dictionary<int, byte[]>> CollectAsync(string own, CancellationToken cancellationToken)
    {
        var drawn = new Dictionary<int, byte[]>();
        foreach (var file in new DirectoryInfo(own).EnumerateFiles($"{Prefix}-*.jpg").Where(file => file.Length <= LargestFileInBytes))
        {
            if (
                int.TryParse(
                    Path.GetFileNameWithoutExtension(file.Name)[(Prefix.Length + 1)..],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                drawn[number] = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            }
        }

        return drawn;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
