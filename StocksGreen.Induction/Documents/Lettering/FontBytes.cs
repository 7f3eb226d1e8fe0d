using System.Buffers.Binary;

namespace StocksGreen.Induction.Documents.Lettering;

/// <summary>A stretch of a font file, read big-endian; every read is checked, so that a damaged file can never be read past its end.</summary>
/// <param name="Data">The bytes of the table or glyph.</param>
/// <param name="Name">What they are, for messages: "cmap".</param>
internal readonly record struct FontBytes(ReadOnlyMemory<byte> Data, string Name)
{
    public int Length => Data.Length;

    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Span(offset, 2));

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Span(offset, 2));

    public int Int32(int offset) => BinaryPrimitives.ReadInt32BigEndian(Span(offset, 4));

    /// <summary>An unsigned 32-bit number that serves as an offset, length or count.</summary>
    /// <exception cref="FontFormatException">It is above two thousand million, which no font file is long enough for.</exception>
    public int Size(int offset)
    {
        var value = BinaryPrimitives.ReadUInt32BigEndian(Span(offset, 4));
        return value <= int.MaxValue ? (int)value : throw new FontFormatException($"The font's '{Name}' holds an impossible size.");
    }

    public FontBytes Slice(int offset, int length, string name)
    {
        Check(offset, length);
        return new FontBytes(Data.Slice(offset, length), name);
    }

    public FontBytes From(int offset) => Slice(offset, Math.Max(0, Length - offset), Name);

    private ReadOnlySpan<byte> Span(int offset, int length)
    {
        Check(offset, length);
        return Data.Span.Slice(offset, length);
    }

    private void Check(int offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new FontFormatException($"The font's '{Name}' ends before its content does.");
        }
    }
}
