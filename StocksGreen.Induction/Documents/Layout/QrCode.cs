using QRCoder;
using StocksGreen.Induction.Documents.Pdf;

namespace StocksGreen.Induction.Documents.Layout;

/// <summary>A QR code, as a drawing on paper or as squares for a page, with the quiet zone that readers need.</summary>
internal static class QrCode
{
    private const int QuietModules = 4; // on each side: ISO/IEC 18004, and so the library adds them

    /// <summary>The dark modules of the code that leads to an address, in UTF-8 and with medium error correction.</summary>
    /// <returns>A square, row by row, true where it is dark; the quiet zone of four modules on each side is part of it.</returns>
    public static bool[,] Modules(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var rows = code.ModuleMatrix;
        var modules = new bool[rows.Count, rows.Count];
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                modules[y, x] = rows[y][x];
            }
        }

        return modules;
    }

    /// <param name="size">Points, the quiet zone included.</param>
    public static Figure Create(string address, double size)
    {
        var code = Modules(address);
        var count = code.GetLength(0);
        var path = new PdfPath();
        for (var y = QuietModules; y < count - QuietModules; y++)
        {
            for (var x = QuietModules; x < count - QuietModules; x++)
            {
                var from = x;
                while (code[y, x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.MoveTo(from, y).LineTo(x, y).LineTo(x, y + 1).LineTo(from, y + 1).Close();
                }
            }
        }

        return new Figure(size, size, $"QR code that leads to {address}", (pdf, left, top) => pdf.FillPath(path, left, top, size / count, Typography.Ink));
    }
}
