using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>The characters that one file draws in one face, and the objects that embed them.</summary>
internal sealed class PdfFontUse(TrueTypeFont font, int id, int number)
{
    private const int EntriesPerBlock = 100; // the most that a CMap allows
    private readonly Dictionary<Rune, int> codes = [];
    private readonly List<int> glyphs = [0];
    private readonly List<Rune> characters = [default];

    public int Id { get; } = id;

    /// <summary>"F0", the name under which pages use it.</summary>
    public string Name { get; } = Invariant($"F{number}");

    /// <summary>Appends the codes of a text as hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">The face cannot draw a character; anyone who lays out text replaces it first.</exception>
    public void AppendCodes(StringBuilder output, string text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            output.Append(CodeOf(character).ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    public void Write(PdfObjects objects)
    {
        var subset = font.Subset(glyphs);
        var name = SubsetTag(subset) + "+" + font.Name;
        var file = objects.AddStream(Invariant($"/Length1 {subset.Length}"), subset);
        var (left, bottom, right, top) = font.Bounds;
        var box = string.Join(' ', Scaled(left), Scaled(bottom), Scaled(right), Scaled(top));
        var flags = font.ItalicAngle == 0 ? 32 : 96; // non-symbolic; italic
        var descriptor = objects.Add(
            Invariant($"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {PdfSyntax.Number(font.ItalicAngle)}")
                + Invariant($"/Ascent {Scaled(font.Ascent)}/Descent {Scaled(font.Descent)}/CapHeight {Scaled(font.CapHeight)}/StemV 80/FontFile2 {file} 0 R>>")
        );
        var widths = string.Join(' ', glyphs.Select(glyph => Scaled(font.AdvanceOf(glyph))));
        var descendant = objects.Add(
            Invariant($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
                + Invariant($"/CIDToGIDMap/Identity/FontDescriptor {descriptor} 0 R/W[0[{widths}]]>>")
        );
        var toUnicode = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        objects.Set(
            Id,
            Invariant($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>")
        );
    }

    private int CodeOf(Rune character)
    {
        // A code of its own for each character, even where two share a glyph, so that copied text is the text that was set.
        if (!codes.TryGetValue(character, out var code))
        {
            var glyph = font.GlyphOf(character);
            if (glyph == 0)
            {
                throw new ArgumentException(Invariant($"{font.Name} cannot draw U+{character.Value:X4}."), nameof(character));
            }

            code = glyphs.Count;
            codes.Add(character, code);
            glyphs.Add(glyph);
            characters.Add(character);
        }

        return code;
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def "
        ).Append("/CMapName/Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        for (var first = 1; first < characters.Count; first += EntriesPerBlock)
        {
            var count = Math.Min(EntriesPerBlock, characters.Count - first);
            map.Append(count).Append(" beginbfchar\n");
            for (var code = first; code < first + count; code++)
            {
                var unicode = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(characters[code].ToString()));
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{unicode}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private string Scaled(int units) => Math.Round(units * 1000.0 / font.UnitsPerEm).ToString(CultureInfo.InvariantCulture);

    /// <summary>Six capitals that tell this subset from another of the same face.</summary>
    private static string SubsetTag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + (b % 26))));
}
