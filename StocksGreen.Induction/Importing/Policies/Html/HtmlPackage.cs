using System.IO.Compression;
using MimeKit;
using StocksGreen.Induction.Importing.Policies.Flow;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Html;

/// <summary>A web page with the pictures that came with it: as a zip archive (Google Docs), as one file of a browser (.mht), or alone.</summary>
internal sealed class HtmlPackage
{
    private const int MostEntries = 2_000;
    private const int MostUnpacked = 60_000_000;

    private readonly Dictionary<string, Func<byte[]?>> files = new(StringComparer.OrdinalIgnoreCase);

    private HtmlPackage(string page) => Page = page;

    internal string Page { get; }

    internal static HtmlPackage OfPage(ReadOnlyMemory<byte> file, WarningList warnings) => new(HtmlText.Decode(file.Span, null, warnings));

    /// <summary>Whether an archive holds a web page and no other document.</summary>
    internal static bool IsPackage(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count <= MostEntries
                && archive.GetEntry("[Content_Types].xml") is null
                && archive.GetEntry("mimetype") is null
                && archive.Entries.Any(IsPage);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    /// <exception cref="RefusalException">There is more than one page in it, or far more than a policy can hold.</exception>
    internal static HtmlPackage OfArchive(ReadOnlyMemory<byte> file, WarningList warnings)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        // Raw: "Policy.html", "Policy_files/frame.html": what stands deeper belongs to the page above it.
        var pages = archive.Entries.Where(IsPage).GroupBy(entry => entry.FullName.Count(c => c == '/')).OrderBy(group => group.Key).First().ToList();
        if (pages.Count > 1)
        {
            throw new RefusalException("This archive holds more than one web page. Unpack it, and choose the page that is the policy.");
        }

        var left = MostUnpacked;
        var unpacked = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var folder = pages[0].FullName[..(pages[0].FullName.LastIndexOf('/') + 1)];
        var page = Unpack(pages[0], ref left);
        foreach (var entry in archive.Entries.Where(entry => IsPicture(entry.Name) && entry.FullName.StartsWith(folder, StringComparison.Ordinal)))
        {
            unpacked.TryAdd(entry.FullName[folder.Length..], Unpack(entry, ref left));
        }

        var package = new HtmlPackage(HtmlText.Decode(page, null, warnings));
        foreach (var (name, bytes) in unpacked)
        {
            package.files[name] = () => bytes;
        }

        return package;
    }

    /// <exception cref="RefusalException">There is no page in it.</exception>
    internal static HtmlPackage OfMime(ReadOnlyMemory<byte> file, WarningList warnings)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = 4;
        var parts = MimeMessage.Load(options, stream).BodyParts.OfType<MimePart>().Take(MostEntries).ToList();
        var page =
            parts.Find(part => part.ContentType.IsMimeType("text", "html"))
            ?? throw new RefusalException("There is no web page in this file. Open it in a browser, save it as “Webpage, Single File”, and choose that file.");
        var package = new HtmlPackage(HtmlText.Decode(Bytes(page) ?? [], page.ContentType.Charset, warnings));
        foreach (var part in parts.Where(part => part.ContentType.IsMimeType("image", "*")))
        {
            if (part.ContentLocation is { } place)
            {
                package.files.TryAdd(place.OriginalString, () => Bytes(part));
            }

            if (part.ContentId is { } id)
            {
                package.files.TryAdd($"cid:{id}", () => Bytes(part));
            }
        }

        return package;
    }

    /// <summary>The bytes of a picture.</summary>
    /// <param name="address">As the page writes it: "images/image1.png", "data:image/png;base64,…", "cid:…".</param>
    /// <returns>Null where the file does not hold it.</returns>
    internal byte[]? PictureAt(string address)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return FromData(address);
        }

        var name = address.Split('#')[0];
        return (
            files.GetValueOrDefault(name) ?? files.GetValueOrDefault(Uri.UnescapeDataString(name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name))
        )?.Invoke();
    }

    private static byte[]? FromData(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !address.AsSpan(0, comma).Contains(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var coded = address.AsSpan(comma + 1);
        var text = coded.Contains('%') ? Uri.UnescapeDataString(coded.ToString()).AsSpan() : coded;
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64Chars(text, bytes, out var count) ? bytes[..count] : null;
    }

    private static byte[]? Bytes(MimePart part)
    {
        using var decoded = new MemoryStream();
        part.Content?.DecodeTo(decoded);
        return decoded.ToArray();
    }

    private static byte[] Unpack(ZipArchiveEntry entry, ref int left)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            left -= count;
            if (left < 0)
            {
                throw new RefusalException("This file unpacks to far more than a policy can hold, so it was not opened. Check that it is the right file.");
            }

            unpacked.Write(buffer, 0, count);
        }

        return unpacked.ToArray();
    }

    private static bool IsPage(ZipArchiveEntry entry) =>
        Path.GetExtension(entry.Name).ToUpperInvariant() is ".HTML" or ".HTM" && !entry.FullName.StartsWith("__MACOSX", StringComparison.Ordinal);

    private static bool IsPicture(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG" or ".GIF" or ".SVG" or ".WEBP" or ".BMP";
}
