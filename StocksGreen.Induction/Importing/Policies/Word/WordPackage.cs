using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace StocksGreen.Induction.Importing.Policies.Word;

/// <summary>Looks into a file that begins like a zip archive before anything of it is trusted: what it is, and that unpacking it stays bounded.</summary>
internal static class WordPackage
{
    internal const string Damaged = "This looks like a Word document, but it is damaged. Open it in Word, save it again as .docx, and choose that file.";

    private const string TooMuch = "This file unpacks to far more than a policy can hold, so it was not opened. Check that it is the right file.";
    private const int MostEntries = 5_000;
    private const long MostCharactersInPart = 40_000_000;
    private const long MostCharacters = 100_000_000;
    private const int MostElements = 500_000;
    private const int DeepestElement = 200;
    private const int MostAttributes = 200;
    private const int MostProperties = 200;

    // These are asked again for every word or paragraph that they say something about.
    private static readonly FrozenSet<string> Properties = FrozenSet.ToFrozenSet([
        "rPr",
        "pPr",
        "tblPr",
        "tcPr",
        "trPr",
        "numPr",
        "style",
        "tblStylePr",
        "abstractNum",
        "num",
        "lvl",
        "lvlOverride",
    ]);

    /// <summary>Raw: "PK\x03\x04".</summary>
    internal static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The compound file in which Word keeps old documents, and documents under a password.</summary>
    /// <returns>A refusal; null where the file is none.</returns>
    internal static string? RefusalOfCompoundFile(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return null;
        }

        return file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? "This Word document is protected by a password. Save a copy of it without the password, and choose that file."
            : "This is a document of an old version of Word or Office. Open it in Word, save it as .docx, and choose that file.";
    }

    /// <returns>Why the archive is no Word document that can be opened; null where it is one.</returns>
    internal static string? Refusal(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
            {
                return TooMuch;
            }

            return RefusalOfKind(archive) ?? RefusalOfSize(archive);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return Damaged;
        }
    }

    internal static bool HasMacros(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        if (
            archive.Entries.Any(entry =>
                entry.Name.StartsWith("vba", StringComparison.OrdinalIgnoreCase) && entry.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return true;
        }

        // Raw: application/vnd.ms-word.document.macroEnabled.main+xml
        using var types = new StreamReader(archive.GetEntry("[Content_Types].xml")!.Open());
        return types.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    private static string? RefusalOfKind(ZipArchive archive)
    {
        bool Has(string start) => archive.Entries.Any(entry => entry.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        if (archive.GetEntry("[Content_Types].xml") is not null)
        {
            return Has("word/") ? null
                : Has("xl/") ? "This is a spreadsheet, not a document. Copy the policy into Word, and choose that file."
                : Has("ppt/") ? "This is a presentation, not a document. Copy the policy into Word, and choose that file."
                : "This is no Word document, though it is packed like one. Check that it is the right file.";
        }

        // Raw: Index/Document.iwa, Index/Slide-1.iwa; older ones index.apxl, index.xml.gz
        if (Has("Index/") || Has("Index.zip") || Has("index.ap") || Has("index.xml"))
        {
            return "This is a document of Apple Pages, Numbers or Keynote. Open it there, choose File, Export To, Word (or PDF), and choose that file.";
        }

        if (archive.GetEntry("mimetype") is { Length: < 200 })
        {
            return "This is an electronic book, not a document. Copy the policy into Word, and choose that file.";
        }

        return "This is a zip archive and no Word document. Unpack it first, then choose the document in it.";
    }

    /// <summary>Reads every part that is XML once, without building anything of it: what the sizes in the archive say may be a lie.</summary>
    private static string? RefusalOfSize(ZipArchive archive)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostCharactersInPart,
            CloseInput = true,
        };
        var (characters, elements) = (0L, 0);
        var properties = new int?[DeepestElement + 2];
        foreach (
            var entry in archive.Entries.Where(entry =>
                entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            characters += entry.Length;
            if (entry.Length > MostCharactersInPart || characters > MostCharacters)
            {
                return TooMuch;
            }

            using var bounded = new BoundedStream(entry.Open(), entry.Length);
            using var reader = XmlReader.Create(bounded, settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (
                    ++elements > MostElements
                    || reader.Depth > DeepestElement
                    || reader.AttributeCount > MostAttributes
                    || ++properties[reader.Depth] > MostProperties
                )
                {
                    return TooMuch;
                }

                properties[reader.Depth + 1] = Properties.Contains(reader.LocalName) ? 0 : null;
            }
        }

        return null;
    }

    /// <summary>Gives no more bytes than the archive has declared.</summary>
    private sealed class BoundedStream(Stream inner, long declared) : Stream
    {
        private long left = declared;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            left -= read;
            return left < 0 ? throw new InvalidDataException("A part is larger than the archive says.") : read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
