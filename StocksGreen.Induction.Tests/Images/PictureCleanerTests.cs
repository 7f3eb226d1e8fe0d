using System.Text;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Tests.Importing.Policies;

namespace StocksGreen.Induction.Tests.Images;

/// <summary>Of a picture that comes in, only what can be seen is kept; how the camera was held is kept by turning it.</summary>
public sealed class PictureCleanerTests
{
    private const string Secret = "51.1957N 0.2746E, camera of someone";

    [Theory]
    [InlineData(1, 48, 24, "abcd")]
    [InlineData(2, 48, 24, "badc")]
    [InlineData(3, 48, 24, "dcba")]
    [InlineData(4, 48, 24, "cdab")]
    [InlineData(5, 24, 48, "acbd")]
    [InlineData(6, 24, 48, "cadb")]
    [InlineData(7, 24, 48, "dbca")]
    [InlineData(8, 24, 48, "bdac")]
    public void A_photo_loses_place_and_camera_and_stands_as_it_was_held(int orientation, int width, int height, string corners)
    {
        foreach (var isLittle in new[] { false, true })
        {
            var clean = PictureCleaner.Clean(Photo(orientation, isLittle));

            Assert.Equal(-1, clean.AsSpan().IndexOf("Exif"u8));
            Assert.Equal(-1, clean.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Secret)));
            var picture = PictureDecoder.Read(clean, int.MaxValue);
            Assert.Equal((width, height), (picture.Width, picture.Height));
            Assert.Equal(
                corners,
                string.Concat(Corner(picture, 4, 4), Corner(picture, width - 5, 4), Corner(picture, 4, height - 5), Corner(picture, width - 5, height - 5))
            );
            Assert.Same(clean, PictureCleaner.Clean(clean));
        }
    }

    [Fact]
    public void A_picture_out_of_a_PDF_is_not_turned_because_the_PDF_shows_it_as_it_lies() =>
        Assert.Equal(
            (48, 24),
            PictureShape.Read(PictureCleaner.Clean(Photo(6, isLittle: false), isTurned: false)) is { } shape ? (shape.Width, shape.Height) : default
        );

    [Fact]
    public void A_photo_too_large_to_be_turned_keeps_the_one_number_that_says_how_it_is_held()
    {
        var photo = Photo(6, isLittle: true);
        var size = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 5;
        (photo[size], photo[size + 2]) = (30, 30);

        var clean = PictureCleaner.Clean(photo);

        Assert.Equal(-1, clean.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Secret)));
        Assert.Equal(clean, PictureCleaner.Clean(clean));
        Assert.NotEqual(-1, clean.AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public void Words_in_a_PNG_or_GIF_go_and_its_dots_stay()
    {
        byte[] head = [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
        var data = PngFile.Deflate([0, 1, 2, 3]);
        var png = PngFile.Of([
            ("IHDR", head),
            ("tEXt", Encoding.ASCII.GetBytes(Secret)),
            ("eXIf", [1, 2]),
            ("gAMA", [0, 1, 0x86, 0xA0]),
            ("IDAT", data),
            ("IEND", []),
        ]);

        Assert.Equal(PngFile.Of([("IHDR", head), ("gAMA", [0, 1, 0x86, 0xA0]), ("IDAT", data), ("IEND", [])]), PictureCleaner.Clean(png));
        Assert.Equal(GifFile.RedAndBlue(), PictureCleaner.Clean(GifFile.RedAndBlue(Secret)));
        Assert.Equal([255, 0, 0, 255, 0, 0, 255, 255], PictureDecoder.Read(GifFile.RedAndBlue(Secret), 9).Dots.ToArray());
    }

    [Fact]
    public void A_file_that_is_cut_off_or_no_picture_comes_out_as_it_went_in()
    {
        var photo = Photo(6, isLittle: false);
        for (var length = 0; length < photo.Length - Secret.Length - 1; length += 7)
        {
            var cut = photo[..length];
            Assert.Same(cut, PictureCleaner.Clean(cut));
        }
    }

    [Fact]
    public void A_photo_in_a_document_is_imported_without_its_place_and_upright()
    {
        var imported = Imports.Imported(
            $"# P\n\n## 1. One\n\nLook: ![The gate](data:image/jpeg;base64,{Convert.ToBase64String(Photo(8, isLittle: false))}) here.\n",
            "policy.md"
        );

        var file = Assert.Single(imported.Pictures);
        Assert.Equal(file.Sha256, Assert.Single(imported.Policy.Sections[0].Blocks.OfType<Picture>()).Sha256);
        Assert.Equal(-1, file.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Secret)));
        Assert.Equal((24, 48), PictureShape.Read(file.Bytes) is { } shape ? (shape.Width, shape.Height) : default);
    }

    [Theory]
    [InlineData("RIFF....WEBPVP8 ", "That is a WebP picture")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0", "The picture is damaged")]
    [InlineData("GIF89a\u00FF\u00FF\u00FF\u00FF\0\0\0", "The picture is 65535 by 65535 dots large")]
    [InlineData("\u00FF\u00D8\u00FF\u00C0\0\u0011\u0008\0\u0010\0\u0010\u0003\u0001\u0022\0\u0002\u0011\u0001\u0003\u0011\u0001", "The picture is damaged")]
    public void What_cannot_be_read_is_refused_in_a_sentence(string content, string sentence) =>
        Assert.StartsWith(
            sentence,
            Assert.Throws<PictureFormatException>(() => PictureDecoder.Read(Encoding.Latin1.GetBytes(content), 100)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Dots_survive_a_JPEG_but_for_what_the_eye_does_not_see()
    {
        var dots = new byte[61 * 37 * RasterImage.Depth];
        for (var i = 0; i < dots.Length; i++)
        {
            var (x, y) = (i / 4 % 61, i / 4 / 61);
            dots[i] = (byte)(i % 4 == 3 ? 255 : 40 + (x * (1 + (i % 4))) + (y * 2 * (i % 4 == 1 ? 1 : 0)));
        }

        var again = PictureDecoder.Read(JpegWriter.Write(new RasterImage(61, 37, dots)), 61).Dots.Span;

        for (var i = 0; i < dots.Length; i++)
        {
            Assert.InRange(again[i], dots[i] - 12, dots[i] + 12);
        }
    }

    /// <summary>48 by 24 dots in four colours, a and b above c and d, as a camera writes it.</summary>
    internal static byte[] Photo(int orientation, bool isLittle)
    {
        var dots = new byte[48 * 24 * RasterImage.Depth];
        for (var i = 0; i < dots.Length; i += RasterImage.Depth)
        {
            var (isRight, isBelow) = (i / 4 % 48 >= 24, i / 4 / 48 >= 12);
            (dots[i], dots[i + 1], dots[i + 3]) = (isRight ? (byte)220 : (byte)30, isBelow ? (byte)220 : (byte)30, 255);
        }

        var plain = JpegWriter.Write(new RasterImage(48, 24, dots));
        byte[] tiff = isLittle
            ? [.. "II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff, .. Encoding.ASCII.GetBytes(Secret)];
        byte[] comment = Encoding.ASCII.GetBytes(Secret);
        return
        [
            .. plain.AsSpan(0, 2),
            0xFF,
            0xE1,
            0,
            (byte)(exif.Length + 2),
            .. exif,
            0xFF,
            0xFE,
            0,
            (byte)(comment.Length + 2),
            .. comment,
            .. plain.AsSpan(2),
            .. comment,
        ];
    }

    private static char Corner(RasterImage picture, int x, int y)
    {
        var at = ((y * picture.Width) + x) * RasterImage.Depth;
        return (picture.Dots.Span[at] > 128, picture.Dots.Span[at + 1] > 128) switch
        {
            (false, false) => 'a',
            (true, false) => 'b',
            (false, true) => 'c',
            (true, true) => 'd',
        };
    }
}
