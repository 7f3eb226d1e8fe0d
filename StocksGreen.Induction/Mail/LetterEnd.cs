using MailKit;

namespace StocksGreen.Induction.Mail;

/// <summary>
/// Watches what is given to the network for the line that ends a letter, the dot that stands alone: a server without it has no letter, whatever else it has.
/// </summary>
/// <remarks>
/// The library tells of each piece once the network took it, before encryption. In the letter itself such a line cannot stand: its dot would be doubled (RFC
/// 5321, 4.5.2).
/// </remarks>
internal sealed class LetterEnd : IProtocolLogger
{
    private static readonly byte[] Mark = "\r\n.\r\n"u8.ToArray();

    private readonly byte[] last = new byte[Mark.Length];
    private bool isWatching;

    /// <summary>True from when the end of the letter has left, and no one but the server knows whether it has it.</summary>
    internal bool HasLeft { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Looks for the end of the next letter.</summary>
    internal void Begin()
    {
        (isWatching, HasLeft) = (true, false);
        Array.Clear(last);
    }

    /// <summary>Looks no longer.</summary>
    internal void Stop() => isWatching = false;

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (isWatching)
        {
            HasLeft |= Keep(buffer.AsSpan(offset, count)).SequenceEqual(Mark);
        }
    }

    public void LogServer(byte[] buffer, int offset, int count) { }

    public void LogConnect(Uri uri) { }

    public void Dispose() { }

    /// <summary>The end may come in two pieces, so the last bytes are kept across them.</summary>
    private ReadOnlySpan<byte> Keep(ReadOnlySpan<byte> piece)
    {
        var taken = Math.Min(piece.Length, last.Length);
        last.AsSpan(taken).CopyTo(last);
        piece[^taken..].CopyTo(last.AsSpan(last.Length - taken));
        return last;
    }
}
