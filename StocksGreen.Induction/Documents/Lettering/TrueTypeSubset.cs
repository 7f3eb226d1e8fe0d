using System.Buffers.Binary;
using System.Text;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>Writes a font file that holds only the glyphs a document uses.</summary>
internal static class TrueTypeSubset
{
    // The flags of one component of a composite glyph (OpenType, table 'glyf').
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    public static byte[] Build(TrueTypeFont font, IReadOnlyList<int> wanted)
    {
        if (wanted.Count == 0 || wanted[0] != 0)
        {
            throw new ArgumentException("A subset begins with the missing glyph, 0.", nameof(wanted));
        }

        var glyphs = wanted.ToList();
        var (outlines, offsets) = CopyOutlines(font, glyphs);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines,
            ["loca"] = Longs(offsets),
            ["hmtx"] = Metrics(font, glyphs),
            ["head"] = Copy(font, "head"),
            ["hhea"] = Copy(font, "hhea"),
            ["maxp"] = Copy(font, "maxp"),
        };
        BinaryPrimitives.WriteInt32BigEndian(tables["head"].AsSpan(8), 0); // checksum of the whole: readers of PDF ignore it
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1); // long offsets in 'loca'
        BinaryPrimitives.WriteUInt16BigEndian(tables["hhea"].AsSpan(34), (ushort)glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(4), (ushort)glyphs.Count);

        // The glyphs' hinting programs call these.
        foreach (var tag in (string[])["cvt ", "fpgm", "prep"])
        {
            if (font.HasTable(tag))
            {
                tables[tag] = Copy(font, tag);
            }
        }

        return Assemble(tables);
    }

    private static (byte[] Outlines, List<int> Offsets) CopyOutlines(TrueTypeFont font, List<int> glyphs)
    {
        var newNumbers = new Dictionary<int, int>();
        for (var i = 0; i < glyphs.Count; i++)
        {
            newNumbers.TryAdd(glyphs[i], i);
        }

        using var outlines = new MemoryStream();
        var offsets = new List<int>();
        // The list grows as composite glyphs name their parts; each part is added once, so it ends.
        for (var i = 0; i < glyphs.Count; i++)
        {
            offsets.Add((int)outlines.Length);
            var outline = font.Outline(glyphs[i]);
            if (outline.Length == 0)
            {
                continue;
            }

            var copy = outline.Data.ToArray();
            var isComposite = outline.Int16(0) < 0;
            if (isComposite)
            {
                RenumberParts(outline, copy, glyphs, newNumbers);
            }

            outlines.Write(copy);
            outlines.Write(new byte[-copy.Length & 3]);
        }

        offsets.Add((int)outlines.Length);
        return (outlines.ToArray(), offsets);
    }

    private static void RenumberParts(FontBytes outline, byte[] copy, List<int> glyphs, Dictionary<int, int> newNumbers)
    {
        var at = 10;
        int flags;
        do
        {
            flags = outline.UInt16(at);
            var part = outline.UInt16(at + 2);
            if (!newNumbers.TryGetValue(part, out var number))
            {
                number = glyphs.Count;
                newNumbers.Add(part, number);
                glyphs.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), (ushort)number);
            at += (flags & ArgumentsAreWords) != 0 ? 8 : 6;
            at +=
                (flags & HasScale) != 0 ? 2
                : (flags & HasTwoScales) != 0 ? 4
                : (flags & HasMatrix) != 0 ? 8
                : 0;
        } while ((flags & MoreComponents) != 0);
    }

    private static byte[] Metrics(TrueTypeFont font, List<int> glyphs)
    {
        var source = font.Table("hmtx");
        var metrics = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            var bearing = glyph < font.MetricCount ? source.Int16((4 * glyph) + 2) : source.Int16((4 * font.MetricCount) + (2 * (glyph - font.MetricCount)));
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.AdvanceOf(glyph));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), bearing);
        }

        return metrics;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var count = tables.Count;
        var power = int.Log2(count);
        var file = new byte[12 + (16 * count) + tables.Values.Sum(Padded)];
        BinaryPrimitives.WriteInt32BigEndian(file, 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * count) - (16 << power)));

        var (entry, at) = (12, 12 + (16 * count));
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            Encoding.ASCII.GetBytes(tag).CopyTo(file, entry);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(file.AsSpan(at, Padded(table))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            entry += 16;
            at += Padded(table);
        }

        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> padded)
    {
        uint sum = 0;
        for (var i = 0; i < padded.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(padded[i..]);
        }

        return sum;
    }

    private static int Padded(byte[] table) => (table.Length + 3) & ~3;

    private static byte[] Copy(TrueTypeFont font, string tag) => font.Table(tag).Data.ToArray();

    private static byte[] Longs(List<int> values)
    {
        var bytes = new byte[4 * values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), values[i]);
        }

        return bytes;
    }
}
