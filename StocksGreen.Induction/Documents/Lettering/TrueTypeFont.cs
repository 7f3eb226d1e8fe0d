using System.Text;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>One TrueType face: what it can draw, how wide that is, and the bytes of a subset to embed.</summary>
/// <remarks>One instance a face serves every thread. Reads TrueType outlines only (no CFF).</remarks>
public sealed class TrueTypeFont
{
    private const int HighestGlyphCount = 65_535;
    private readonly Dictionary<string, FontBytes> tables;
    private readonly CharacterMap characters;
    private readonly int[] advances;
    private readonly int[] glyphOffsets;
    private readonly Lazy<Shaper> shaper;

    /// <summary>Reads a face.</summary>
    /// <param name="data">The whole file; copied.</param>
    /// <param name="name">PostScript name, without spaces, under which documents embed it: "SourceSans3-Regular".</param>
    /// <exception cref="FontFormatException">The bytes are not a complete TrueType font.</exception>
    public TrueTypeFont(ReadOnlySpan<byte> data, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        var file = GC.AllocateUninitializedArray<byte>(data.Length, pinned: true);
        data.CopyTo(file);
        tables = ReadTables(new FontBytes(file, "file"));

        var head = Table("head");
        UnitsPerEm = head.UInt16(18) is var units and >= 16 and <= 16_384 ? units : throw new FontFormatException("The font has no usable scale.");
        Bounds = (head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42));

        var hhea = Table("hhea");
        (Ascent, Descent) = (hhea.Int16(4), hhea.Int16(6));
        var os2 = Table("OS/2");
        CapHeight = os2.UInt16(0) >= 2 ? os2.Int16(88) : Ascent;
        ItalicAngle = Table("post").Int32(4) / 65_536.0;

        GlyphCount = Table("maxp").UInt16(4);
        MetricCount = hhea.UInt16(34);
        if (GlyphCount is 0 or > HighestGlyphCount || MetricCount == 0 || MetricCount > GlyphCount)
        {
            throw new FontFormatException("The font's counts of glyphs contradict each other.");
        }

        advances = ReadAdvances(Table("hmtx"), GlyphCount, MetricCount);
        glyphOffsets = ReadGlyphOffsets(Table("loca"), GlyphCount, isLong: head.Int16(50) != 0, Table("glyf").Length);
        characters = CharacterMap.Read(Table("cmap"), GlyphCount);
        shaper = new Lazy<Shaper>(() => new Shaper(file, UnitsPerEm));
    }

    public string Name { get; }

    /// <summary>Font units to the em; all measures below are in font units.</summary>
    public int UnitsPerEm { get; }

    public int Ascent { get; }

    /// <summary>Below the baseline, hence negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    public int GlyphCount { get; }

    /// <summary>Degrees, negative for a face that leans right.</summary>
    public double ItalicAngle { get; }

    /// <summary>The box round all glyphs.</summary>
    public (int Left, int Bottom, int Right, int Top) Bounds { get; }

    internal int MetricCount { get; }

    /// <summary>Whether the face has a glyph of its own for the character.</summary>
    public bool Covers(Rune character) => GlyphOf(character) != 0;

    /// <summary>The glyph that draws a character; 0 where the face has none.</summary>
    public int GlyphOf(Rune character) => characters.GlyphOf(character.Value);

    /// <summary>How far a glyph moves the pen, in font units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The face has no such glyph.</exception>
    public int AdvanceOf(int glyph)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(glyph);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(glyph, GlyphCount);
        return advances[glyph];
    }

    /// <summary>Width of a text in points, as it is shaped.</summary>
    /// <param name="text">A character without a glyph counts as the face's missing-glyph box.</param>
    /// <param name="size">Type size in points.</param>
    public double WidthOf(ReadOnlySpan<char> text, double size, bool isFromRight = false)
    {
        long units = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf(' ');
            if (end != 0)
            {
                var word = end < 0 ? text : text[..end];
                units += Shape(word, isFromRight).Width;
                text = text[word.Length..];
                continue;
            }

            units += AdvanceOf(GlyphOf(new Rune(' ')));
            text = text[1..];
        }

        return units * size / UnitsPerEm;
    }

    /// <param name="word">Of one script, with no space in it.</param>
    internal ShapedWord Shape(ReadOnlySpan<char> word, bool isFromRight) => shaper.Value.Shape(word, isFromRight);

    /// <summary>A font file with only the given glyphs, renumbered in the order given; what composite glyphs are made of follows after them.</summary>
    /// <param name="glyphs">Begins with 0, the missing glyph. The same glyph may stand at several places.</param>
    /// <exception cref="ArgumentException">The list does not begin with 0.</exception>
    /// <exception cref="FontFormatException">A glyph's outline is damaged.</exception>
    public byte[] Subset(IReadOnlyList<int> glyphs) => TrueTypeSubset.Build(this, glyphs);

    internal FontBytes Table(string tag) => tables.TryGetValue(tag, out var table) ? table : throw new FontFormatException($"The font has no '{tag}' table.");

    internal bool HasTable(string tag) => tables.ContainsKey(tag);

    /// <summary>The outline of a glyph; empty for a space.</summary>
    internal FontBytes Outline(int glyph)
    {
        if (glyph < 0 || glyph >= GlyphCount)
        {
            throw new FontFormatException("The font is made of glyphs that it does not have.");
        }

        return Table("glyf").Slice(glyphOffsets[glyph], glyphOffsets[glyph + 1] - glyphOffsets[glyph], "glyf");
    }

    private static Dictionary<string, FontBytes> ReadTables(FontBytes file)
    {
        if (file.Int32(0) is not (0x0001_0000 or 0x7472_7565))
        {
            throw new FontFormatException("The file is not a TrueType font.");
        }

        var found = new Dictionary<string, FontBytes>(StringComparer.Ordinal);
        var count = file.UInt16(4);
        for (var i = 0; i < count; i++)
        {
            var entry = file.Slice(12 + (16 * i), 16, "table directory");
            var tag = Encoding.ASCII.GetString(entry.Data.Span[..4]);
            found[tag] = file.Slice(entry.Size(8), entry.Size(12), tag);
        }

        return found;
    }

    private static int[] ReadAdvances(FontBytes hmtx, int glyphs, int metrics)
    {
        // The last advance holds for all glyphs after it, which store a side bearing only.
        _ = hmtx.Slice(0, (4 * metrics) + (2 * (glyphs - metrics)), "hmtx");
        var widths = new int[glyphs];
        for (var glyph = 0; glyph < glyphs; glyph++)
        {
            widths[glyph] = hmtx.UInt16(4 * Math.Min(glyph, metrics - 1));
        }

        return widths;
    }

    private static int[] ReadGlyphOffsets(FontBytes loca, int glyphs, bool isLong, int glyfLength)
    {
        var offsets = new int[glyphs + 1];
        for (var i = 0; i <= glyphs; i++)
        {
            offsets[i] = isLong ? loca.Size(4 * i) : 2 * loca.UInt16(2 * i);
            if (offsets[i] > glyfLength || (i > 0 && offsets[i] < offsets[i - 1]))
            {
                throw new FontFormatException("The font's index of outlines is damaged.");
            }
        }

        return offsets;
    }
}
