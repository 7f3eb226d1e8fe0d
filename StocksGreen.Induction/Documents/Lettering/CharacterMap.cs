namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>From a Unicode code point to a glyph: the Unicode parts (formats 4 and 12) of a font's 'cmap' table.</summary>
internal sealed class CharacterMap
{
    private const int BmpSize = 0x1_0000;
    private const int HighestCodePoint = 0x10_FFFF;

    // All of a damaged file's entries could lead to the same big table.
    private const int MostMaps = 32;
    private readonly ushort[] bmp = new ushort[BmpSize];
    private readonly List<(int First, int Last, int Glyph)> astral = [];

    private CharacterMap() { }

    public static CharacterMap Read(FontBytes cmap, int glyphCount)
    {
        var map = new CharacterMap();
        var isUnicode = false;
        var count = cmap.UInt16(2);
        if (count > MostMaps)
        {
            throw new FontFormatException("The font has more character maps than any font needs.");
        }

        for (var i = 0; i < count; i++)
        {
            var (platform, encoding) = (cmap.UInt16(4 + (8 * i)), cmap.UInt16(6 + (8 * i)));
            var subtable = cmap.From(cmap.Size(8 + (8 * i)));
            switch (subtable.UInt16(0))
            {
                case 4 when platform == 0 || (platform == 3 && encoding == 1):
                    map.ReadSegments(subtable, glyphCount);
                    isUnicode = true;
                    break;
                case 12:
                    map.ReadGroups(subtable, glyphCount);
                    isUnicode = true;
                    break;
            }
        }

        return isUnicode ? map : throw new FontFormatException("The font has no Unicode character map.");
    }

    /// <summary>The glyph, or 0.</summary>
    public int GlyphOf(int codePoint)
    {
        if (codePoint < BmpSize)
        {
            return bmp[codePoint];
        }

        foreach (var (first, last, glyph) in astral)
        {
            if (codePoint >= first && codePoint <= last)
            {
                return glyph + codePoint - first;
            }
        }

        return 0;
    }

    private void ReadSegments(FontBytes table, int glyphCount)
    {
        var segments = table.UInt16(6) / 2;
        var (ends, starts) = (14, 16 + (2 * segments));
        var (deltas, ranges) = (starts + (2 * segments), starts + (4 * segments));
        var previousEnd = -1;
        for (var s = 0; s < segments; s++)
        {
            var (start, end) = (table.UInt16(starts + (2 * s)), table.UInt16(ends + (2 * s)));
            // Segments ascend. Holding a file to that bounds the work, whatever else is wrong with it.
            if (start <= previousEnd || end < start)
            {
                throw new FontFormatException("The font's character map is out of order.");
            }

            var (delta, rangeAt) = (table.UInt16(deltas + (2 * s)), ranges + (2 * s));
            var range = table.UInt16(rangeAt);
            for (var codePoint = start; codePoint <= end && codePoint < 0xFFFF; codePoint++)
            {
                var glyph = range == 0 ? codePoint : table.UInt16(rangeAt + range + (2 * (codePoint - start)));
                if (range == 0 || glyph != 0)
                {
                    glyph = (glyph + delta) & 0xFFFF;
                }

                bmp[codePoint] = Checked(glyph, glyphCount);
            }

            previousEnd = end;
        }
    }

    private void ReadGroups(FontBytes table, int glyphCount)
    {
        var groups = table.Size(12);
        var previousLast = -1;
        for (var g = 0; g < groups; g++)
        {
            var group = table.Slice(16 + (12 * g), 12, "cmap");
            var (first, last, glyph) = (group.Size(0), group.Size(4), group.Size(8));
            if (first <= previousLast || last < first || last > HighestCodePoint)
            {
                throw new FontFormatException("The font's character map is out of order.");
            }

            _ = Checked(glyph, glyphCount);
            _ = Checked(glyph + (last - first), glyphCount);
            for (var codePoint = first; codePoint <= last && codePoint < BmpSize; codePoint++)
            {
                bmp[codePoint] = (ushort)(glyph + codePoint - first);
            }

            if (last >= BmpSize)
            {
                var start = Math.Max(first, BmpSize);
                astral.Add((start, last, glyph + start - first));
            }

            previousLast = last;
        }
    }

    private static ushort Checked(int glyph, int glyphCount) =>
        glyph >= 0 && glyph < glyphCount ? (ushort)glyph : throw new FontFormatException("The font's character map names glyphs that it does not have.");
}
