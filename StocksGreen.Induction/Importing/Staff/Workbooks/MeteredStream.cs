namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>Bytes in memory of which only so many are given out, however often a reader goes back.</summary>
internal sealed class MeteredStream(byte[] bytes, long most) : MemoryStream(bytes, writable: false)
{
    private long left = most;

    /// <exception cref="InvalidDataException">More was asked for.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Counted(base.Read(buffer, offset, count));

    /// <exception cref="InvalidDataException">More was asked for.</exception>
    public override int Read(Span<byte> buffer) => Counted(base.Read(buffer));

    /// <exception cref="InvalidDataException">More was asked for.</exception>
    public override int ReadByte()
    {
        Counted(1);
        return base.ReadByte();
    }

    private int Counted(int read)
    {
        left -= read;
        return left < 0 ? throw new InvalidDataException("The workbook goes round in a circle, or is far too large.") : read;
    }
}
