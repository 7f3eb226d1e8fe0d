using System.Text.Json;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>What a back-up says of itself.</summary>
/// <param name="Form">"backup/1".</param>
/// <param name="School">Name of the school; empty where it was not set up yet.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Program">Which program made it.</param>
/// <param name="Entries">Number of the last entry of the evidence; 0 where there was none.</param>
/// <param name="HeadHash">Hash of that entry; of the empty chain where there was none.</param>
/// <param name="Fault">What was wrong with the evidence when it was made; null where it held.</param>
/// <param name="Keys">How the keys in it are opened; null where it holds none.</param>
/// <param name="Files">Each file in it.</param>
public sealed record BackupManifest(
    string Form,
    string School,
    DateTimeOffset MadeAt,
    string Program,
    long Entries,
    string HeadHash,
    string? Fault,
    KeyLock? Keys,
    IReadOnlyList<BackupMember> Files
)
{
    internal const string CurrentForm = "backup/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="DamagedBackupException">It is none that this program knows.</exception>
    internal static BackupManifest Parse(byte[] json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<BackupManifest>(json, Options) is { Form: CurrentForm, Files: not null, HeadHash: not null, School: not null } read
                ? read
                : throw new DamagedBackupException("It is a back-up of a form that this program does not know: use the program that made it, or a newer one.");
        }
        catch (JsonException fault)
        {
            throw new DamagedBackupException("Its list of contents is damaged.", fault);
        }
    }
}

/// <summary>A file in a back-up.</summary>
/// <param name="Sha256">64 hexadecimal digits.</param>
public sealed record BackupMember(string Name, long Bytes, string Sha256);

/// <summary>How the key that opens the school's keys follows from the recovery key.</summary>
/// <param name="Salt">Base64.</param>
public sealed record KeyLock(string Salt, int Iterations);
