namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>An opaque sRGB colour.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads 0xRRGGBB: <c>0x17563B</c> is the school's green.</summary>
    public static Colour FromRgb(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
}
