using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>The text of a file, or why it has none.</summary>
/// <param name="Text">Empty where it is refused.</param>
/// <param name="Refusal">A sentence for the person; null where the text was read.</param>
internal readonly record struct DecodedText(string Text, string? Refusal);

/// <summary>Bytes to text: UTF-8, UTF-16 with a byte order mark, else Windows-1252, which is what older Windows programs save.</summary>
internal static class TextDecoding
{
    private const string Binary = "This does not look like text: it holds characters that only programs use. Save the policy as plain text (.txt) first.";
    private const string Empty = "This file is empty. Check that it is the right file.";

    // Word leaves a stray control character here and there (\u0007 ends a table cell, \u001E is a hyphen that does not break).
    private const int OneControlCharacterIn = 200;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DecodedText Decode(ReadOnlySpan<byte> file, WarningList warnings)
    {
        if (file.IsEmpty)
        {
            return new DecodedText("", Empty);
        }

        if (FileSignature.Refusal(file) is { } refusal)
        {
            return new DecodedText("", refusal);
        }

        if (ToText(file, warnings) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return new DecodedText("", Binary);
        }

        text = text.TrimEnd('\u001A'); // the end-of-file mark of MS-DOS
        if (string.IsNullOrWhiteSpace(text.Replace("\uFEFF", "", StringComparison.Ordinal)))
        {
            return new DecodedText("", "This file is empty: it holds nothing but white space. Check that it is the right file.");
        }

        var controls = text.Count(IsStrayControl);
        if (controls * OneControlCharacterIn > text.Length)
        {
            return new DecodedText("", Binary);
        }

        if (controls > 0)
        {
            warnings.Add(
                string.Create(CultureInfo.InvariantCulture, $"Removed {controls} control character{(controls == 1 ? "" : "s")} that cannot be printed.")
            );
            text = string.Concat(text.Where(c => !IsStrayControl(c)));
        }

        return new DecodedText(text, Refusal: null);
    }

    private static bool IsStrayControl(char c) =>
        (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) || c is (>= '\u007F' and <= '\u009F' and not '\u0085') or '\uFFFE' or '\uFFFF';

    private static string? ToText(ReadOnlySpan<byte> file, WarningList warnings)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || file.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return null; // UTF-32 is nothing that an office program saves
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(file[2..]);
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(file[2..]);
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            file = file[3..];
        }

        try
        {
            return StrictUtf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return ToTextDespiteFaults(file, warnings);
        }
    }

    private static string ToTextDespiteFaults(ReadOnlySpan<byte> file, WarningList warnings)
    {
        var utf8 = Encoding.UTF8.GetString(file);
        var unreadable = utf8.Count(c => c == '\uFFFD');
        if (utf8.Count(c => c > '\u007F' && c != '\uFFFD') > unreadable)
        {
            warnings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unreadable} character{(unreadable == 1 ? "" : "s")} could not be read and {(unreadable == 1 ? "is" : "are")} shown as \uFFFD. "
                        + $"Check the text for them."
                )
            );
            return utf8;
        }

        warnings.Add("The file is not in UTF-8, so it was read as Windows-1252. Check accented letters, quotation marks and pound signs.");
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
    }
}
