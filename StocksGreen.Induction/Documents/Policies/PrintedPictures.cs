using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Images;

namespace StocksGreen.Induction.Documents.Policies;

/// <summary>Pictures of a policy as paper shows them; where one cannot be drawn, its description in a frame.</summary>
/// <param name="bytesOf">The bytes of a picture by its SHA-256; null where they are not to be had.</param>
internal sealed class PrintedPictures(Func<string, ReadOnlyMemory<byte>?> bytesOf)
{
    private const double PointsPerPixel = 0.75;
    private const int LargestSide = 1_600; // 240 dots an inch over the column of a page
    private const int LargestJpegInBytes = 5 * 1024 * 1024;
    private const string NotDescribed = "A picture that no one has described";

    private readonly Dictionary<string, Drawable?> read = new(StringComparer.Ordinal);

    public IEnumerable<FlowBlock> Convert(Picture picture)
    {
        if (Find(picture.Sha256) is not { } drawable)
        {
            return picture.IsDecorative
                ? []
                : [new Box([new TextBlock(Typography.Body, [new Run("Picture: ") { IsBold = true }, new Run(picture.Alt ?? NotDescribed)])])];
        }

        var (width, height) = picture is { Width: > 0, Height: > 0 } ? (picture.Width, picture.Height) : (drawable.Width, drawable.Height);
        return [new PictureBlock(width * PointsPerPixel, height * PointsPerPixel, picture.IsDecorative ? null : picture.Alt ?? NotDescribed, drawable.Draw)];
    }

    private Drawable? Find(string sha256)
    {
        if (!read.TryGetValue(sha256, out var found))
        {
            read[sha256] = found = bytesOf(sha256) is { } bytes ? Read(bytes) : null;
        }

        return found;
    }

    private static Drawable? Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length <= LargestJpegInBytes && JpegImage.TryRead(bytes) is { } jpeg)
        {
            return new Drawable(jpeg.Width, jpeg.Height, (pdf, left, top, width, height) => pdf.DrawPicture(jpeg, left, top, width, height));
        }

        try
        {
            var picture = PictureDecoder.Read(bytes, LargestSide);
            return new Drawable(picture.Width, picture.Height, (pdf, left, top, width, height) => pdf.DrawPicture(picture, left, top, width, height));
        }
        catch (PictureFormatException)
        {
            return null; // another format, or damaged: its description is printed
        }
    }

    private sealed record Drawable(int Width, int Height, Action<PdfWriter, double, double, double, double> Draw);
}
