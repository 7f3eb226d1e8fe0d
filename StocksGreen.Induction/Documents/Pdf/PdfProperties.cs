using System.Net;
using System.Text;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>What a file of ours says of itself where nothing need be inflated.</summary>
/// <param name="Title">Null where there is none.</param>
/// <param name="Identifier">What it can be asked for by; null where there is none.</param>
public sealed record PdfProperties(string? Title, string? Identifier)
{
    private const int LongestPacket = 64 * 1024;
    private const int LongestValue = 1000;

    /// <returns>Of a file that is not ours, both may be anything: believe them where the seal is the school's.</returns>
    public static PdfProperties Read(byte[] file)
    {
        var start = file.AsSpan().IndexOf("<?xpacket begin"u8);
        var packet = start < 0 ? "" : Encoding.UTF8.GetString(file.AsSpan(start, Math.Min(LongestPacket, file.Length - start)));
        return new PdfProperties(
            Between(packet, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li>"),
            Between(packet, "<dc:identifier>", "</dc:identifier>")
        );
    }

    private static string? Between(string packet, string open, string close)
    {
        var start = packet.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : packet.IndexOf(close, start, StringComparison.Ordinal);
        var length = end - start - open.Length;
        return end < 0 || length is <= 0 or > LongestValue ? null : PdfSyntax.Clean(WebUtility.HtmlDecode(packet.Substring(start + open.Length, length)));
    }
}
