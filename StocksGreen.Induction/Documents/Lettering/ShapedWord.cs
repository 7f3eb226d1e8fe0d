namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>A glyph in its place. Measures in font units.</summary>
/// <param name="Text">Where in the word the letters begin that it stands for; several glyphs may stand for the same letters.</param>
/// <param name="Advance">How far the pen moves after it.</param>
/// <param name="X">How far to the right of the pen it is drawn.</param>
/// <param name="Y">How far above the line.</param>
internal readonly record struct PlacedGlyph(int Glyph, int Text, int Advance, int X, int Y);

/// <summary>The glyphs of a word from left to right.</summary>
/// <param name="Width">Font units.</param>
/// <param name="IsPlain">True where each glyph stands for letters of its own, in their order, so that copied glyphs are the word.</param>
internal sealed record ShapedWord(IReadOnlyList<PlacedGlyph> Glyphs, int Width, bool IsPlain);
