using System.Text;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>Tells a web page from other text, and turns its bytes into characters.</summary>
internal static partial class HtmlText
{
    private const int LengthOfHead = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a file is a web page: it says so at its start, or its name does and tags stand in it.</summary>
    internal static bool IsPage(ReadOnlySpan<byte> file, string fileName)
    {
        if (FileSignature.Refusal(file) is not null || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return false;
        }

        var head = Head(file);
        return head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || PageTag().IsMatch(head)
            || (Path.GetExtension(fileName).ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML" && head.Contains('<', StringComparison.Ordinal));
    }

    /// <summary>A web page and its pictures in one file, as browsers save it.</summary>
    /// <remarks>Raw: "From: &lt;Saved by Blink&gt;", "MIME-Version: 1.0", "Content-Type: multipart/related;".</remarks>
    internal static bool IsArchive(ReadOnlySpan<byte> file)
    {
        var head = Head(file);
        return head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            && head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
            && HeaderLine().IsMatch(head);
    }

    /// <summary>By its byte order mark, by what the page says of itself, and else as UTF-8 or Windows-1252, whichever it can be.</summary>
    /// <param name="named">The encoding that came with the page; null where none did.</param>
    internal static string Decode(ReadOnlySpan<byte> file, string? named, WarningList warnings)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(file[2..]);
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(file[2..]);
        }

        var bare = file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;
        try
        {
            // What can be read as UTF-8 and has more than ASCII in it is nothing else, whatever it says.
            return Strict.GetString(bare);
        }
        catch (DecoderFallbackException)
        {
            var said = named ?? (Charset().Match(Head(bare)) is { Success: true } found ? found.Groups["name"].Value : "");
            var encoding = EncodingOf(said);
            if (encoding is null or UTF8Encoding)
            {
                warnings.Add("The page does not say in which encoding it is, so it was read as Windows-1252. Check accented letters and pound signs.");
            }

            return (encoding is null or UTF8Encoding ? EncodingOf("windows-1252")! : encoding).GetString(bare);
        }
    }

    private static Encoding? EncodingOf(string name)
    {
        // A browser reads Latin-1 as Windows-1252, which has it in it.
        var known = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? "windows-1252" : name;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? (known.Length > 0 ? Encoding.GetEncoding(known) : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Head(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, LengthOfHead)];
        return file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(head)
            : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(head)
            : Encoding.Latin1.GetString(head);
    }

    [GeneratedRegex(@"<html[\s>]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageTag();

    [GeneratedRegex(@"^\s*[A-Za-z-]+:", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderLine();

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?<name>[A-Za-z0-9_:.-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Charset();
}
