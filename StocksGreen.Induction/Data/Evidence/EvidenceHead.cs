using System.Globalization;
using System.Text;
using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>
/// Number and hash of the last entry, in a file next to the keys. A database whose end was lost looks whole by itself; compared with this it does not.
/// </summary>
/// <remarks>It is written after the entry is on the disk, so it may lag behind the database and is never ahead of it.</remarks>
public sealed class EvidenceHead(DataFolder folder)
{
    private const int DigitsOfNumber = 19;
    private const int DigitsOfHash = 64;

    private string Path => System.IO.Path.Combine(folder.Keys, "evidence.head");

    /// <returns>Null where none was written, or what is there cannot be read.</returns>
    public (long Number, string Hash)? Read()
    {
        try
        {
            return
                File.Exists(Path)
                && File.ReadAllText(Path).TrimEnd().Split(' ') is [{ Length: DigitsOfNumber } number, { Length: DigitsOfHash } hash]
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                ? (last, hash)
                : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What is missing from the end of the evidence, as far as this file knows.</summary>
    /// <param name="last">The last entry of the database; null where it has none.</param>
    /// <returns>A sentence; null where nothing is missing.</returns>
    public static string? Missing((long Number, string Hash)? known, EvidenceEntry? last) =>
        known is not { } head || last?.Number > head.Number || (last?.Number, last?.Hash) == (head.Number, head.Hash) ? null
        : last?.Number == head.Number
            ? FormattableString.Invariant(
                $"Entry {head.Number} of the evidence is not the one that the school’s keys know: the database is of another history."
            )
        : FormattableString.Invariant($"The evidence went on to entry {head.Number}, and the database ends with entry {last?.Number ?? 0}: ")
            + "its last part was lost, as when the file induction.db-wal is missing or an older copy was put in its place.";

    /// <summary>Notes an entry that is on the disk. Where it cannot be written the entry stays: it is only known from the database.</summary>
    internal void Write(long number, string hash)
    {
        try
        {
            // Always as long as before and in one go: a reader, or a power cut, finds the earlier line or this one.
            var line = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number:D19} {hash}\n"));
            using var file = File.OpenHandle(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Write(file, line, fileOffset: 0);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The keys may lie on a disk that is full or read-only; what was signed is stored all the same.
        }
    }
}
