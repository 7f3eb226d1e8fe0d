namespace StocksGreen.Induction.Images;

/// <summary>
/// Makes of a school's own picture the crest that stands at the head of pages and papers: small enough for every certificate, sharp enough for paper.
/// </summary>
public static class CrestImage
{
    public const int LargestFileInBytes = 5 * 1024 * 1024;

    /// <summary>Dots of the longer side that look sharp at the size of a letterhead.</summary>
    public const int SmallestSide = 96;

    private const int LargestPngInBytes = 14 * 1024; // so that a certificate stays below 40 KB
    private const double Slenderest = 4;

    private static readonly int[] Sides = [256, 192, 160, 128, 96, 64, 48];

    /// <param name="file">As it was chosen: from anywhere.</param>
    /// <returns>A PNG that holds nothing but dots.</returns>
    /// <exception cref="PictureFormatException">It cannot be the crest; the message says why.</exception>
    public static byte[] Prepare(ReadOnlyMemory<byte> file)
    {
        if (file.Length > LargestFileInBytes)
        {
            throw new PictureFormatException("The picture is larger than 5 MB. Make it smaller, for example 1,000 dots wide, and choose it again.");
        }

        // As its camera was held, where it is a photo.
        file = PictureCleaner.Clean(file.ToArray());
        var picture = PictureDecoder.Read(file, Sides[0]);
        var (longer, shorter) = (Math.Max(picture.Width, picture.Height), Math.Min(picture.Width, picture.Height));
        if (longer < SmallestSide)
        {
            throw new PictureFormatException(
                $"The picture is only {picture.Width} by {picture.Height} dots large and would look ragged on paper. Choose one whose longer side has "
                    + $"at least {SmallestSide}."
            );
        }

        if (longer > shorter * Slenderest)
        {
            throw new PictureFormatException(
                "The picture is more than four times as long as it is high or wide. Cut it to the crest itself, without the name of the school, and "
                    + "choose it again."
            );
        }

        if (Enumerable.Range(0, picture.Width * picture.Height).All(dot => picture.Dots.Span[(dot * RasterImage.Depth) + 3] == 0))
        {
            throw new PictureFormatException("Nothing can be seen in the picture: all of it is transparent.");
        }

        return Sides.Select(side => PngWriter.Write(ImageReduction.Reduce(picture, side))).First(png => png.Length <= LargestPngInBytes);
    }

    /// <summary>The crest as papers draw it.</summary>
    /// <param name="png">As it was made here and kept; null where the school has none.</param>
    public static RasterImage? FromStored(byte[]? png) => png is null ? null : PngReader.Read(png, int.MaxValue);
}
