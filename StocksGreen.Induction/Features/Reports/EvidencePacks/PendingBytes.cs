namespace StocksGreen.Induction.Features.Reports.EvidencePacks;

/// <summary>
/// What an archive has written and the network has not taken yet. The base library's archives write at once when a file is closed, and a server lets no one
/// wait for the network like that; so they write here, and this is sent on after each file.
/// </summary>
internal sealed class PendingBytes : Stream
{
    private readonly MemoryStream pending = new();

    public override bool CanRead => false;

    /// <summary>An archive must not go back to what was sent on.</summary>
    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends on what has come together and forgets it.</summary>
    public async Task SendAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        await target.FlushAsync(cancellationToken);
        pending.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => pending.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => pending.Write(buffer);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        pending.Dispose();
        base.Dispose(disposing);
    }
}
