using System.Text;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>The faces of Noto for scripts that Source Sans does not have. Each is read when its script is first printed.</summary>
/// <remarks>About 1 MB together, and 10 MB for Chinese, Japanese and Korean. Cut down to the scripts by name; under the SIL Open Font License.</remarks>
internal static class ScriptFaces
{
    private static readonly ScriptFace[] Faces =
    [
        new("NotoSansHebrew", "he", (0x0590, 0x05FF)),
        new("NotoSansArabic", "ar", (0x0600, 0x06FF), (0x0750, 0x077F), (0xFDF2, 0xFDF2), (0xFDFA, 0xFDFD)),
        new("NotoSansDevanagari", "hi", (0x0900, 0x097F), (0xA8E0, 0xA8FF)),
        new("NotoSansBengali", "bn", (0x0980, 0x09FF)),
        new("NotoSansGurmukhi", "pa", (0x0A00, 0x0A7F)),
        new("NotoSansGujarati", "gu", (0x0A80, 0x0AFF)),
        new("NotoSansTamil", "ta", (0x0B80, 0x0BFF)),
        new("NotoSansSinhala", "si", (0x0D80, 0x0DFF)),
        new("NotoSansThai", "th", (0x0E00, 0x0E7F)),
        new("NotoSansEthiopic", "am", (0x1200, 0x139F)),
        new("NotoSansKR", "ko", (0x1100, 0x11FF), (0x3131, 0x318E), (0xAC00, 0xD7A3)),
        new("NotoSansSC", "ja", (0x3040, 0x30FF), (0x31F0, 0x31FF)),
        new("NotoSansSC", "zh", (0x3000, 0x303F), (0x3100, 0x312F), (0x31A0, 0x31BF), (0x3220, 0x3243), (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0xFF01, 0xFFEE)),
        new("NotoEmoji", null, (0x231A, 0x2B55)),
    ];

    private static readonly Dictionary<string, Lazy<TrueTypeFont>> Fonts = Faces
        .Select(face => face.Name)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(name => name, name => new Lazy<TrueTypeFont>(() => FontFile.Load(name + "-Regular", name + "-Regular")), StringComparer.Ordinal);

    /// <returns>The face whose script the character belongs to; null for the scripts of Europe.</returns>
    public static (TrueTypeFont Font, string? Language)? Find(Rune character)
    {
        if (character.Value < Faces[0].Ranges[0].First)
        {
            return null;
        }

        var face = Array.Find(Faces, face => Array.Exists(face.Ranges, range => character.Value >= range.First && character.Value <= range.Last));
        return face is null ? null : (Fonts[face.Name].Value, LanguageOf(face, character));
    }

    // Letters that Urdu has and Arabic has not: ٹ ڈ ڑ ں ے ہ ھ.
    private static string? LanguageOf(ScriptFace face, Rune character) =>
        face.Language == "ar" && character.Value is 0x0679 or 0x0688 or 0x0691 or 0x06BA or 0x06D2 or 0x06C1 or 0x06BE ? "ur" : face.Language;

    private sealed record ScriptFace(string Name, string? Language, params (int First, int Last)[] Ranges);
}
