namespace StocksGreen.Induction.Domain.Text;

/// <summary>Which addresses may be followed. A document may hold any; what is no web page, mail or telephone stays words.</summary>
public static class LinkAddress
{
    /// <returns>The address where it is of http, https, mailto or tel; else null.</returns>
    public static Uri? Find(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto" or "tel" ? address : null;
}
