namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Tells from its first bytes that a file is no plain text, and what to do instead.</summary>
internal static class FileSignature
{
    private const string Picture = "This looks like a picture. A policy must be text: ask the person who made it for the original document.";

    private const string Shortcut =
        "This is a link to a document, not the document. Open it, download the document itself as Word (.docx) or PDF, and choose that file.";

    private const string Mail = "This is an e-mail. Save the document that came with it, or copy the policy into Word, and choose that file.";
    private const int LongestHead = 8 * 1024;

    /// <returns>A refusal in one or two sentences; null where nothing is recognised.</returns>
    public static string? Refusal(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("{\\rtf"u8))
        {
            return "This looks like rich text (RTF). Save it as a Word document (.docx) first.";
        }

        if (
            file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
            || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || file.StartsWith("GIF8"u8)
            || file.StartsWith("II*\0"u8)
            || file.StartsWith("MM\0*"u8)
            || (file.Length > 12 && (file[4..].StartsWith("ftyphei"u8) || file[4..].StartsWith("ftypmif"u8) || file[8..].StartsWith("WEBP"u8)))
        )
        {
            return Picture;
        }

        if (
            file.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
            || file.StartsWith("Rar!"u8)
            || file.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
        )
        {
            return "This looks like a compressed archive. Unpack it first, then choose the text file in it.";
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F']) || (file.StartsWith("MZ"u8) && file.Contains((byte)0)))
        {
            return "This looks like a program, not a policy. Check that it is the right file.";
        }

        var head = file[..Math.Min(file.Length, LongestHead)];
        return IsShortcut(head) ? Shortcut
            : IsMail(head) ? Mail
            : null;
    }

    // Raw: "[InternetShortcut]" of Windows and OneDrive; {"url":"https://docs.google.com/…","doc_id":…} of Google Drive; a .webloc of macOS
    private static bool IsShortcut(ReadOnlySpan<byte> head) =>
        head.StartsWith("[InternetShortcut]"u8)
        || (head.StartsWith("{\""u8) && head.IndexOf("\"doc_id\""u8) > 0)
        || (head.IndexOf("<plist"u8) >= 0 && head.IndexOf("<key>URL</key>"u8) > 0);

    private static bool IsMail(ReadOnlySpan<byte> head) =>
        head.IndexOf("\nSubject: "u8) > 0
        && (head.IndexOf("\nMIME-Version: "u8) > 0 || head.IndexOf("\nMessage-ID: "u8) > 0 || head.StartsWith("MIME-Version: "u8))
        && (head.StartsWith("From: "u8) || head.IndexOf("\nFrom: "u8) > 0);
}
