using System.Buffers.Binary;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Images;

/// <summary>Pictures of every kind the format knows, and files from people who mean no good.</summary>
public sealed class PngReaderTests
{
    private static readonly byte[] Colours =
    [
        .. Enumerable.Range(0, 16).SelectMany(i => new[] { (byte)(i * 17), (byte)(255 - (i * 9)), (byte)((i * 53) % 256) }),
    ];

    public static TheoryData<int, int, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<int, int, bool>();
            foreach (var (colours, bits) in new (int, int[])[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
            {
                foreach (var depth in bits)
                {
                    kinds.Add(colours, depth, false);
                    kinds.Add(colours, depth, true);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_read_dot_by_dot(int colours, int bits, bool isInterlaced)
    {
        var most = (1 << Math.Min(bits, 4)) - 1;
        int Value(int x, int y, int channel) =>
            bits == 16 ? ((x * 7919) + (y * 104729) + (channel * 31)) & 0xFFFF : ((x * 7) + (y * 13) + (channel * 5)) & (colours == 3 ? most : (1 << bits) - 1);
        var file = new PngFile
        {
            Width = 37,
            Height = 21,
            Bits = bits,
            Colours = colours,
            IsInterlaced = isInterlaced,
            Value = Value,
            Palette = colours == 3 ? Colours : null,
        };

        var picture = PngReader.Read(file.ToBytes(), int.MaxValue);

        Assert.Equal((37, 21), (picture.Width, picture.Height));
        for (var y = 0; y < 21; y++)
        {
            for (var x = 0; x < 37; x++)
            {
                byte Light(int channel) => bits == 16 ? (byte)(Value(x, y, channel) >> 8) : (byte)(Value(x, y, channel) * 255 / ((1 << bits) - 1));
                var expected = colours switch
                {
                    0 => (Light(0), Light(0), Light(0), (byte)255),
                    2 => (Light(0), Light(1), Light(2), (byte)255),
                    3 => (Colours[Value(x, y, 0) * 3], Colours[(Value(x, y, 0) * 3) + 1], Colours[(Value(x, y, 0) * 3) + 2], (byte)255),
                    4 => (Light(0), Light(0), Light(0), Light(1)),
                    _ => (Light(0), Light(1), Light(2), Light(3)),
                };
                var dot = At(picture, x, y);
                // What cannot be seen at all has no colour left.
                Assert.Equal((x, y, expected.Item4 == 0 ? default : expected), (x, y, dot));
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(3, 2)]
    [InlineData(8, 8)]
    [InlineData(9, 1)]
    public void A_tiny_interlaced_picture_leaves_passes_out(int width, int height)
    {
        int Value(int x, int y, int channel) => (x * 20) + (y * 9) + channel;

        var picture = PngReader.Read(
            new PngFile
            {
                Width = width,
                Height = height,
                IsInterlaced = true,
                Value = Value,
            }.ToBytes(),
            int.MaxValue
        );

        Assert.Equal(
            ((byte)Value(width - 1, height - 1, 0), (byte)Value(width - 1, height - 1, 1), (byte)Value(width - 1, height - 1, 2), (byte)255),
            At(picture, width - 1, height - 1)
        );
    }

    [Fact]
    public void Colours_that_cannot_be_seen_are_those_the_file_names()
    {
        var grey = PngReader.Read(
            new PngFile
            {
                Width = 4,
                Height = 1,
                Bits = 2,
                Colours = 0,
                Value = (x, _, _) => x,
                Cover = [0, 2],
            }.ToBytes(),
            9
        );
        var full = PngReader.Read(
            new PngFile
            {
                Width = 2,
                Height = 1,
                Value = (x, _, channel) => (x * 10) + channel,
                Cover = [0, 10, 0, 11, 0, 12],
            }.ToBytes(),
            9
        );
        var palette = PngReader.Read(
            new PngFile
            {
                Width = 3,
                Height = 1,
                Bits = 4,
                Colours = 3,
                Value = (x, _, _) => x,
                Palette = Colours,
                Cover = [0, 128],
            }.ToBytes(),
            9
        );

        Assert.Equal([255, 255, 0, 255], Covers(grey));
        Assert.Equal([255, 0], Covers(full));
        Assert.Equal([0, 128, 255], Covers(palette));
        Assert.Equal([255, 255, 255], palette.OnPaper()[..3]);
    }

    [Fact]
    public void A_large_picture_becomes_a_small_one_of_the_same_shape_and_light()
    {
        var file = new PngFile
        {
            Width = 1200,
            Height = 600,
            Value = (x, _, channel) =>
                x < 600 ? 255
                : channel == 0 ? 200
                : 20,
        }.ToBytes();

        var picture = PngReader.Read(file, 100);

        Assert.Equal((100, 50), (picture.Width, picture.Height));
        Assert.Equal(((byte)255, (byte)255, (byte)255, (byte)255), At(picture, 49, 25));
        Assert.Equal(((byte)200, (byte)20, (byte)20, (byte)255), At(picture, 50, 25));
    }

    [Fact]
    public void A_line_as_thin_as_a_hair_grows_pale_and_does_not_vanish()
    {
        var file = new PngFile
        {
            Width = 300,
            Height = 300,
            Colours = 0,
            Value = (x, _, _) => x == 151 ? 0 : 255,
        }.ToBytes();

        var picture = PngReader.Read(file, 128);

        Assert.InRange(Enumerable.Range(0, 128).Min(x => At(picture, x, 64).Red), 100, 180);
        Assert.Equal(0.427, Enumerable.Range(0, 128).Sum(x => 255 - At(picture, x, 64).Red) / 255.0, 2);
    }

    [Fact]
    public void What_is_written_is_read_again_just_so()
    {
        foreach (var colours in new[] { 2, 6 })
        {
            var picture = PngReader.Read(
                new PngFile
                {
                    Width = 61,
                    Height = 43,
                    Colours = colours,
                    Value = (x, y, channel) => (channel == 3 ? 1 : 0) + (((x * y) + channel) % 255),
                }.ToBytes(),
                61
            );

            var file = PngWriter.Write(picture);
            var again = PngReader.Read(file, 61);

            Assert.Equal(picture.Dots.ToArray(), again.Dots.ToArray());
            Assert.Equal(file, PngWriter.Write(again));
            Assert.Equal(colours == 2, picture.IsOpaque);
            Assert.Equal(-1, file.AsSpan().IndexOf("someone"u8));
        }
    }

    [Theory]
    [InlineData("", "That is not a PNG or JPEG picture, whatever its name says.")]
    [InlineData("RIFF....WEBPVP8 ", "That is a WebP picture, not a PNG or JPEG.")]
    [InlineData("BM......", "That is a bitmap, not a PNG or JPEG.")]
    [InlineData("%PDF-1.7", "That is a PDF, not a PNG or JPEG picture.")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "That is a drawing as text (SVG), not a PNG or JPEG picture.")]
    public void What_is_no_png_is_called_what_it_is(string content, string sentence) =>
        Assert.StartsWith(sentence, Refused(System.Text.Encoding.Latin1.GetBytes(content)), StringComparison.Ordinal);

    [Fact]
    public void Parts_that_are_missing_doubled_or_wrong_are_refused()
    {
        byte[] head = [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
        var dots = PngFile.Deflate([0, 1, 2, 3]);
        byte[] With(byte[] other, byte[]? data = null) => PngFile.Of([("IHDR", other), ("IDAT", data ?? dots), ("IEND", [])]);
        byte[] Changed(int at, byte value) => [.. head[..at], value, .. head[(at + 1)..]];

        Assert.Equal((1, 1), (PngReader.Read(With(head), 1).Width, PngReader.Read(With(head), 1).Height));
        byte[][] wrong =
        [
            With(Changed(3, 0)),
            With(Changed(7, 0)),
            With(Changed(8, 3)),
            With(Changed(9, 1)),
            With(Changed(9, 5)),
            With(Changed(10, 1)),
            With(Changed(11, 1)),
            With(Changed(12, 2)),
            With(head[..12]),
            With(Changed(9, 3)), // a palette picture without a palette
            With(head, PngFile.Deflate([9, 1, 2, 3])),
            With(head, PngFile.Deflate([0, 1, 2])),
            With(head, []),
            With(head, [1, 2, 3, 4, 5, 6, 7, 8]),
            PngFile.Of([("IDAT", dots), ("IHDR", head), ("IEND", [])]),
            PngFile.Of([("IHDR", head), ("IHDR", head), ("IDAT", dots), ("IEND", [])]),
            PngFile.Of([("IHDR", head), ("CRIT", []), ("IDAT", dots), ("IEND", [])]),
            PngFile.Of([("IHDR", head), ("PLTE", [1, 2]), ("IDAT", dots), ("IEND", [])]),
            PngFile.Of([("IHDR", head), ("IDAT", dots)]),
            PngFile.Of([("IHDR", Changed(9, 3)), ("PLTE", [1, 2, 3]), ("IDAT", PngFile.Deflate([0, 7])), ("IEND", [])]), // a colour that the palette has not
        ];
        Assert.All(wrong, file => Assert.EndsWith(".", Refused(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4_001, 4_000)]
    [InlineData(20_001, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, 60_000)]
    public void A_picture_that_says_it_is_huge_is_refused_before_a_dot_is_read(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains(
            "more than this program takes",
            Refused(PngFile.Of([("IHDR", head), ("IDAT", PngFile.Deflate(new byte[1_000])), ("IEND", [])])),
            StringComparison.Ordinal
        );

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    /// <summary>A few kilobytes can deflate to gigabytes: what is needed is read, and no more.</summary>
    [Fact]
    public void A_bomb_costs_no_more_than_the_picture_it_says_it_is()
    {
        var bomb = PngFile.Deflate(new byte[64_000_000]);
        byte[] head = [0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0];
        var before = GC.GetAllocatedBytesForCurrentThread();

        PngReader.Read(PngFile.Of([("IHDR", head), ("IDAT", bomb), ("IEND", [])]), 8);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Fact]
    public void A_truncated_picture_is_refused_wherever_it_was_cut()
    {
        var whole = new PngFile
        {
            Width = 40,
            Height = 40,
            Colours = 6,
            Value = (x, y, channel) => x ^ (y * channel) & 255,
        }.ToBytes();

        for (var length = 0; length < whole.Length; length++)
        {
            Refused(whole[..length]);
        }
    }

    [Fact]
    public void Any_changed_byte_is_found_by_the_check_sums_or_changes_nothing()
    {
        var whole = new PngFile
        {
            Width = 9,
            Height = 7,
            Value = (x, y, channel) => x + y + channel,
        }.ToBytes();

        for (var at = 0; at < whole.Length; at++)
        {
            whole[at] ^= 0x20;
            Refused(whole);
            whole[at] ^= 0x20;
        }
    }

    [Fact]
    public void Damage_behind_right_check_sums_is_read_or_refused_but_never_runs_away()
    {
        var random = new Random(20261126);
        var files = Enumerable.Range(0, 4_000).Select(round => (File: Damaged(random, round), Size: random.Next(1, 80))).ToList();
        var whole = new PngFile
        {
            Width = 60,
            Height = 60,
            Value = (x, y, channel) => x + y + channel,
        }.ToBytes();
        var (read, refused) = (0, 0);

        Work.AssertNoMoreThan(
            100,
            () => files.Take(400).ToList().ForEach(_ => PngReader.Read(whole, 80)),
            () =>
            {
                (read, refused) = (0, 0);
                files.ForEach(file => Read(file.File, file.Size));
            }
        );

        Assert.True(read > 300 && refused > 300, $"{read} read, {refused} refused");

        void Read(byte[] file, int size)
        {
            try
            {
                PngReader.Read(file, size);
                read++;
            }
            catch (PictureFormatException fault)
            {
                Assert.NotEmpty(fault.Message);
                refused++;
            }
        }
    }

    private static byte[] Damaged(Random random, int round)
    {
        var colours = random.GetItems([0, 2, 3, 4, 6, random.Next(256)], 1)[0];
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, random.Next(1, 60));
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), random.Next(1, 60));
        (head[8], head[9], head[12]) = (random.GetItems([(byte)1, (byte)2, (byte)4, (byte)8, (byte)16], 1)[0], (byte)colours, (byte)random.Next(2));
        var (palette, cover, rows) = (new byte[random.Next(0, 30) * 3], new byte[random.Next(0, 20)], new byte[random.Next(0, 30_000)]);
        random.NextBytes(palette);
        random.NextBytes(rows);
        if (round % 2 == 0)
        {
            Array.Clear(rows); // no filters, so that it is read to the end
        }

        var data = PngFile.Deflate(rows);
        if (round % 3 == 0 && data.Length > 8)
        {
            data[random.Next(data.Length)] ^= (byte)(1 << random.Next(8));
        }

        return PngFile.Of([("IHDR", head), ("PLTE", palette), ("tRNS", cover), ("IDAT", data), ("IEND", [])]);
    }

    private static string Refused(byte[] file) => Assert.Throws<PictureFormatException>(() => PngReader.Read(file, 256)).Message;

    private static (byte Red, byte Green, byte Blue, byte Cover) At(RasterImage picture, int x, int y)
    {
        var dot = picture.Dots.Span.Slice(((y * picture.Width) + x) * RasterImage.Depth, RasterImage.Depth);
        return (dot[0], dot[1], dot[2], dot[3]);
    }

    private static IEnumerable<byte> Covers(RasterImage picture) => picture.Dots.ToArray().Where((_, place) => place % RasterImage.Depth == 3);
}
