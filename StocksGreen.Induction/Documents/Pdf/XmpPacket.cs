using System.Globalization;
using System.Security;

namespace StocksGreen.Induction.Documents.Pdf;

/// <summary>
/// The metadata as XMP, saying exactly what the information dictionary says, and claiming PDF/A-2a, or PDF/A-3a with an attachment, and PDF/UA-1.
/// </summary>
internal static class XmpPacket
{
    private const string Namespaces =
        """xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/" """
        + """xmlns:xmp="http://ns.adobe.com/xap/1.0/" """
        + "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"";

    // PDF/A knows no 'pdfuaid' of its own, so the packet describes it (ISO 19005-2, 6.6.2.3.3).
    private const string PdfUaSchema =
        """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" """
        + """xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" """
        + """
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """;

    public static string Build(PdfMetadata metadata)
    {
        var created = metadata.Created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" {Namespaces}>
            <pdfaid:part>{(metadata.Attachment is null ? 2 : 3)}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(metadata.Title)}</rdf:li></rdf:Alt></dc:title>
            {Author(metadata.Author)}{Description(metadata.Subject)}{Identifier(metadata.Identifier)}<pdf:Producer>{Escape(
                metadata.Producer
            )}</pdf:Producer><xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>
            </rdf:Description>
            {PdfUaSchema}
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }

    private static string Author(string author) => author.Length == 0 ? "" : $"<dc:creator><rdf:Seq><rdf:li>{Escape(author)}</rdf:li></rdf:Seq></dc:creator>";

    private static string Description(string subject) =>
        subject.Length == 0 ? "" : $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Escape(subject)}</rdf:li></rdf:Alt></dc:description>";

    private static string Identifier(string identifier) => identifier.Length == 0 ? "" : $"<dc:identifier>{Escape(identifier)}</dc:identifier>";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
