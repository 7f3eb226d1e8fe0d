using System.IO.Compression;
using System.Text;

namespace StocksGreen.Induction.Importing.Staff.Workbooks;

/// <summary>Looks into a file that begins like a workbook before a parser sees it: what it is, and that unpacking it stays bounded.</summary>
internal static class WorkbookPackage
{
    internal const string Damaged =
        "This looks like a workbook, but it is damaged or cut short. Open it in Excel, save it again as .xlsx, and choose that file.";

    private const string Protected =
        "This workbook is protected by a password. Open it in Excel, save a copy without the password (File, Info, Protect Workbook), and choose that file.";

    private const int MostEntries = 5_000;

    /// <summary>Raw: "PK\x03\x04"; the compound file of old Office, and of workbooks under a password.</summary>
    internal static bool IsWorkbook(ReadOnlySpan<byte> file) => file.StartsWith("PK"u8) || IsCompound(file);

    internal static bool IsCompound(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The workbook as a parser may have it.</summary>
    /// <returns>An .xls file as it is, an .xlsx file packed again without compression; or the sentence that refuses it.</returns>
    /// <remarks>Packed again, each part has the length that it says, and what a parser reads of it can be counted.</remarks>
    internal static (byte[] Bytes, string? Refusal) Open(ReadOnlyMemory<byte> file)
    {
        if (IsCompound(file.Span))
        {
            return RefusalOfCompound(file.Span) is { } refusal ? ([], refusal) : (file.ToArray(), null);
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count > MostEntries ? ([], SheetLimits.TooMuch)
                : RefusalOfKind(archive) is { } refusal ? ([], refusal)
                : Repacked(archive) is { } bytes ? (bytes, null)
                : ([], SheetLimits.TooMuch);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return ([], Damaged);
        }
    }

    private static string? RefusalOfCompound(ReadOnlySpan<byte> file) =>
        // The key of such a file is computed over as many rounds as the file says: a parser must not begin.
        HasEntry(file, "EncryptedPackage") || HasEntry(file, "EncryptionInfo")
            ? Protected
        : HasEntry(file, "WordDocument") ? "This is a Word document, not a staff list. Export the staff list from the MIS as a workbook or CSV."
        : HasEntry(file, "Workbook") || HasEntry(file, "Book") ? null
        : "This is a file of an old Office program, but no workbook. Export the staff list from the MIS as a workbook or CSV.";

    /// <summary>Whether the directory of a compound file names a stream: UTF-16, in no particular case.</summary>
    private static bool HasEntry(ReadOnlySpan<byte> file, string name)
    {
        // Entries of the directory have 128 bytes each, and stand at multiples of that.
        for (var at = 0; at + 128 <= file.Length; at += 128)
        {
            var length = name.Length * 2;
            if (
                file[at + length] == 0
                && file[at + length + 1] == 0
                && Encoding.Unicode.GetString(file.Slice(at, length)).Equals(name, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string? RefusalOfKind(ZipArchive archive)
    {
        bool Has(string start) => archive.Entries.Any(entry => entry.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return Has("xl/workbook.bin") ? "This is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx, and choose that file."
            : Has("xl/") ? null
            : Has("word/") ? "This is a Word document, not a staff list. Export the staff list from the MIS as a workbook or CSV."
            : Has("ppt/") ? "This is a presentation, not a staff list. Export the staff list from the MIS as a workbook or CSV."
            : archive.GetEntry("content.xml") is not null ? "This is an OpenDocument file. Open it, save it as an Excel workbook (.xlsx), and choose that file."
            : Has("Index/") ? "This is a file of Numbers. Open it, export it to Excel (.xlsx), and choose that file."
            : "This is a compressed archive. Unpack it first, then choose the staff list in it.";
    }

    /// <returns>Null where the parts unpack to more than a workbook may.</returns>
    private static byte[]? Repacked(ZipArchive archive)
    {
        using var bytes = new MemoryStream();
        var left = SheetLimits.MostUnpackedBytes;
        var buffer = new byte[81_920];
        using (var stored = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Pictures and the like are no part of a list. Of two parts of one name the first counts.
            foreach (var entry in archive.Entries.Where(IsText).DistinctBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase))
            {
                using var from = entry.Open();
                using var to = stored.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                for (int read; (read = from.Read(buffer)) > 0; )
                {
                    left -= read;
                    if (left < 0)
                    {
                        return null;
                    }

                    to.Write(buffer, 0, read);
                }
            }
        }

        return bytes.ToArray();
    }

    private static bool IsText(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
