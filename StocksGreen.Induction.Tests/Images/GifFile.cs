using System.Text;

namespace StocksGreen.Induction.Tests.Images;

/// <summary>A GIF of two dots, the left one red and the right one blue.</summary>
internal static class GifFile
{
    /// <param name="comment">Stands before the picture; empty for none.</param>
    public static byte[] RedAndBlue(string comment = "")
    {
        var words = Encoding.ASCII.GetBytes(comment);
        return
        [
            .. "GIF89a"u8,
            2,
            0,
            1,
            0,
            0x80,
            0,
            0,
            255,
            0,
            0,
            0,
            0,
            255,
            .. words.Length == 0 ? (byte[])[] : [0x21, 0xFE, (byte)words.Length, .. words, 0],
            0x2C,
            0,
            0,
            0,
            0,
            2,
            0,
            1,
            0,
            0,
            // Codes of three bits from the right: begin again (4), red (0), blue (1), end (5).
            2,
            2,
            0b01_000_100,
            0b0000_1010,
            0,
            0x3B,
        ];
    }
}
