using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Tests.Images;

/// <summary>Whatever is done to a picture, it is read, or refused in one sentence; the same damage on every run.</summary>
public sealed class DamagedPictureTests
{
    private const int Each = 1_500;

    [Theory]
    [InlineData("jpeg")]
    [InlineData("gif")]
    [InlineData("png")]
    public void A_damaged_picture_is_read_or_refused_and_nothing_else(string kind)
    {
        var whole = Picture(kind);
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Each; seed++)
        {
            var file = Damaged(whole, new Random(seed));
            var clean = PictureCleaner.Clean(file);
            foreach (var one in ReferenceEquals(clean, file) ? (byte[][])[file] : [file, clean])
            {
                try
                {
                    var picture = PictureDecoder.Read(one, 64);
                    Assert.InRange(Math.Max(picture.Width, picture.Height), 1, 64);
                    Assert.Equal(picture.Width * picture.Height * RasterImage.Depth, picture.Dots.Length);
                    read++;
                }
                catch (PictureFormatException fault)
                {
                    Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
                    refused++;
                }
            }
        }

        // Damage that is never seen, or never passed, would try nothing. The sums in a PNG let hardly any pass.
        Assert.True(read >= 5 && refused > 100, $"{read} read and {refused} refused");
    }

    /// <summary>A head is a few bytes and can promise dots for more memory than there is.</summary>
    [Theory]
    [InlineData("jpeg")]
    [InlineData("gif")]
    [InlineData("png")]
    public void What_promises_too_many_dots_is_refused_before_any_is_unpacked(string kind)
    {
        var file = Picture(kind);
        var (at, isLittle) = kind switch
        {
            "jpeg" => (file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 5, false),
            "gif" => (6, true),
            _ => (18, false),
        };
        foreach (var side in kind == "png" ? (int[])[at, at + 4] : [at, at + 2])
        {
            (file[side], file[side + 1]) = isLittle ? ((byte)0xFF, (byte)0x4E) : ((byte)0x4E, (byte)0xFF);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<PictureFormatException>(() => PictureDecoder.Read(file, 64));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static byte[] Picture(string kind) =>
        kind switch
        {
            "jpeg" => PictureCleanerTests.Photo(6, isLittle: false),
            "gif" => GifFile.RedAndBlue("a comment"),
            _ => PngWriter.Write(new RasterImage(24, 16, Enumerable.Range(0, 24 * 16 * RasterImage.Depth).Select(dot => (byte)(dot * 7)).ToArray())),
        };

    /// <summary>A few bytes changed, a stretch doubled or left out, or the end cut off.</summary>
    private static byte[] Damaged(byte[] whole, Random chance)
    {
        var file = (byte[])whole.Clone();
        for (var change = chance.Next(1, 6); change > 0; change--)
        {
            file[chance.Next(file.Length)] = chance.Next(3) switch
            {
                0 => 0,
                1 => 0xFF,
                _ => (byte)chance.Next(256),
            };
        }

        var (from, length) = (chance.Next(2, file.Length), chance.Next(1, 40));
        var to = Math.Min(file.Length, from + length);
        return chance.Next(6) switch
        {
            0 => file[..from],
            1 => [.. file.AsSpan(0, from), .. file.AsSpan(to)],
            2 => [.. file.AsSpan(0, to), .. file.AsSpan(from)],
            _ => file,
        };
    }
}
