using System.Text;
using StocksGreen.Induction.Documents.Lettering;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Documents.Lettering;

public sealed class TrueTypeFontTests
{
    private static readonly byte[] File = ReadFont("SourceSans3_400Regular");
    private static readonly TrueTypeFont Font = new(File, "SourceSans3-Regular");

    [Fact]
    public void A_width_is_that_of_the_letters_as_they_stand_with_pairs_drawn_together()
    {
        Assert.Equal(Sum("mmm  mm"), Font.WidthOf("mmm  mm", 12), 6);
        Assert.InRange(Font.WidthOf("AVAVA", 12), Sum("AVAVA") * 0.8, Sum("AVAVA") * 0.97);
        Assert.Equal(0, Font.WidthOf("", 12));

        static double Sum(string text) => text.EnumerateRunes().Sum(letter => Font.AdvanceOf(Font.GlyphOf(letter))) * 12.0 / Font.UnitsPerEm;
    }

    [Fact]
    public void A_mark_stands_over_its_letter_and_takes_no_room()
    {
        Assert.Equal(Font.WidthOf("\u025B", 12), Font.WidthOf("\u025B\u0301", 12), 6);
        Assert.Equal(Font.WidthOf("\u1ECD", 12), Font.WidthOf("\u1ECD\u0300", 12), 6);
    }

    [Theory]
    [InlineData('a', true)]
    [InlineData('Ŵ', true)]
    [InlineData('ł', true)]
    [InlineData('ễ', true)]
    [InlineData('✓', true)]
    [InlineData('山', false)]
    [InlineData('م', false)]
    public void Coverage_tells_which_letters_the_face_has(char character, bool isCovered) => Assert.Equal(isCovered, Font.Covers(new Rune(character)));

    [Fact]
    public void A_character_beyond_the_basic_plane_is_looked_up_without_fault() => Assert.False(Font.Covers(new Rune(0x1F600)));

    [Fact]
    public void A_subset_is_a_font_with_the_same_outlines_and_widths_in_the_order_asked()
    {
        int[] glyphs = [0, .. "zA!".EnumerateRunes().Select(Font.GlyphOf)];

        // A subset has no character map or names, which documents do not need; borrow the whole font's to read it back.
        var subset = Tables(Font.Subset(glyphs));

        Assert.Equal(glyphs.Length, (subset["maxp"][4] << 8) | subset["maxp"][5]);
        for (var i = 0; i < glyphs.Length; i++)
        {
            Assert.Equal(Font.AdvanceOf(glyphs[i]), (subset["hmtx"][4 * i] << 8) | subset["hmtx"][(4 * i) + 1]);
            var (start, end) = (Long(subset["loca"], 4 * i), Long(subset["loca"], (4 * i) + 4));
            var outline = Font.Outline(glyphs[i]).Data.ToArray();
            Assert.Equal(outline, subset["glyf"][start..end][..outline.Length]);
        }
    }

    [Fact]
    public void The_parts_of_a_composite_letter_come_along()
    {
        var composite = Enumerable.Range(1, Font.GlyphCount - 1).First(glyph => Font.Outline(glyph) is { Length: > 0 } outline && outline.Int16(0) < 0);

        var subset = Tables(Font.Subset([0, composite]));

        var count = (subset["maxp"][4] << 8) | subset["maxp"][5];
        Assert.True(count > 2);
        var part = (subset["glyf"][Long(subset["loca"], 4) + 12] << 8) | subset["glyf"][Long(subset["loca"], 4) + 13];
        Assert.InRange(part, 2, count - 1);
    }

    [Fact]
    public void A_subset_is_much_smaller_than_the_font() =>
        Assert.InRange(Font.Subset([0, .. "Signed".EnumerateRunes().Select(Font.GlyphOf)]).Length, 200, 5_000);

    [Fact]
    public void A_subset_that_does_not_begin_with_the_missing_glyph_is_refused() => Assert.Throws<ArgumentException>(() => Font.Subset([5]));

    [Theory]
    [InlineData("")]
    [InlineData("OTTO and something that is not TrueType")]
    [InlineData("%PDF-1.7 is not a font at all, whatever its name says")]
    public void What_is_not_a_font_is_refused_with_a_reason(string content) =>
        Assert.NotEmpty(Assert.Throws<FontFormatException>(() => new TrueTypeFont(Encoding.ASCII.GetBytes(content), "X")).Message);

    [Fact]
    public void A_truncated_font_is_refused_wherever_it_was_cut()
    {
        for (var length = 0; length < File.Length - 4; length += Math.Max(1, File.Length / 47))
        {
            Assert.Throws<FontFormatException>(() => new TrueTypeFont(File.AsSpan(0, length), "X"));
        }
    }

    [Fact]
    public void A_font_with_flipped_bits_is_read_or_refused_but_never_runs_away()
    {
        var random = new Random(20260914);
        var files = Enumerable.Range(0, 120).Select(_ => Damaged(random)).ToList();

        Work.AssertNoMoreThan(100, () => files.Take(12).ToList().ForEach(_ => Read(File)), () => files.ForEach(Read));

        static byte[] Damaged(Random random)
        {
            var damaged = File.ToArray();
            for (var flip = 0; flip < 8; flip++)
            {
                // Half of the damage goes to the directory and the tables' heads, where it matters most.
                var at = flip % 2 == 0 ? random.Next(0, 2_000) : random.Next(File.Length);
                damaged[at] ^= (byte)(1 << random.Next(8));
            }

            return damaged;
        }

        static void Read(byte[] file)
        {
            try
            {
                var font = new TrueTypeFont(file, "X");
                font.Subset([0, .. Enumerable.Range(1, Math.Min(200, font.GlyphCount - 1))]);
            }
            catch (FontFormatException fault)
            {
                Assert.NotEmpty(fault.Message);
            }
        }
    }

    [Fact]
    public void Random_bytes_behind_a_fonts_own_beginning_are_refused_and_take_little_memory()
    {
        var random = new Random(4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 200; round++)
        {
            var damaged = File.AsSpan(0, random.Next(12, 40_000)).ToArray();
            random.NextBytes(damaged.AsSpan(random.Next(12, damaged.Length)));
            Assert.Throws<FontFormatException>(() => new TrueTypeFont(damaged, "X"));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void A_font_with_thousands_of_character_maps_is_refused_before_they_are_read()
    {
        var damaged = File.ToArray();
        var entry = Enumerable.Range(0, damaged[5]).Select(i => 12 + (16 * i)).Single(at => damaged.AsSpan(at, 4).SequenceEqual("cmap"u8));
        var cmap = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(damaged.AsSpan(entry + 8));
        damaged.AsSpan(cmap + 2, 2).Fill(0xFF);

        Assert.Contains("more character maps", Assert.Throws<FontFormatException>(() => new TrueTypeFont(damaged, "X")).Message, StringComparison.Ordinal);
    }

    private static byte[] ReadFont(string name)
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream(name + ".ttf")!;
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return data;
    }

    private static Dictionary<string, byte[]> Tables(byte[] file)
    {
        var count = (file[4] << 8) | file[5];
        return Enumerable
            .Range(0, count)
            .ToDictionary(
                i => Encoding.ASCII.GetString(file, 12 + (16 * i), 4),
                i => file.AsSpan(Long(file, 12 + (16 * i) + 8), Long(file, 12 + (16 * i) + 12)).ToArray(),
                StringComparer.Ordinal
            );
    }

    private static int Long(byte[] data, int at) => (data[at] << 24) | (data[at + 1] << 16) | (data[at + 2] << 8) | data[at + 3];
}
