using System.Buffers.Binary;

namespace StocksGreen.Induction.Images;

/// <summary>Writes a picture as a baseline JPEG of three colours that holds nothing but its dots (ITU T.81). The same picture gives the same bytes.</summary>
public static class JpegWriter
{
    private const int Side = 8;
    private const int Area = Side * Side;
    private const double Coarseness = 0.2; // of the tables of annex K: what programs call quality 90

    private static readonly byte[] ZigZag =
    [
        0,
        1,
        8,
        16,
        9,
        2,
        3,
        10,
        17,
        24,
        32,
        25,
        18,
        11,
        4,
        5,
        12,
        19,
        26,
        33,
        40,
        48,
        41,
        34,
        27,
        20,
        13,
        6,
        7,
        14,
        21,
        28,
        35,
        42,
        49,
        56,
        57,
        50,
        43,
        36,
        29,
        22,
        15,
        23,
        30,
        37,
        44,
        51,
        58,
        59,
        52,
        45,
        38,
        31,
        39,
        46,
        53,
        60,
        61,
        54,
        47,
        55,
        62,
        63,
    ];

    private static readonly byte[] Brightness = Scaled([
        16,
        11,
        10,
        16,
        24,
        40,
        51,
        61,
        12,
        12,
        14,
        19,
        26,
        58,
        60,
        55,
        14,
        13,
        16,
        24,
        40,
        57,
        69,
        56,
        14,
        17,
        22,
        29,
        51,
        87,
        80,
        62,
        18,
        22,
        37,
        56,
        68,
        109,
        103,
        77,
        24,
        35,
        55,
        64,
        81,
        104,
        113,
        92,
        49,
        64,
        78,
        87,
        103,
        121,
        120,
        101,
        72,
        92,
        95,
        98,
        112,
        100,
        103,
        99,
    ]);

    private static readonly byte[] Colour = Scaled([
        17,
        18,
        24,
        47,
        99,
        99,
        99,
        99,
        18,
        21,
        26,
        66,
        99,
        99,
        99,
        99,
        24,
        26,
        56,
        99,
        99,
        99,
        99,
        99,
        47,
        66,
        99,
        99,
        99,
        99,
        99,
        99,
        .. Enumerable.Repeat((byte)99, 32),
    ]);

    // One set of codes serves all three colours: how many there are of each length, then what they stand for (T.81, K.3.3, for brightness).
    private static readonly byte[] FirstLengths = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] FirstValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    private static readonly byte[] OtherLengths = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D];
    private static readonly byte[] OtherValues = Convert.FromHexString(
        "01020300041105122131410613516107227114328191A1082342B1C11552D1F02433627282090A161718191A25262728292A3435363738393A434445464748494A"
            + "535455565758595A636465666768696A737475767778797A838485868788898A92939495969798999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6"
            + "C7C8C9CAD2D3D4D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7F8F9FA"
    );

    private static readonly (int Code, int Length)[] First = Codes(FirstLengths, FirstValues);
    private static readonly (int Code, int Length)[] Other = Codes(OtherLengths, OtherValues);

    private static readonly float[] Waves =
    [
        .. Enumerable.Range(0, Area).Select(i => (float)((i < Side ? Math.Sqrt(0.125) : 0.5) * Math.Cos(((2 * (i % Side)) + 1) * (i / Side) * Math.PI / 16))),
    ];

    /// <param name="picture">What shines through in it becomes white.</param>
    public static byte[] Write(RasterImage picture)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(file, 0xDB, [0, .. ZigZag.Select(at => Brightness[at]), 1, .. ZigZag.Select(at => Colour[at])]);
        var size = new byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)picture.Height);
        BinaryPrimitives.WriteUInt16BigEndian(size.AsSpan(2), (ushort)picture.Width);
        Segment(file, 0xC0, [8, .. size, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
        Segment(file, 0xC4, [0x00, .. FirstLengths, .. FirstValues, 0x10, .. OtherLengths, .. OtherValues]);
        Segment(file, 0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
        WriteDots(file, picture);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static void WriteDots(MemoryStream file, RasterImage picture)
    {
        var (dots, bits) = (picture.OnPaper(), new BitWriter(file));
        var (before, block, numbers) = (new int[3], new float[Area], new int[Area]);
        for (var top = 0; top < picture.Height; top += Side)
        {
            for (var left = 0; left < picture.Width; left += Side)
            {
                for (var part = 0; part < 3; part++)
                {
                    Take(dots, picture.Width, picture.Height, left, top, part, block);
                    Transform(block, part == 0 ? Brightness : Colour, numbers);
                    bits.Write(numbers, ref before[part]);
                }
            }
        }

        bits.Flush();
    }

    /// <summary>Eight by eight dots as brightness or one of the two colours (JFIF); beyond the edge the last dot goes on.</summary>
    private static void Take(byte[] dots, int width, int height, int left, int top, int part, float[] block)
    {
        for (var i = 0; i < Area; i++)
        {
            var at = 3 * ((Math.Min(top + (i / Side), height - 1) * width) + Math.Min(left + (i % Side), width - 1));
            var (red, green, blue) = ((float)dots[at], (float)dots[at + 1], (float)dots[at + 2]);
            block[i] = part switch
            {
                0 => (0.299f * red) + (0.587f * green) + (0.114f * blue) - 128,
                1 => (-0.168736f * red) - (0.331264f * green) + (0.5f * blue),
                _ => (0.5f * red) - (0.418688f * green) - (0.081312f * blue),
            };
        }
    }

    private static void Transform(float[] block, byte[] table, int[] numbers)
    {
        Span<float> rows = stackalloc float[Area];
        for (var y = 0; y < Side; y++)
        {
            for (var u = 0; u < Side; u++)
            {
                var sum = 0f;
                for (var x = 0; x < Side; x++)
                {
                    sum += block[(y * Side) + x] * Waves[(u * Side) + x];
                }

                rows[(y * Side) + u] = sum;
            }
        }

        for (var i = 0; i < Area; i++)
        {
            var (at, sum) = (ZigZag[i], 0f);
            for (var y = 0; y < Side; y++)
            {
                sum += rows[(y * Side) + (at % Side)] * Waves[(at / Side * Side) + y];
            }

            numbers[i] = (int)MathF.Round(sum / table[at]);
        }
    }

    private static byte[] Scaled(byte[] table) => [.. table.Select(step => (byte)Math.Max(1, Math.Round(step * Coarseness)))];

    private static (int Code, int Length)[] Codes(byte[] lengths, byte[] values)
    {
        var codes = new (int, int)[256];
        var (code, next) = (0, 0);
        for (var length = 1; length <= lengths.Length; length++, code <<= 1)
        {
            for (var i = 0; i < lengths[length - 1]; i++)
            {
                codes[values[next++]] = (code++, length);
            }
        }

        return codes;
    }

    private static void Segment(MemoryStream file, byte marker, ReadOnlySpan<byte> content)
    {
        file.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        file.Write(content);
    }

    private sealed class BitWriter(MemoryStream file)
    {
        private const int ZeroRun = 0xF0; // sixteen zeros
        private int buffer;
        private int count;

        public void Write(int[] numbers, ref int before)
        {
            Put(First, 0, numbers[0] - before);
            before = numbers[0];
            var zeros = 0;
            for (var i = 1; i < Area; i++)
            {
                if (numbers[i] == 0)
                {
                    zeros++;
                    continue;
                }

                for (; zeros > 15; zeros -= 16)
                {
                    Put(Other[ZeroRun].Code, Other[ZeroRun].Length);
                }

                Put(Other, zeros, numbers[i]);
                zeros = 0;
            }

            if (zeros > 0)
            {
                Put(Other[0].Code, Other[0].Length);
            }
        }

        public void Flush() => Put(0x7F, 7);

        private void Put((int Code, int Length)[] codes, int zeros, int number)
        {
            var length = number == 0 ? 0 : 32 - int.LeadingZeroCount(Math.Abs(number));
            var (code, bits) = codes[(zeros << 4) | length];
            Put(code, bits);
            Put(number < 0 ? number + (1 << length) - 1 : number, length);
        }

        private void Put(int code, int length)
        {
            for (var bit = length - 1; bit >= 0; bit--)
            {
                buffer = (buffer << 1) | ((code >> bit) & 1);
                if (++count == 8)
                {
                    file.WriteByte((byte)buffer);
                    if (buffer == 0xFF)
                    {
                        file.WriteByte(0);
                    }

                    (buffer, count) = (0, 0);
                }
            }
        }
    }
}
