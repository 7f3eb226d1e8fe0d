using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>
/// Sets the words of one face with HarfBuzz: marks in their place, kerning, ligatures, and scripts whose letters take their shape from one another.
/// Papers say the same words again and again, so each is shaped once.
/// </summary>
/// <remarks>One instance serves every thread: HarfBuzz's face and font are immutable once they are made.</remarks>
internal sealed class Shaper : IDisposable
{
    // Words of a school's papers are far fewer; a text of nothing but numbers begins again.
    private const int MostWords = 20_000;
    private const int LongestWord = 64;

    private static readonly Language English = new("en");

    private readonly Font font;
    private readonly ConcurrentDictionary<string, ShapedWord>[] words = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];

    /// <param name="file">The whole font, pinned: HarfBuzz reads it where it lies, for as long as the program runs.</param>
    public Shaper(byte[] file, int unitsPerEm)
    {
        using var blob = new Blob(Marshal.UnsafeAddrOfPinnedArrayElement(file, 0), file.Length, MemoryMode.ReadOnly, releaseDelegate: null);
        using var face = new Face(blob, 0);
        font = new Font(face);
        font.SetFunctionsOpenType();
        font.SetScale(unitsPerEm, unitsPerEm);
    }

    /// <summary>Gives back what HarfBuzz holds; the faces of papers are kept for as long as the program runs.</summary>
    public void Dispose() => font.Dispose();

    /// <param name="word">Of one script, with no space in it.</param>
    public ShapedWord Shape(ReadOnlySpan<char> word, bool isFromRight)
    {
        if (word.Length > LongestWord)
        {
            return Set(word.ToString(), isFromRight);
        }

        var known = words[isFromRight ? 1 : 0];
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var shaped))
        {
            return shaped;
        }

        if (known.Count >= MostWords)
        {
            known.Clear();
        }

        var text = word.ToString();
        return known[text] = Set(text, isFromRight);
    }

    private ShapedWord Set(string word, bool isFromRight)
    {
        using var buffer = new Buffer();
        // From the left a mark and its letter are told apart, so that each is copied as itself; from the right readers would change their order.
        buffer.ClusterLevel = isFromRight ? ClusterLevel.MonotoneGraphemes : ClusterLevel.MonotoneCharacters;
        buffer.AddUtf16(word);
        buffer.GuessSegmentProperties(); // the script; the rest is given
        buffer.Direction = isFromRight ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = English; // and not the server's
        font.Shape(buffer);
        var (infos, places) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new PlacedGlyph[infos.Length];
        var (width, isPlain, before) = (0, true, isFromRight ? word.Length : -1);
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = new PlacedGlyph((int)infos[i].Codepoint, (int)infos[i].Cluster, places[i].XAdvance, places[i].XOffset, places[i].YOffset);
            width += glyphs[i].Advance;
            isPlain &= isFromRight ? glyphs[i].Text < before : glyphs[i].Text > before;
            before = glyphs[i].Text;
        }

        return new ShapedWord(glyphs, width, isPlain);
    }
}
