using System.Buffers.Binary;

namespace StocksGreen.Induction.Images;

/// <summary>Leaves of a JPEG its dots and their colours; what lay on its side because of how the camera was held is turned upright (Exif 2.3, 4.6.4).</summary>
internal static class JpegCleaner
{
    private const int Upright = 1;
    private const int LargestTurnedSide = 3_000;
    private const int OrientationTag = 0x0112;

    public static byte[] Clean(byte[] file, bool isTurned)
    {
        using var clean = new MemoryStream(file.Length);
        if (Copy(file, clean) is not { } orientation)
        {
            return file; // damaged, which anyone who shows it will say
        }

        var plain = clean.Length == file.Length ? file : clean.ToArray();
        return isTurned && orientation != Upright ? Turn(plain, orientation) : plain;
    }

    /// <summary>Whether the file goes on to its end mark, part by part.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file) => Copy(file, Stream.Null) is not null;

    /// <returns>How the picture is turned, from 1 to 8; null where the file is damaged.</returns>
    private static int? Copy(ReadOnlySpan<byte> file, Stream clean)
    {
        var orientation = Upright;
        clean.Write(file[..2]);
        for (var at = 2; at + 1 < file.Length; )
        {
            var marker = file[at + 1];
            if (file[at] != 0xFF || marker == 0)
            {
                return null;
            }

            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0xD9)
            {
                clean.Write(file.Slice(at, 2));
                return orientation; // what follows belongs to the camera
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                clean.Write(file.Slice(at, 2));
                at += 2;
                continue;
            }

            if (at + 4 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]) is var length && (length < 2 || at + 2 + length > file.Length))
            {
                return null;
            }

            var content = file.Slice(at + 4, length - 2);
            if (marker == 0xE1 && orientation == Upright)
            {
                orientation = OrientationOf(content);
            }

            var end = at + 2 + length;
            if (marker == 0xDA)
            {
                end = EndOfDots(file, end);
            }

            if (IsSeen(marker, content))
            {
                clean.Write(file[at..end]);
            }

            at = end;
        }

        return null;
    }

    private static bool IsSeen(byte marker, ReadOnlySpan<byte> content) =>
        marker switch
        {
            0xE0 => content.StartsWith("JFIF"u8),
            0xE2 => content.StartsWith("ICC_PROFILE"u8),
            0xEE => content.StartsWith("Adobe"u8), // how its colours are to be read
            >= 0xE1 and <= 0xEF or 0xFE => false,
            _ => true,
        };

    /// <summary>Dots go on to the next marker that is neither an escaped byte nor a restart.</summary>
    private static int EndOfDots(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
        {
            at++;
        }

        return at;
    }

    // Raw: "Exif\0\0", then a TIFF: "MM" or "II", 42, the place of a list of entries of twelve bytes each.
    private static int OrientationOf(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("Exif\0\0"u8) || content.Length < 16)
        {
            return Upright;
        }

        var tiff = content[6..];
        var isLittle = tiff[0] == 'I';
        var list = Number(tiff, 4, isLong: true);
        if (list < 8 || list > tiff.Length - 2)
        {
            return Upright;
        }

        var count = Number(tiff, (int)list, isLong: false);
        for (var entry = (int)list + 2; count > 0 && entry <= tiff.Length - 12; entry += 12, count--)
        {
            if (Number(tiff, entry, isLong: false) == OrientationTag)
            {
                return Number(tiff, entry + 8, isLong: false) is var value and >= 1 and <= 8 ? (int)value : Upright;
            }
        }

        return Upright;

        long Number(ReadOnlySpan<byte> bytes, int at, bool isLong) =>
            (isLittle, isLong) switch
            {
                (true, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]),
                (true, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]),
                (false, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]),
                (false, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]),
            };
    }

    private static byte[] Turn(byte[] plain, int orientation)
    {
        try
        {
            return JpegWriter.Write(PictureDecoder.Read(plain, LargestTurnedSide).Turned(orientation));
        }
        catch (PictureFormatException)
        {
            // Too large to be unpacked: the one number that says how it is held stays.
            byte[] only = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
            return [.. plain.AsSpan(0, 2), .. only, .. plain.AsSpan(2)];
        }
    }
}
