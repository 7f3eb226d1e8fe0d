namespace StocksGreen.Induction.Features.Reading.OnPaper;

/// <summary>What kind of file a scan is, by what it holds and not by its name.</summary>
internal static class PaperFile
{
    public const int LargestInBytes = 10 * 1024 * 1024;

    /// <returns>Null for anything but PDF, JPEG and PNG.</returns>
    public static string? MediaType(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}
