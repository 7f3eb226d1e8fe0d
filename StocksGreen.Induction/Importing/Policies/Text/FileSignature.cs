namespace StocksGreen.Induction.Importing.Policies.Text;

/// <summary>Tells from its first bytes that a file is no plain text, and what to do instead.</summary>
internal static class FileSignature
{
    private const string Picture = "This looks like a picture. A policy must be text: ask the person who made it for the original document.";

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

        return null;
    }
}
