using System.Buffers.Binary;
using System.Text;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>A small ICC version 2 profile of sRGB, made in code so that there is no third party's file to license.</summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int CurvePoints = 256;

    public static byte[] Bytes { get; } = Build();

    private static byte[] Build()
    {
        var curve = Curve();
        (string Signature, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB")),
            ("cprt", [.. "text\0\0\0\0"u8, .. "Public domain\0"u8]),
            ("wtpt", Xyz(0.9505, 1, 1.089)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        using var body = new MemoryStream();
        using var directory = new MemoryStream();
        var bodyAt = HeaderLength + 4 + (12 * tags.Length);
        var places = new Dictionary<byte[], int>();
        directory.Write(Long(tags.Length));
        foreach (var (signature, data) in tags)
        {
            if (!places.TryGetValue(data, out var place))
            {
                place = bodyAt + (int)body.Length;
                places.Add(data, place);
                body.Write(data);
                body.Write(new byte[-data.Length & 3]);
            }

            directory.Write(Encoding.ASCII.GetBytes(signature));
            directory.Write(Long(place));
            directory.Write(Long(data.Length));
        }

        return [.. Header(bodyAt + (int)body.Length), .. directory.ToArray(), .. body.ToArray()];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[HeaderLength];
        Long(size).CopyTo(header, 0);
        Long(0x0210_0000).CopyTo(header, 8); // version 2.1
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        byte[] firstOfJanuary2026 = [0x07, 0xEA, 0, 1, 0, 1];
        firstOfJanuary2026.CopyTo(header, 24);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(0.9642, 1, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68)); // D50, the connection space's white
        return header;
    }

    private static byte[] Curve()
    {
        var curve = new byte[12 + (2 * CurvePoints)];
        "curv"u8.CopyTo(curve);
        Long(CurvePoints).CopyTo(curve, 8);
        for (var i = 0; i < CurvePoints; i++)
        {
            var value = i / (CurvePoints - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * ushort.MaxValue));
        }

        return curve;
    }

    private static byte[] Description(string name)
    {
        const int UnicodeAndMacintoshParts = 78; // left empty
        return [.. "desc\0\0\0\0"u8, .. Long(name.Length + 1), .. Encoding.ASCII.GetBytes(name), 0, .. new byte[UnicodeAndMacintoshParts]];
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ \0\0\0\0"u8, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Fixed(double value) => Long((int)Math.Round(value * 65_536));

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
