using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace StocksGreen.Induction.Tests.Importing.Policies.Pdf;

/// <summary>A small PDF made by hand: words at places, lines, and tags where they are asked for.</summary>
internal sealed class PdfFile
{
    private readonly List<StringBuilder> pages = [new()];
    private readonly List<(int Page, int Mark, string Role)> marks = [];
    private readonly List<string> elements = [];
    private readonly List<string> links = [];

    /// <summary>More entries of the trailer: "/Encrypt …".</summary>
    public string Trailer { get; init; } = "";

    /// <summary>The font dictionary of words that are not bold.</summary>
    public string Font { get; init; } = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    /// <summary>Stream of the first page as it stands in the file, with its dictionary; null for the words.</summary>
    public (string Dictionary, byte[] Bytes)? Raw { get; init; }

    public PdfFile Text(double left, double height, string words, double size = 11, bool isBold = false)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /{(isBold ? "B" : "R")} {size} Tf 1 0 0 1 {left} {height} Tm ({Escape(words)}) Tj ET\n");
        return this;
    }

    /// <summary>Words under a tag; it is the next element of the tree.</summary>
    public PdfFile Tagged(string role, double left, double height, string words, double size = 11, bool isBold = false)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"/{role} <</MCID {marks.Count}>> BDC\n");
        Text(left, height, words, size, isBold);
        pages[^1].Append("EMC\n");
        elements.Add(Element(role, words.Length == 0 ? "" : $"{marks.Count}"));
        marks.Add((pages.Count, marks.Count, role));
        return this;
    }

    /// <summary>Takes the last elements under a new one.</summary>
    public PdfFile Under(string role, int count)
    {
        var kids = string.Concat(elements.Skip(elements.Count - count));
        elements.RemoveRange(elements.Count - count, count);
        elements.Add(Element(role, kids));
        return this;
    }

    public PdfFile Line(double fromX, double fromY, double toX, double toY)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"{fromX} {fromY} m {toX} {toY} l S\n");
        return this;
    }

    public PdfFile Drawing(string operators)
    {
        pages[^1].Append(operators).Append('\n');
        return this;
    }

    public PdfFile Link(double left, double bottom, double right, double top, string address)
    {
        links.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{left} {bottom} {right} {top}]/A<</S/URI/URI({Escape(address)})>>>>"
            )
        );
        return this;
    }

    public PdfFile Page()
    {
        pages.Add(new StringBuilder());
        return this;
    }

    public byte[] ToBytes()
    {
        // 1 catalogue, 2 pages, 3 and 4 fonts, 5 structure, then a page and its content for each.
        var objects = new List<byte[]>
        {
            Bytes($"<</Type/Catalog/Pages 2 0 R{(elements.Count > 0 ? "/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>" : "")}>>"),
            Bytes($"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}]>>"),
            Bytes(Font),
            Bytes("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"),
            Bytes($"<</Type/StructTreeRoot/K[{string.Concat(elements)}]>>"),
        };
        for (var i = 0; i < pages.Count; i++)
        {
            var annotations = i == 0 && links.Count > 0 ? $"/Annots[{string.Concat(links)}]" : "";
            objects.Add(
                Bytes(
                    $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</R 3 0 R/B 4 0 R>>>>/Contents {7 + (2 * i)} 0 R/StructParents {i}"
                        + $"{annotations}>>"
                )
            );
            var (dictionary, content) = i == 0 && Raw is { } raw ? raw : ("", Encoding.Latin1.GetBytes(pages[i].ToString()));
            objects.Add([.. Bytes($"<<{dictionary}/Length {content.Length}>>\nstream\n"), .. content, .. Bytes("\nendstream")]);
        }

        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var places = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Position);
            file.Write(Bytes($"{i + 1} 0 obj\n"));
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(Bytes($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}"));
        file.Write(Bytes($"trailer\n<</Root 1 0 R/Size {objects.Count + 1}{Trailer}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>A page whose content unpacks to many spaces.</summary>
    public static byte[] Bomb(long length)
    {
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var part = new byte[1024 * 1024];
            part.AsSpan().Fill((byte)' ');
            for (var written = 0L; written < length; written += part.Length)
            {
                pack.Write(part);
            }
        }

        return new PdfFile { Raw = ("/Filter/FlateDecode", packed.ToArray()) }.ToBytes();
    }

    private string Element(string role, string kids) => $"<</Type/StructElem/S/{role}/Pg {6 + (2 * (pages.Count - 1))} 0 R/K[{kids}]>> ";

    private static string Escape(string words) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
