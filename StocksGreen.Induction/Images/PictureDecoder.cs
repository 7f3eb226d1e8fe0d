using StbImageSharp;

namespace StocksGreen.Induction.Images;

/// <summary>
/// Reads the pictures that pages show, as dots: PNG with our own reader, which needs little memory however large they are; JPEG, and the first picture of a
/// GIF, with StbImageSharp, once their heads have shown that they are small enough.
/// </summary>
public static class PictureDecoder
{
    private const int LongestSide = 20_000;

    // A progressive JPEG may go over all of its dots again and again.
    private const int MostPasses = 100;

    /// <param name="largestSide">Dots; a larger picture is made smaller, a smaller one stays as it is.</param>
    /// <exception cref="PictureFormatException">It is not a picture that can be used; the message says why.</exception>
    public static RasterImage Read(ReadOnlyMemory<byte> file, int largestSide)
    {
        if (PictureShape.Read(file.Span) is not { MediaType: "image/jpeg" or "image/gif" } shape)
        {
            return PngReader.Read(file.Span, largestSide);
        }

        if (shape.Width == 0 || shape.Height == 0)
        {
            throw Damaged(null);
        }

        if (!IsSmallEnough(shape))
        {
            throw new PictureFormatException(
                $"The picture is {shape.Width} by {shape.Height} dots large, more than this program takes. Make it smaller, for example 1,000 dots wide, and "
                    + "choose it again."
            );
        }

        try
        {
            var isSound = shape.MediaType != "image/jpeg" || (JpegCleaner.IsWhole(file.Span) && Passes(file.Span) is > 0 and <= MostPasses);
            return isSound ? Decode(file, shape, largestSide) : throw Damaged(null);
        }
        catch (Exception fault) when (fault is not (PictureFormatException or OutOfMemoryException))
        {
            // The library has no exception of its own; what it throws depends on where a damaged file leads it.
            throw Damaged(fault);
        }
    }

    /// <summary>Whether its dots may be unpacked.</summary>
    internal static bool IsSmallEnough(PictureShape shape) =>
        shape is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } && (long)shape.Width * shape.Height <= PngHead.MostDots;

    private static RasterImage Decode(ReadOnlyMemory<byte> file, PictureShape shape, int largestSide)
    {
        var read = ImageResult.FromMemory(file.ToArray(), ColorComponents.RedGreenBlueAlpha);
        if ((read.Width, read.Height) != (shape.Width, shape.Height) || read.Data.Length != read.Width * read.Height * RasterImage.Depth)
        {
            throw Damaged(null);
        }

        var picture = new RasterImage(read.Width, read.Height, read.Data);
        return Math.Max(read.Width, read.Height) <= largestSide ? picture : ImageReduction.Reduce(picture, largestSide);
    }

    private static int Passes(ReadOnlySpan<byte> jpeg) => jpeg.Count((ReadOnlySpan<byte>)[0xFF, 0xDA]);

    private static PictureFormatException Damaged(Exception? fault) =>
        new("The picture is damaged: its dots cannot be read to the end. Save it again, and choose it once more.", fault!);
}
