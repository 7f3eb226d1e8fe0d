using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Features.Policies.Drafting;

/// <summary>Looks whether a file can be the picture of a page: one that browsers show and paper draws.</summary>
internal static class PagePictureFile
{
    // More costs every reader time, and paper shows no more.
    private const int MostDots = 16_000_000;

    // The whole file is unpacked to see that it is one; nothing larger than this is kept of it.
    private const int LookedAtSide = 64;

    /// <param name="name">How the sentence calls it: "page 3", "photo.jpg".</param>
    /// <returns>The picture and its file without what a camera wrote next to it, or a sentence that says what is wrong and what to do.</returns>
    public static (PictureInfo? Picture, byte[] File, string? Refusal) Read(byte[] file, string name)
    {
        if (file.Length > PagePictures.LargestPictureInBytes)
        {
            return (
                null,
                file,
                $"The picture {name} is {FileTypes.SizeInWords(file.Length)} large, and that of a page may be "
                    + $"{FileTypes.SizeInWords(PagePictures.LargestPictureInBytes)} at most. "
                    + "Scan it again at 150 or 200 dots an inch, or save it smaller."
            );
        }

        file = PictureCleaner.Clean(file);
        var (picture, refusal) = FileTypes.OfPicture(file) switch
        {
            "image/jpeg" => ReadJpeg(file, name),
            "image/png" => ReadPng(file, name),
            _ => (null, $"{char.ToUpperInvariant(name[0])}{name[1..]} is neither a PNG nor a JPEG. Save it as one of these, and choose it again."),
        };
        return (picture, file, refusal);
    }

    private static (PictureInfo? Picture, string? Refusal) ReadJpeg(byte[] file, string name) =>
        JpegImage.TryRead(file) switch
        {
            null => (
                null,
                $"The picture {name} is damaged, cut short, or made for printing presses (four colours). Open it in a program for pictures, "
                    + "save it as JPEG, and "
                    + "choose that."
            ),
            { } jpeg when (long)jpeg.Width * jpeg.Height > MostDots => (
                null,
                $"The picture {name} is {jpeg.Width} by {jpeg.Height} dots large, more than this program takes. Make it smaller, for example 1,700 dots wide, "
                    + "and choose it again."
            ),
            { } jpeg => (new PictureInfo(Sha256Hex.Compute(file), "image/jpeg", jpeg.Width, jpeg.Height), null),
        };

    private static (PictureInfo? Picture, string? Refusal) ReadPng(byte[] file, string name)
    {
        try
        {
            PngReader.Read(file, LookedAtSide);
            // The head was read: width and height are its first two numbers (PNG, 11.2.2).
            return (
                new PictureInfo(
                    Sha256Hex.Compute(file),
                    "image/png",
                    System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)),
                    System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))
                ),
                null
            );
        }
        catch (PictureFormatException fault)
        {
            return (null, $"{char.ToUpperInvariant(name[0])}{name[1..]}: {fault.Message}");
        }
    }
}
