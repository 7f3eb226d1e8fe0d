using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StocksGreen.Induction.Documents.Lettering;
using static System.FormattableString;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>The glyphs that one file draws in one face, and the objects that embed them.</summary>
internal sealed class PdfFontUse(TrueTypeFont font, int id, int number)
{
    private const int EntriesPerBlock = 100; // the most that a CMap allows
    private const string Nothing = "\u200B"; // for the second glyph of the same letters
    private readonly Dictionary<(int Glyph, string Text), int> codes = [];
    private readonly Dictionary<string, CodedWord> words = new(StringComparer.Ordinal);
    private readonly List<int> glyphs = [0];
    private readonly List<string> texts = [""];

    public int Id { get; } = id;

    /// <summary>"F0", the name under which pages use it.</summary>
    public string Name { get; } = Invariant($"F{number}");

    private TrueTypeFont Font => font;

    /// <summary>Appends the operators that show a text. Where its glyphs are not its letters one by one, the letters are given with them.</summary>
    /// <param name="size">Type size in points.</param>
    /// <exception cref="ArgumentException">The face cannot draw a character; anyone who lays out text replaces it first.</exception>
    public void AppendText(StringBuilder output, string text, double size, bool isFromRight, string? language)
    {
        var strip = new Strip(this, output, size);
        if (isFromRight)
        {
            // Each glyph with its letters, from left to right, which is what readers turn round; they would turn a text given for all of them round as well.
            strip.OpenSpan(text: null, language);
            foreach (var (start, length) in Words(text).Reverse())
            {
                strip.Append(text, start, length, isFromRight: true);
            }

            strip.CloseSpan();
        }
        else
        {
            foreach (var (start, length) in Words(text))
            {
                if (language is null && Coded(text, start, length) is { } coded)
                {
                    strip.Append(coded);
                    continue;
                }

                if (length > 0)
                {
                    strip.OpenSpan(text.Substring(start, length), language);
                }

                strip.Append(text, start, length, isFromRight: false);
                if (length > 0)
                {
                    strip.CloseSpan();
                }
            }
        }

        strip.End();
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

    /// <summary>The words of a text, and its spaces as words without length.</summary>
    private static IEnumerable<(int Start, int Length)> Words(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf(' ', at);
            end = end < 0 ? text.Length : end;
            if (end > at)
            {
                yield return (at, end - at);
            }

            if (end < text.Length)
            {
                yield return (end, 0);
            }

            at = end + 1;
        }
    }

    /// <summary>Words whose glyphs are their letters, on the line, are written once and then again as they were.</summary>
    private CodedWord? Coded(string text, int start, int length)
    {
        var word = length == 0 ? " " : text.AsSpan(start, length);
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(word, out var coded))
        {
            return coded;
        }

        var shaped = length == 0 ? null : font.Shape(word, isFromRight: false);
        if (shaped is not null && (!shaped.IsPlain || shaped.Glyphs.Any(glyph => glyph.Y != 0)))
        {
            return null;
        }

        var output = new StringBuilder();
        var strip = new Strip(this, output, size: 1) { IsPartOfStrip = true };
        strip.Append(text, start, length, isFromRight: false);
        return words[word.ToString()] = new CodedWord(shaped is null ? 0 : -shaped.Glyphs[0].X, output.ToString(), strip.Gap);
    }

    /// <summary>A code of its own for each glyph with the letters it stands for, so that copied text is the text that was set.</summary>
    private int CodeOf(int glyph, ReadOnlySpan<char> letters)
    {
        var text = letters.ToString();
        if (!codes.TryGetValue((glyph, text), out var code))
        {
            if (glyph == 0)
            {
                throw new ArgumentException($"{font.Name} cannot draw “{text}”.", nameof(letters));
            }

            code = glyphs.Count;
            codes.Add((glyph, text), code);
            glyphs.Add(glyph);
            texts.Add(text);
        }

        return code;
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def "
        ).Append("/CMapName/Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        for (var first = 1; first < texts.Count; first += EntriesPerBlock)
        {
            var count = Math.Min(EntriesPerBlock, texts.Count - first);
            map.Append(count).Append(" beginbfchar\n");
            for (var code = first; code < first + count; code++)
            {
                var unicode = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(texts[code]));
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}><{unicode}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private string Scaled(int units) => Math.Round(units * 1000.0 / font.UnitsPerEm).ToString(CultureInfo.InvariantCulture);

    /// <summary>Six capitals that tell this subset from another of the same face.</summary>
    private static string SubsetTag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + (b % 26))));

    /// <summary>The glyphs of a text as they are written: <c>[&lt;0001&gt;-12&lt;0002&gt;]TJ</c>, with the pen moved where a glyph does not stand right after the one before.</summary>
    private sealed class Strip(PdfFontUse use, StringBuilder output, double size)
    {
        private readonly TrueTypeFont font = use.Font;
        private bool isOpen;
        private int rise;

        /// <summary>Font units by which the pen must move back before the next glyph.</summary>
        public int Gap { get; private set; }

        /// <summary>True for a word that is written into another strip: the brackets round it are that one's.</summary>
        public bool IsPartOfStrip { get; init; }

        public void Append(CodedWord word)
        {
            Gap += word.GapBefore;
            Reach();
            output.Append(word.Codes);
            Gap = word.GapAfter;
        }

        public void OpenSpan(string? text, string? language)
        {
            Close();
            output.Append("/Span<<");
            if (text is not null)
            {
                output.Append("/ActualText").Append(PdfSyntax.Text(text));
            }

            if (language is not null)
            {
                output.Append("/Lang").Append(PdfSyntax.Text(language));
            }

            output.Append(">>BDC ");
        }

        public void CloseSpan()
        {
            Close();
            output.Append("EMC ");
        }

        /// <summary>Draws a word. Where a letter that is read from the right is drawn with several glyphs, the widest stands for it and the others for nothing.</summary>
        public void Append(string text, int start, int length, bool isFromRight)
        {
            if (length == 0)
            {
                var space = font.GlyphOf(new Rune(' '));
                Append(new PlacedGlyph(space, 0, font.AdvanceOf(space), 0, 0), " ");
                return;
            }

            var word = text.AsSpan(start, length);
            var shaped = font.Shape(word, isFromRight).Glyphs;
            for (var i = 0; i < shaped.Count; i++)
            {
                var letters = word[shaped[i].Text..EndOf(shaped, i, length, isFromRight)];
                if (IsBearer(shaped, i, isFromRight))
                {
                    Append(shaped[i], letters);
                }
                else if (isFromRight)
                {
                    OpenSpan("", language: null);
                    Append(shaped[i], Nothing);
                    CloseSpan();
                }
                else
                {
                    Append(shaped[i], Nothing); // the word is given as a whole
                }
            }
        }

        /// <summary>Whether this is the glyph, of all those of its letters, that stands for them: the first, or the widest from the right.</summary>
        private static bool IsBearer(IReadOnlyList<PlacedGlyph> glyphs, int i, bool isFromRight)
        {
            var (first, last) = (i, i);
            while (first > 0 && glyphs[first - 1].Text == glyphs[i].Text)
            {
                first--;
            }

            while (last + 1 < glyphs.Count && glyphs[last + 1].Text == glyphs[i].Text)
            {
                last++;
            }

            return !isFromRight ? i == first : i == Enumerable.Range(first, last - first + 1).MaxBy(at => glyphs[at].Advance);
        }

        public void End()
        {
            Close();
            if (rise != 0)
            {
                output.Append("0 Ts ");
            }
        }

        /// <summary>Where the letters of the next glyph in reading order begin.</summary>
        private static int EndOf(IReadOnlyList<PlacedGlyph> glyphs, int i, int length, bool isFromRight)
        {
            var step = isFromRight ? -1 : 1;
            for (var next = i + step; next >= 0 && next < glyphs.Count; next += step)
            {
                if (glyphs[next].Text > glyphs[i].Text)
                {
                    return glyphs[next].Text;
                }
            }

            return length;
        }

        private void Append(PlacedGlyph placed, ReadOnlySpan<char> letters)
        {
            var code = use.CodeOf(placed.Glyph, letters);
            if (placed.Y != rise)
            {
                Close();
                rise = placed.Y;
                output.AppendNumber(rise * size / font.UnitsPerEm).Append("Ts ");
            }

            if (!IsPartOfStrip || isOpen)
            {
                Gap -= placed.X;
                Reach();
            }

            isOpen = true;
            AppendHexadecimal(code);
            Gap = placed.X + font.AdvanceOf(placed.Glyph) - placed.Advance;
        }

        /// <summary>Makes the pen stand where the next glyph is, inside the brackets for its code.</summary>
        private void Reach()
        {
            if (Gap != 0)
            {
                output.Append(isOpen ? '>' : '[').AppendNumber(Gap * 1000.0 / font.UnitsPerEm).Append('<');
            }
            else if (!isOpen)
            {
                output.Append("[<");
            }

            (isOpen, Gap) = (true, 0);
        }

        private void AppendHexadecimal(int code)
        {
            Span<char> digits = stackalloc char[4];
            code.TryFormat(digits, out _, "X4", CultureInfo.InvariantCulture);
            output.Append(digits);
        }

        private void Close()
        {
            if (isOpen)
            {
                output.Append(">]TJ ");
                isOpen = false;
            }
        }
    }

    /// <summary>A word as it stands inside the brackets of a strip.</summary>
    private sealed record CodedWord(int GapBefore, string Codes, int GapAfter);
}
