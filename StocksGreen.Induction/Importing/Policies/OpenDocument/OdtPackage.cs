using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using StocksGreen.Induction.Importing.Policies.Flow;

namespace StocksGreen.Induction.Importing.Policies.OpenDocument;

/// <summary>The parts of an OpenDocument text, packed or as one flat file, opened within bounds.</summary>
internal sealed class OdtPackage
{
    private const string TooMuch = "This file unpacks to far more than a policy can hold, so it was not opened. Check that it is the right file.";
    private const string Type = "application/vnd.oasis.opendocument.";
    private const int MostEntries = 5_000;
    private const int MostBytesInPart = 40_000_000;
    private const int MostBytesOfPictures = 60_000_000;
    private const int MostElements = 500_000;
    private const int DeepestElement = 200;

    private readonly Dictionary<string, byte[]> pictures = new(StringComparer.Ordinal);

    private OdtPackage(ReadOnlyMemory<byte> contentXml, XElement? styles)
    {
        ContentXml = contentXml;
        Content = Load(contentXml);
        Styles = styles;
    }

    /// <summary>The root of what the document says.</summary>
    internal XElement Content { get; }

    /// <summary>The root of its styles; null where they stand in <see cref="Content"/>.</summary>
    internal XElement? Styles { get; }

    /// <summary>The part that says it, as it is written.</summary>
    internal ReadOnlyMemory<byte> ContentXml { get; }

    /// <summary>Whether an archive is of the OpenDocument kind.</summary>
    internal static bool IsPackage(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var archive = Open(file);
            return TypeOf(archive).StartsWith(Type, StringComparison.Ordinal)
                || (archive.GetEntry("content.xml") is not null && archive.GetEntry("META-INF/manifest.xml") is not null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Raw: &lt;office:document … office:mimetype="application/vnd.oasis.opendocument.text"&gt;.</summary>
    internal static bool IsFlat(ReadOnlySpan<byte> file)
    {
        var head = Encoding.Latin1.GetString(file[..Math.Min(file.Length, 8_192)]);
        return head.Contains("<office:document", StringComparison.Ordinal) && head.Contains(Type + "text", StringComparison.Ordinal);
    }

    internal static OdtPackage ReadFlat(ReadOnlyMemory<byte> file) => new(file, null);

    /// <exception cref="RefusalException">It is no text, is locked, or is too large.</exception>
    internal static OdtPackage Read(ReadOnlyMemory<byte> file)
    {
        using var archive = Open(file);
        if (archive.Entries.Count > MostEntries)
        {
            throw new RefusalException(TooMuch);
        }

        RefuseOtherKinds(TypeOf(archive));
        // Raw: <manifest:encryption-data …>; newer programs lock the whole archive inside another
        if (
            archive.GetEntry("encrypted-package") is not null
            || (
                archive.GetEntry("META-INF/manifest.xml") is { } manifest
                && Encoding.UTF8.GetString(Unpack(manifest, 4_000_000)).Contains("encryption-data", StringComparison.Ordinal)
            )
        )
        {
            throw new RefusalException("This OpenDocument text is protected by a password. Save a copy of it without the password, and choose that file.");
        }

        var content = archive.GetEntry("content.xml") ?? throw new InvalidDataException("There is no content.");
        var package = new OdtPackage(
            Unpack(content, MostBytesInPart),
            archive.GetEntry("styles.xml") is { } styles ? Load(Unpack(styles, MostBytesInPart)) : null
        );
        var left = MostBytesOfPictures;
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith("Pictures/", StringComparison.Ordinal)))
        {
            var bytes = Unpack(entry, left);
            left -= bytes.Length;
            package.pictures.TryAdd(entry.FullName, bytes);
        }

        return package;
    }

    /// <param name="address">Raw: "Pictures/1000.png", "./Pictures/1000.png".</param>
    /// <returns>Null where the file does not hold it.</returns>
    internal byte[]? PictureAt(string address) => pictures.GetValueOrDefault(address.StartsWith("./", StringComparison.Ordinal) ? address[2..] : address);

    private static ZipArchive Open(ReadOnlyMemory<byte> file) => new(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);

    private static string TypeOf(ZipArchive archive) => archive.GetEntry("mimetype") is { } entry ? Encoding.ASCII.GetString(Unpack(entry, 1_000)).Trim() : "";

    private static void RefuseOtherKinds(string type)
    {
        var kind = type.StartsWith(Type, StringComparison.Ordinal) ? type[Type.Length..] : "text";
        if (kind is not ("text" or "text-template" or "text-web"))
        {
            throw new RefusalException(
                kind switch
                {
                    _ when kind.StartsWith("spreadsheet", StringComparison.Ordinal) =>
                        "This is a spreadsheet, not a document. Copy the policy into a text document, and choose that file.",
                    _ when kind.StartsWith("presentation", StringComparison.Ordinal) =>
                        "This is a presentation, not a document. Copy the policy into a text document, and choose that file.",
                    "text-master" =>
                        "This is a master document, which only names the documents that it is made of. Save it as one text (.odt), and choose that file.",
                    _ => "This is an OpenDocument file, but no text. Save the policy as OpenDocument text (.odt), and choose that file.",
                }
            );
        }
    }

    private static byte[] Unpack(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            if (unpacked.Length + count > most)
            {
                throw new RefusalException(TooMuch);
            }

            unpacked.Write(buffer, 0, count);
        }

        return unpacked.ToArray();
    }

    /// <summary>Looks through the part before anything is built of it.</summary>
    private static XElement Load(ReadOnlyMemory<byte> part)
    {
        var elements = 0;
        using (var reader = Reader(part))
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && (++elements > MostElements || reader.Depth > DeepestElement))
                {
                    throw new RefusalException(TooMuch);
                }
            }
        }

        using var again = Reader(part);
        return XDocument.Load(again, LoadOptions.PreserveWhitespace).Root!;
    }

    internal static XmlReader Reader(ReadOnlyMemory<byte> part) =>
        XmlReader.Create(
            new MemoryStream(part.ToArray(), writable: false),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MostBytesInPart,
                CloseInput = true,
            }
        );
}
