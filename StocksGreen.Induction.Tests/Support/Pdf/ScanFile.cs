using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Tests.Support.Pdf;

/// <summary>A PDF as a scanner makes it: each page one JPEG, with the words that a program has recognised behind it where it has any.</summary>
internal sealed class ScanFile
{
    private readonly List<(byte[] Jpeg, string Content, string More)> pages = [];

    /// <param name="hidden">Words behind the picture, a line each.</param>
    /// <param name="over">Operators that draw over the picture.</param>
    /// <param name="more">More entries of the page: "/Rotate 90".</param>
    public ScanFile Page(byte[] jpeg, string[]? hidden = null, string over = "", string more = "")
    {
        var words = (hidden ?? []).Select(
            (line, i) => string.Create(CultureInfo.InvariantCulture, $"BT 3 Tr /F 11 Tf 1 0 0 1 60 {780 - (i * 30)} Tm ({line}) Tj ET\n")
        );
        pages.Add((jpeg, $"q 595 0 0 842 0 0 cm /P Do Q\n{string.Concat(words)}{over}\n", more));
        return this;
    }

    /// <summary>Pages with prints of lines and no words.</summary>
    public static byte[] Of(int count) => Enumerable.Range(1, count).Aggregate(new ScanFile(), (file, number) => file.Page(TestJpeg.Page(number))).ToBytes();

    public byte[] ToBytes()
    {
        // 1 catalogue, 2 pages, 3 font, then a page, its content and its picture for each.
        var objects = new List<byte[]>
        {
            Bytes("<</Type/Catalog/Pages 2 0 R>>"),
            Bytes($"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, i) => $"{4 + (3 * i)} 0 R"))}]>>"),
            Bytes("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"),
        };
        foreach (var (i, (jpeg, content, more)) in pages.Index())
        {
            objects.Add(
                Bytes(
                    $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</P {6 + (3 * i)} 0 R>>>>/Contents "
                        + $"{5 + (3 * i)} 0 R{more}>>"
                )
            );
            objects.Add(Bytes($"<</Length {content.Length}>>\nstream\n{content}\nendstream"));
            objects.Add([
                .. Bytes(
                    "<</Type/XObject/Subtype/Image/Width 240/Height 336/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
                        + $"/Length {jpeg.Length}>>\nstream\n"
                ),
                .. jpeg,
                .. Bytes("\nendstream"),
            ]);
        }

        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var places = new List<long>();
        foreach (var (i, each) in objects.Index())
        {
            places.Add(file.Position);
            file.Write(Bytes($"{i + 1} 0 obj\n"));
            file.Write(each);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(Bytes($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}"));
        file.Write(Bytes($"trailer\n<</Root 1 0 R/Size {objects.Count + 1}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
