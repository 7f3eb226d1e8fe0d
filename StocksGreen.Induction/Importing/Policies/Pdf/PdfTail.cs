using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StocksGreen.Induction.Importing.Policies.Pdf;

/// <summary>The last lines of a PDF, which lead to everything else, and which a download that breaks off loses.</summary>
internal static partial class PdfTail
{
    private const int Reach = 2_048;

    /// <summary>True where the file does not end as a PDF ends, or is shorter than it says itself.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> file) => HasNoEnd(file) || IsShort(file);

    private static bool HasNoEnd(ReadOnlySpan<byte> file) => file[Math.Max(0, file.Length - Reach)..].LastIndexOf("%%EOF"u8) < 0;

    /// <summary>A file that is made to be shown while it is downloaded says first how long it is. Raw: "/Linearized 1/L 1780866".</summary>
    private static bool IsShort(ReadOnlySpan<byte> file) =>
        Length().Match(Encoding.Latin1.GetString(file[..Math.Min(file.Length, Reach)])) is { Success: true } found
        && long.TryParse(found.Groups["length"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && file.Length < length;

    /// <returns>The file with the tail that it has lost, where the rest of it says what that was; else the file as it is.</returns>
    public static ReadOnlyMemory<byte> Restore(ReadOnlyMemory<byte> file)
    {
        if (!HasNoEnd(file.Span))
        {
            return file;
        }

        var text = Encoding.Latin1.GetString(file.Span);
        var table = text.LastIndexOf("\nxref", StringComparison.Ordinal);
        var stream = StreamTable().Match(text);
        var root = Root().Match(text);
        if (table < 0 && stream.Success)
        {
            return With(file, string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{stream.Groups["start"].Index}\n%%EOF\n"));
        }

        // The trailer may be cut as well; the catalogue is an object that says what it is.
        var catalogue =
            root.Success ? root.Groups["number"].Value
            : Catalogue().Match(text) is { Success: true } found ? found.Groups["number"].Value
            : null;
        return table < 0 || catalogue is null
            ? file
            : With(
                file[..(text.LastIndexOf("trailer", StringComparison.Ordinal) is var trailer && trailer > table ? trailer : file.Length)],
                string.Create(CultureInfo.InvariantCulture, $"\ntrailer\n<</Root {catalogue} 0 R/Size 1000000>>\nstartxref\n{table + 1}\n%%EOF\n")
            );
    }

    private static byte[] With(ReadOnlyMemory<byte> file, string tail) => [.. file.Span, .. Encoding.Latin1.GetBytes(tail)];

    [GeneratedRegex(@"<<[^>]{0,200}/Linearized\b[^>]{0,200}?/L\s+(?<length>\d{1,12})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Length();

    [GeneratedRegex(@"/Root\s+(?<number>\d+)\s+0\s+R", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();

    [GeneratedRegex(
        @"\n(?<number>\d+) 0 obj\s*<<[^>]{0,200}/Type\s*/Catalog",
        RegexOptions.ExplicitCapture | RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"\n(?<start>\d+ 0 obj)\s*<<[^\n]{0,300}/XRef", RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StreamTable();
}
