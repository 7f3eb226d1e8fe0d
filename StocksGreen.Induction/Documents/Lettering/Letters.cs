namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>With which letters words are drawn.</summary>
/// <param name="IsThick">True where the face has no heavier cut, so that its letters are outlined to look like one.</param>
/// <param name="Language">BCP 47, where the script tells another language than that of the document; null otherwise.</param>
public readonly record struct Letters(TrueTypeFont Font, bool IsThick = false, string? Language = null);
