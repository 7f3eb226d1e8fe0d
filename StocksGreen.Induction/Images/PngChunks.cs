using System.Buffers.Binary;

namespace StocksGreen.Induction.Images;

/// <summary>The parts of a PNG file (PNG, 5), each held against its check sum.</summary>
internal static class PngChunks
{
    private const int Frame = 12; // length, name and check sum
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Takes the part at the front.</summary>
    /// <param name="rest">What follows the signature or the part before; after the call what follows this one.</param>
    /// <exception cref="PictureFormatException">It is cut off or damaged.</exception>
    public static (uint Name, byte[] Data) Take(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < Frame || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - Frame)
        {
            throw new PictureFormatException("The picture is cut off: a part of the file is missing. Save it again, and choose it once more.");
        }

        var named = rest.Slice(4, 4 + (int)length);
        if (CheckSum(named) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
        {
            throw new PictureFormatException("The picture is damaged: the file does not hold what it says it holds. Save it again, and choose it once more.");
        }

        rest = rest[(Frame + (int)length)..];
        return (BinaryPrimitives.ReadUInt32BigEndian(named), named[4..].ToArray());
    }

    public static void Write(Stream file, string name, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[Frame + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        System.Text.Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), CheckSum(chunk.AsSpan(4, 4 + data.Length)));
        file.Write(chunk);
    }

    public static uint NameOf(string name) => BinaryPrimitives.ReadUInt32BigEndian(System.Text.Encoding.ASCII.GetBytes(name));

    private static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum = Remainders[(sum ^ one) & 0xFF] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Remainder(int value)
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }

        return sum;
    }
}
