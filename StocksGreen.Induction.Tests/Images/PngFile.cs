using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace StocksGreen.Induction.Tests.Images;

/// <summary>Builds PNG files of every kind, and ones that no program would write, by another way than the program's own.</summary>
internal sealed class PngFile
{
    private static readonly (int X, int Y, int Across, int Down)[] Passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    public required int Width { get; init; }

    public required int Height { get; init; }

    public int Bits { get; init; } = 8;

    /// <summary>The format's number: 0, 2, 3, 4 or 6.</summary>
    public int Colours { get; init; } = 2;

    public bool IsInterlaced { get; init; }

    /// <summary>The stored value of a channel at a place.</summary>
    public required Func<int, int, int, int> Value { get; init; }

    public byte[]? Palette { get; init; }

    public byte[]? Cover { get; init; }

    /// <summary>Which filter a row has; by turns where nothing else is said.</summary>
    public Func<int, byte> Filter { get; init; } = row => (byte)(row % 5);

    private int Channels =>
        Colours switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };

    public byte[] ToBytes()
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9], head[12]) = ((byte)Bits, (byte)Colours, (byte)(IsInterlaced ? 1 : 0));
        var data = Deflate([.. (IsInterlaced ? Passes : [(0, 0, 1, 1)]).SelectMany(Rows)]);
        return Of([
            ("IHDR", head),
            ("tEXt", [.. "Author\0somebody"u8]),
            .. Palette is { } palette ? new[] { ("PLTE", palette) } : [],
            .. Cover is { } cover ? new[] { ("tRNS", cover) } : [],
            // Programs split what is long; three parts do for all.
            ("IDAT", data[..(data.Length / 3)]),
            ("IDAT", data[(data.Length / 3)..(data.Length / 2)]),
            ("IDAT", data[(data.Length / 2)..]),
            ("IEND", []),
        ]);
    }

    public static byte[] Of(IEnumerable<(string Name, byte[] Data)> parts) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. parts.SelectMany(part => Part(part.Name, part.Data))];

    public static byte[] Deflate(byte[] rows)
    {
        using var data = new MemoryStream();
        using (var deflate = new ZLibStream(data, CompressionLevel.Fastest))
        {
            deflate.Write(rows);
        }

        return data.ToArray();
    }

    public static byte[] Part(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, CheckSum(named));
        return [.. length, .. named, .. sum];
    }

    private static uint CheckSum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320u);
            }
        }

        return ~sum;
    }

    private IEnumerable<byte> Rows((int X, int Y, int Across, int Down) pass)
    {
        var before = Array.Empty<byte>();
        var number = 0;
        for (var y = pass.Y; y < Height && pass.X < Width; y += pass.Down)
        {
            var row = Row(y, pass.X, pass.Across);
            before = before.Length == 0 ? new byte[row.Length] : before;
            var filter = Filter(number++);
            yield return filter;
            var step = Math.Max(1, Bits * Channels / 8);
            for (var i = 0; i < row.Length; i++)
            {
                var (left, above, corner) = (i < step ? 0 : row[i - step], (int)before[i], i < step ? 0 : before[i - step]);
                yield return (byte)(
                    row[i]
                    - filter switch
                    {
                        1 => left,
                        2 => above,
                        3 => (left + above) / 2,
                        4 => Paeth(left, above, corner),
                        _ => 0,
                    }
                );
            }

            before = row;
        }
    }

    private static int Paeth(int left, int above, int corner) => new[] { left, above, corner }.MinBy(near => Math.Abs(left + above - corner - near));

    private byte[] Row(int y, int first, int across)
    {
        var bits = new List<bool>();
        for (var x = first; x < Width; x += across)
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                var value = Value(x, y, channel);
                bits.AddRange(Enumerable.Range(0, Bits).Select(bit => ((value >> (Bits - 1 - bit)) & 1) == 1));
            }
        }

        return [.. bits.Chunk(8).Select(eight => (byte)eight.Select((bit, place) => bit ? 128 >> place : 0).Sum())];
    }
}
