using System.Security.Cryptography;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Images;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace StocksGreen.Induction.Importing.Policies.Pdf.Drawn;

/// <summary>Takes the pictures of a page: a JPEG as it is, any other as PNG.</summary>
internal sealed class PictureReader(PdfBudget budget)
{
    private const double SmallestSide = 14;
    private const double LeastWidthOfText = 100;
    private const double LeastHeightOfText = 50;
    private const int MostPicturesOfPage = 200;
    private const long MostPixels = 12_000_000;

    public IReadOnlyList<PlacedPicture> Read(Page page, Dictionary<object, int> marks)
    {
        var placed = new List<PlacedPicture>();
        if (page.NumberOfImages == 0)
        {
            return placed;
        }

        foreach (var image in page.GetImages().Take(MostPicturesOfPage))
        {
            var box = image.BoundingBox;
            var mark = marks.GetValueOrDefault(PlaceOf(image), Ink.Unmarked);
            if (
                (mark == Ink.Artifact && !IsOfTheText(box, page))
                || Math.Abs(box.Width) < SmallestSide
                || Math.Abs(box.Height) < SmallestSide
                || !double.IsFinite(box.Top)
            )
            {
                continue;
            }

            placed.Add(
                new PlacedPicture(
                    TryTake(image),
                    image.WidthInSamples,
                    image.HeightInSamples,
                    page.Number,
                    box.Left,
                    Math.Max(box.Top, box.Bottom),
                    Math.Min(box.Top, box.Bottom),
                    mark == Ink.Artifact ? Ink.Unmarked : mark
                )
                {
                    Right = box.Right,
                    IsWhole = IsWhole(image),
                }
            );
        }

        return placed;
    }

    /// <summary>Some programs mark a picture that no one has described as belonging to the page; a large one among the text is no decoration.</summary>
    private static bool IsOfTheText(PdfRectangle box, Page page) =>
        Math.Abs(box.Width) > LeastWidthOfText
        && Math.Abs(box.Height) > LeastHeightOfText
        && Math.Abs(box.Width * box.Height) < page.Width * page.Height * 0.75
        && (box.Top + box.Bottom) / 2 / page.Height is > 0.11 and < 0.9;

    /// <summary>Where it stands, by which it is known again.</summary>
    public static object PlaceOf(IPdfImage image) =>
        (Math.Round(image.BoundingBox.Left), Math.Round(image.BoundingBox.Bottom), Math.Round(image.BoundingBox.Width), Math.Round(image.BoundingBox.Height));

    private static bool IsWhole(IPdfImage image)
    {
        var box = image.BoundingBox;
        var isUpright = box.BottomLeft.X < box.BottomRight.X && box.BottomLeft.Y < box.TopLeft.Y && Math.Abs(box.BottomLeft.Y - box.BottomRight.Y) < 1;
        var hasMask = image.IsImageMask || image.ImageDictionary.ContainsKey(NameToken.Mask) || image.ImageDictionary.ContainsKey(NameToken.Smask);
        return isUpright && !hasMask && !(image.Decode is [var first, var second, ..] && first > second);
    }

    private PictureFile? TryTake(IPdfImage image)
    {
        try
        {
            var raw = image.RawBytes;
            if (raw.Length > 3 && raw[0] == 0xFF && raw[1] == 0xD8 && raw[2] == 0xFF)
            {
                return budget.TryPicture(raw.Length) ? File("image/jpeg", PictureCleaner.Clean(raw.ToArray(), isTurned: false)) : null;
            }

            return (long)image.WidthInSamples * image.HeightInSamples is > 0 and <= MostPixels && image.TryGetPng(out var png) && budget.TryPicture(png.Length)
                ? File("image/png", png)
                : null;
        }
        catch (Exception fault) when (fault is not (PdfTooLargeException or OutOfMemoryException))
        {
            // A picture that the library cannot read is named as left out; the words around it are read.
            return null;
        }
    }

    private static PictureFile File(string mediaType, byte[] bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), mediaType, bytes);
}
