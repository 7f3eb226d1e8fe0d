namespace StocksGreen.Induction.Images;

/// <summary>How the dots of a PNG are stored; the numbers are the format's.</summary>
internal enum PngColours : byte
{
    Grey = 0,
    Full = 2,
    Palette = 3,
    GreyAndCover = 4,
    FullAndCover = 6,
}
