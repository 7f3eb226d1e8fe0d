using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>Where words lead: to an address, or to a place of the same file.</summary>
/// <remarks>Each instance is one link; its words may be split over lines and pages.</remarks>
public sealed class PdfLink
{
    private PdfLink(string? address, string? place, string description) => (Address, Place, Description) = (address, place, description);

    /// <summary>In ASCII; null for a place of the file.</summary>
    internal string? Address { get; }

    /// <summary>The name of a place that <see cref="PdfWriter.MarkPlace"/> marks.</summary>
    internal string? Place { get; }

    /// <summary>What a reader says of it before it is followed.</summary>
    internal string Description { get; }

    /// <param name="description">Its words and where it leads.</param>
    /// <returns>Null for an address that is not followed, such as that of a file.</returns>
    public static PdfLink? ToAddress(string? address, string description) =>
        LinkAddress.Find(address) is { } uri ? new PdfLink(Escaped(uri), place: null, description) : null;

    public static PdfLink ToPlace(string place, string description) => new(address: null, place, description);

    // A file holds addresses in ASCII (ISO 32000-1, 12.6.4.7).
    private static string Escaped(Uri uri)
    {
        var address = uri.AbsoluteUri;
        return address.All(char.IsAscii) || uri.Host.Length == 0
            ? string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())))
            : new UriBuilder(uri) { Host = uri.IdnHost }
                .Uri
                .AbsoluteUri;
    }
}
