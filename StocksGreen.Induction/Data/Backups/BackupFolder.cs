using System.Globalization;
using System.Text.Json;
using StocksGreen.Induction.Configuration;

namespace StocksGreen.Induction.Data.Backups;

/// <summary>The folder of a school's back-ups. A file gets its name only once it was opened again and found good, so whatever bears one is a back-up.</summary>
public sealed class BackupFolder(DataFolder folder, BackupOptions options)
{
    /// <summary>From this age on the last good back-up is too old.</summary>
    public static readonly TimeSpan TooOld = TimeSpan.FromDays(2);

    private const string Prefix = "induction-";
    private const string Suffix = ".zip";
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Absolute.</summary>
    public string FolderPath => options.FolderOr(folder.Backups);

    private string Status => Path.Combine(FolderPath, "status.json");

    /// <summary>"induction-20261201T020000Z.zip".</summary>
    internal static string NameOf(DateTimeOffset madeAt) => Prefix + madeAt.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture) + Suffix;

    /// <summary>Every back-up in a folder, the newest first.</summary>
    /// <returns>None where the folder is not there or cannot be read.</returns>
    internal static IReadOnlyList<(DateTimeOffset MadeAt, string Path)> In(string folder)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(folder, $"{Prefix}*{Suffix}")
                    .Select(path => (MadeAt: MomentOf(Path.GetFileName(path)), path))
                    .Where(each => each.MadeAt is not null)
                    .Select(each => (each.MadeAt!.Value, each.path))
                    .OrderByDescending(each => each.Value),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Deletes what no rule keeps any more.</summary>
    internal static void Prune(string folder)
    {
        var all = In(folder);
        var expired = BackupRetention.Expired([.. all.Select(each => each.MadeAt)]).ToHashSet();
        foreach (var (_, path) in all.Where(each => expired.Contains(each.MadeAt)))
        {
            File.Delete(path);
        }
    }

    /// <summary>When the newest back-up was made, UTC; null where there is none.</summary>
    internal DateTimeOffset? NewestAt() => In(FolderPath) is [var (madeAt, _), ..] ? madeAt : null;

    /// <summary>What to do where the database cannot be used.</summary>
    internal string Advice() =>
        In(FolderPath) is [var (_, newest), ..]
            ? $"Restore the last back-up: restore \"{newest}\"."
            : $"There is no back-up in {FolderPath}. Put one that was kept elsewhere back with: restore FILE.";

    /// <summary>How the last try ended.</summary>
    internal BackupStatus? ReadStatus()
    {
        try
        {
            return File.Exists(Status) ? JsonSerializer.Deserialize<BackupStatus>(File.ReadAllText(Status)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    internal void WriteStatus(BackupStatus status)
    {
        try
        {
            Directory.CreateDirectory(FolderPath);
            OwnFile.Write(Status, JsonSerializer.SerializeToUtf8Bytes(status));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder itself is what is wrong; that there is no new back-up shows by itself.
        }
    }

    private static DateTimeOffset? MomentOf(string name) =>
        DateTimeOffset.TryParseExact(name[Prefix.Length..^Suffix.Length], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
}

/// <summary>How the last try to back up ended.</summary>
/// <param name="TriedAt">UTC.</param>
/// <param name="Fault">What went wrong; null where nothing did.</param>
/// <param name="SecondFault">What went wrong with the copy in the second folder; null where nothing did, or there is none.</param>
/// <param name="EvidenceFault">What was wrong with the evidence that was backed up; null where it held.</param>
public sealed record BackupStatus(DateTimeOffset TriedAt, string? Fault, string? SecondFault, string? EvidenceFault);
