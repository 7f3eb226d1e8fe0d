using System.Buffers.Binary;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>A real JPEG in shades of grey, made of squares of eight by eight dots that have one shade each.</summary>
internal static class TestJpeg
{
    private const int Square = 8;
    private const int MiddleGrey = 128;

    // Codes for how many bits a difference has (ITU T.81, table K.3).
    private static readonly (int Code, int Bits)[] Lengths =
    [
        (0b00, 2),
        (0b010, 3),
        (0b011, 3),
        (0b100, 3),
        (0b101, 3),
        (0b110, 3),
        (0b1110, 4),
        (0b11110, 5),
        (0b111110, 6),
    ];

    /// <param name="columns">Squares across.</param>
    /// <param name="rows">Squares down.</param>
    /// <param name="shade">Of a square, 0 black to 255 white.</param>
    public static byte[] Create(int columns, int rows, Func<int, int, byte> shade)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        // Every step of the table is eight, so that a square's number is its shade.
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)Square, 64)]);
        var size = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)(rows * Square));
        BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(2), (ushort)(columns * Square));
        Segment(file, 0xC0, [8, .. size, 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, 0, 1, 5, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        // Nothing follows the first number of a square: one code, of one bit.
        Segment(file, 0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Segment(file, 0xDA, [1, 1, 0x00, 0, 63, 0]);
        var (bits, count, before) = (0, 0, 0);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var value = shade(column, row) - MiddleGrey;
                var difference = value - before;
                before = value;
                var length = difference == 0 ? 0 : 32 - int.LeadingZeroCount(Math.Abs(difference));
                Put(Lengths[length].Code, Lengths[length].Bits);
                Put(difference < 0 ? difference + (1 << length) - 1 : difference, length);
                Put(0, 1);
            }
        }

        Put(0x7F, 7);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();

        void Put(int value, int length)
        {
            for (var at = length - 1; at >= 0; at--)
            {
                bits = (bits << 1) | ((value >> at) & 1);
                if (++count == 8)
                {
                    file.WriteByte((byte)bits);
                    if (bits == 0xFF)
                    {
                        file.WriteByte(0);
                    }

                    (bits, count) = (0, 0);
                }
            }
        }
    }

    /// <summary>A page with dark lines as of print; another one for each number.</summary>
    public static byte[] Page(int number) =>
        Create(30, 42, (column, row) => row > 3 && row < 38 && row % 2 == 0 && column > 2 && column < 27 - ((row + number) % 5) ? (byte)90 : (byte)245);

    private static void Segment(Stream file, byte marker, byte[] content)
    {
        file.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        file.Write(content);
    }
}
