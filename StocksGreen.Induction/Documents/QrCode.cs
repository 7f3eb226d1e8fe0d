using Radzen.Blazor;
using StocksGreen.Induction.Documents.Pdf;
using StocksGreen.Induction.Documents.Typesetting;

namespace StocksGreen.Induction.Documents;

/// <summary>A QR code as a drawing, with the quiet zone that readers need.</summary>
internal static class QrCode
{
    private const int QuietModules = 4; // on each side: ISO/IEC 18004

    /// <param name="size">Points, the quiet zone included.</param>
    public static Figure Of(string address, double size)
    {
        var code = RadzenQREncoder.EncodeUtf8(address, RadzenQREcc.Medium, 1, 40);
        var count = code.GetLength(0);
        var path = new PdfPath();
        for (var y = 0; y < count; y++)
        {
            for (var x = 0; x < count; x++)
            {
                var from = x;
                while (x < count && code[y, x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.MoveTo(from, y).LineTo(x, y).LineTo(x, y + 1).LineTo(from, y + 1).Close();
                }
            }
        }

        var module = size / (count + (2 * QuietModules));
        return new Figure(size, size, $"QR code that leads to {address}", (pdf, left, top) =>
            pdf.FillPath(path, left + (QuietModules * module), top + (QuietModules * module), module, Typography.Ink));
    }
}
