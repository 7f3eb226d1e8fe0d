namespace StocksGreen.Induction.Images;

/// <summary>
/// The five ways in which PNG writes a row as the difference to what is next to and above it (PNG, 9), which makes it small once it is deflated.
/// </summary>
internal static class PngFilter
{
    private const int None = 0;
    private const int Sub = 1;
    private const int Up = 2;
    private const int Average = 3;
    private const int Paeth = 4;

    /// <summary>Rows with the best filter of each in front of them.</summary>
    /// <param name="stride">Bytes of a row.</param>
    /// <param name="step">Bytes of a dot.</param>
    public static byte[] Apply(ReadOnlySpan<byte> rows, int stride, int step)
    {
        var count = rows.Length / stride;
        var filtered = new byte[count * (stride + 1)];
        var before = new byte[stride];
        var attempt = new byte[stride];
        for (var row = 0; row < count; row++)
        {
            var now = rows.Slice(row * stride, stride);
            var target = filtered.AsSpan(row * (stride + 1), stride + 1);
            var least = long.MaxValue;
            for (var kind = None; kind <= Paeth; kind++)
            {
                var sum = 0L;
                for (var i = 0; i < stride; i++)
                {
                    attempt[i] = (byte)(now[i] - Predict(kind, i >= step ? now[i - step] : 0, before[i], i >= step ? before[i - step] : 0));
                    sum += Math.Abs((int)(sbyte)attempt[i]);
                }

                if (sum < least)
                {
                    least = sum;
                    target[0] = (byte)kind;
                    attempt.CopyTo(target[1..]);
                }
            }

            now.CopyTo(before);
        }

        return filtered;
    }

    /// <summary>Turns a row back into what it was.</summary>
    /// <param name="row">As it was read, without its first byte.</param>
    /// <param name="before">The row above, already turned back; zeros above the first.</param>
    /// <returns>False where there is no such filter.</returns>
    public static bool TryUndo(byte kind, Span<byte> row, ReadOnlySpan<byte> before, int step)
    {
        if (kind > Paeth)
        {
            return false;
        }

        for (var i = 0; kind != None && i < row.Length; i++)
        {
            row[i] += (byte)Predict(kind, i >= step ? row[i - step] : 0, before[i], i >= step ? before[i - step] : 0);
        }

        return true;
    }

    private static int Predict(int kind, int left, int above, int corner) =>
        kind switch
        {
            Sub => left,
            Up => above,
            Average => (left + above) / 2,
            Paeth => Nearest(left, above, corner),
            _ => 0,
        };

    private static int Nearest(int left, int above, int corner)
    {
        var sum = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(sum - left), Math.Abs(sum - above), Math.Abs(sum - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
    }
}
