using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>The text of a staff file: UTF-8, UTF-16, else Windows-1252, which is what older Windows programs save.</summary>
internal static class StaffFileText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The text without a byte order mark, or the sentence that refuses it.</returns>
    internal static (string Text, string? Refusal) Decode(ReadOnlySpan<byte> file, List<LineNote> warnings)
    {
        if (RefusalOfFormat(file) is { } refusal)
        {
            return ("", refusal);
        }

        var text = ToText(file, warnings).TrimEnd('\u001A'); // the end-of-file mark of MS-DOS
        var stray = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (stray >= 0)
        {
            return (
                "",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Line {LineAt(text, stray)} holds a character that no staff list has (a NUL or control character). Export the list again; the "
                        + $"file may be damaged."
                )
            );
        }

        return string.IsNullOrWhiteSpace(text) ? ("", "This file is empty. Check that it is the right file.") : (text, null);
    }

    private static string? RefusalOfFormat(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("%PDF"u8))
        {
            return "This is a PDF. Export the staff list from the MIS as a workbook or CSV.";
        }

        if (
            file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || file.StartsWith("GIF8"u8)
        )
        {
            return "This is a picture. Export the staff list from the MIS as a workbook or CSV.";
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || file.StartsWith("Rar!"u8) || file.StartsWith("7z"u8) && file.Contains((byte)0))
        {
            return "This is a compressed archive. Unpack it first, then choose the staff list in it.";
        }

        return null;
    }

    /// <summary>Refuses a web page without a table, and XML that is no sheet.</summary>
    internal static string? RefusalOfMarkup(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 512)).TrimStart();
        return
            start.StartsWith("<", StringComparison.Ordinal)
            && (
                start.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            )
            ? "This is a web page or XML without a table in it, whatever its name says. Export the staff list from the MIS as a workbook or CSV."
            : null;
    }

    private static string ToText(ReadOnlySpan<byte> file, List<LineNote> warnings)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(file[2..]);
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(file[2..]);
        }

        if (WithoutMark(file) is { } wide)
        {
            return wide.GetString(file);
        }

        var isMarked = file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        file = isMarked ? file[3..] : file;
        try
        {
            return StrictUtf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            // One bad byte among good letters is a damaged file, not another encoding.
            var damaged = Encoding.UTF8.GetString(file);
            var bad = damaged.AsSpan().Count('\uFFFD');
            if (isMarked || damaged.Count(c => c > '\u007F') > 2 * bad)
            {
                warnings.Add(
                    new LineNote(
                        LineAt(damaged, damaged.IndexOf('\uFFFD', StringComparison.Ordinal)),
                        "A letter of this line is damaged in the file. Check the line, and those below it."
                    )
                );
                return damaged;
            }

            var text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
            var first = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
            warnings.Add(
                new LineNote(LineAt(text, first), "The file is not in UTF-8, so it was read as Windows-1252. Check the accents of names, from this line on.")
            );
            return text;
        }
    }

    /// <summary>UTF-16 that does not say so: in Latin letters every other byte is 0.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> file)
    {
        var start = file[..Math.Min(file.Length & ~1, 128)];
        if (start.Length < 8)
        {
            return null;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        return (even, odd) switch
        {
            (0, _) when odd * 4 > start.Length => Encoding.Unicode,
            (_, 0) when even * 4 > start.Length => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static int LineAt(string text, int position)
    {
        var line = 1;
        for (var i = 0; i < position; i++)
        {
            line += text[i] is '\n' || (text[i] is '\r' && text[i + 1] is not '\n') ? 1 : 0;
        }

        return line;
    }
}
