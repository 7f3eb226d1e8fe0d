namespace StocksGreen.Induction.Images;

/// <summary>Single dots out of a row of a PNG, whichever way they are stored.</summary>
/// <param name="head">Of the picture.</param>
/// <param name="palette">Three bytes a colour; empty where there is none.</param>
/// <param name="cover">Which colour cannot be seen, or how opaque those of the palette are; null where all are opaque.</param>
internal sealed class PngPixels(PngHead head, byte[] palette, byte[]? cover)
{
    /// <param name="row">Turned back from its filter.</param>
    /// <exception cref="InvalidDataException">It names a colour that the palette does not have.</exception>
    public (byte Red, byte Green, byte Blue, byte Cover) Of(ReadOnlySpan<byte> row, int x)
    {
        switch (head.Colours)
        {
            case PngColours.Palette:
                var place = Value(row, x);
                return (place * 3) + 2 < palette.Length
                    ? (
                        palette[place * 3],
                        palette[(place * 3) + 1],
                        palette[(place * 3) + 2],
                        cover is not null && place < cover.Length ? cover[place] : byte.MaxValue
                    )
                    : throw new InvalidDataException("There is no such colour.");
            case PngColours.Grey:
                var grey = Value(row, x);
                return Grey(ToByte(grey), Hidden(grey, 0) ? (byte)0 : byte.MaxValue);
            case PngColours.GreyAndCover:
                return Grey(ToByte(Value(row, x * 2)), ToByte(Value(row, (x * 2) + 1)));
            case PngColours.Full:
                var (red, green, blue) = (Value(row, x * 3), Value(row, (x * 3) + 1), Value(row, (x * 3) + 2));
                return (ToByte(red), ToByte(green), ToByte(blue), Hidden(red, 0) && Hidden(green, 1) && Hidden(blue, 2) ? (byte)0 : byte.MaxValue);
            default:
                return (ToByte(Value(row, x * 4)), ToByte(Value(row, (x * 4) + 1)), ToByte(Value(row, (x * 4) + 2)), ToByte(Value(row, (x * 4) + 3)));
        }
    }

    private static (byte Red, byte Green, byte Blue, byte Cover) Grey(byte grey, byte cover) => (grey, grey, grey, cover);

    private int Value(ReadOnlySpan<byte> row, int index) =>
        head.Bits switch
        {
            16 => (row[index * 2] << 8) | row[(index * 2) + 1],
            8 => row[index],
            var bits => (row[index * bits / 8] >> (8 - bits - (index * bits % 8))) & ((1 << bits) - 1),
        };

    /// <summary>Stretches a value so that the largest is full light.</summary>
    private byte ToByte(int value) =>
        head.Bits switch
        {
            16 => (byte)(value >> 8),
            8 => (byte)value,
            var bits => (byte)(value * byte.MaxValue / ((1 << bits) - 1)),
        };

    /// <summary>Whether a value is that of the one colour that cannot be seen.</summary>
    private bool Hidden(int value, int place) =>
        cover is not null && cover.Length >= (place * 2) + 2 && value == ((cover[place * 2] << 8) | cover[(place * 2) + 1]);
}
