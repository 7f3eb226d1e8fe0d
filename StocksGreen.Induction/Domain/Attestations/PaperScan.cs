using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Attestations;

/// <summary>The picture of a signature on paper. Its hash is sealed with the signature.</summary>
/// <param name="MediaType">"application/pdf", "image/jpeg" or "image/png".</param>
public sealed record PaperScan(AttestationId AttestationId, string FileName, string MediaType, byte[] Content)
{
    public const int LargestInBytes = 10 * 1024 * 1024;

    /// <summary>What kind of file a scan is, by what it holds and not by its name.</summary>
    /// <returns>Null for anything but PDF, JPEG and PNG.</returns>
    public static string? MediaTypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}
