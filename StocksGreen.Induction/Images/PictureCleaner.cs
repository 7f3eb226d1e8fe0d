using System.Buffers.Binary;

namespace StocksGreen.Induction.Images;

/// <summary>
/// Leaves of a picture what can be seen, and nothing that a camera or a program wrote next to it: place, time, camera, names, small copies. Done where a
/// picture comes in; one that was published stays as it is, byte for byte.
/// </summary>
public static class PictureCleaner
{
    // PNG, 5.6 and 11.3: what changes how dots look. Large first letters are parts that must be understood.
    private static readonly HashSet<uint> SeenInPng =
    [
        .. ((string[])["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT"]).Select(PngChunks.NameOf),
    ];

    /// <param name="file">PNG, JPEG or GIF; anything else is answered as it is.</param>
    /// <param name="isTurned">True where a JPEG is shown as its camera was held; false where it is taken out of a file that shows it as it lies.</param>
    /// <returns>The same dots, in the file's own array where there was nothing to leave out; a JPEG that lay on its side stands upright.</returns>
    public static byte[] Clean(byte[] file, bool isTurned = true) =>
        PictureShape.Read(file)?.MediaType switch
        {
            "image/jpeg" => JpegCleaner.Clean(file, isTurned),
            "image/png" => CleanPng(file),
            "image/gif" => CleanGif(file),
            _ => file,
        };

    private static byte[] CleanPng(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        var at = PngChunks.Signature.Length;
        clean.Write(file, 0, at);
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
            {
                return file; // damaged, which anyone who shows it will say
            }

            var name = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 4));
            var isNeeded = (name & 0x20000000) == 0;
            if (isNeeded || SeenInPng.Contains(name))
            {
                clean.Write(file, at, (int)length + 12);
            }

            at += (int)length + 12;
            if (name == PngChunks.NameOf("IEND"))
            {
                break;
            }
        }

        return clean.Length == file.Length ? file : clean.ToArray();
    }

    // GIF89a, 18 to 27: after the head, pictures (0x2C) and extensions (0x21), each a chain of blocks with their lengths, up to 0x3B.
    private static byte[] CleanGif(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        var at = 13 + TableLength(file.Length > 10 ? file[10] : 0);
        clean.Write(file, 0, Math.Min(at, file.Length));
        while (at < file.Length)
        {
            var start = at;
            var kind = file[at];
            if (kind == 0x3B)
            {
                clean.WriteByte(kind);
                return clean.Length == file.Length ? file : clean.ToArray();
            }

            if (kind == 0x2C && at + 10 < file.Length)
            {
                at += 11 + TableLength(file[at + 9]); // its frame, its colours, and the size of its codes
            }
            else if (kind == 0x21 && at + 2 < file.Length)
            {
                at += 2;
            }
            else
            {
                return file; // damaged
            }

            while (at < file.Length && file[at] != 0)
            {
                at += file[at] + 1;
            }

            at++;
            if (at > file.Length)
            {
                return file;
            }

            if (kind == 0x2C || IsSeen(file.AsSpan(start, at - start)))
            {
                clean.Write(file, start, at - start);
            }
        }

        return file;

        static int TableLength(int flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

        // How a picture is shown and how often; not comments, nor what programs add.
        static bool IsSeen(ReadOnlySpan<byte> extension) =>
            extension[1] is 0xF9 or 0x01 || (extension[1] == 0xFF && extension[3..].StartsWith("NETSCAPE2.0"u8));
    }
}
