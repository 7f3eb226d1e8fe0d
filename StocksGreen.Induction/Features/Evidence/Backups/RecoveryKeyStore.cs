using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using StocksGreen.Induction.Data;

namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>
/// Keeps what follows from the recovery key, so that a back-up at night can close the school's keys; the recovery key itself is shown once and kept nowhere.
/// </summary>
public sealed class RecoveryKeyStore(DataFolder folder, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Iterations = 600_000; // OWASP's advice for PBKDF2 with SHA-256
    private const int SaltBytes = 16;

    private readonly IDataProtector protector = protection.CreateProtector("StocksGreen.Induction.Backup");

    /// <summary>When the recovery key in use was made, UTC; null where there is none, or none that can be read.</summary>
    public DateTimeOffset? MadeAt => Read()?.MadeAt;

    /// <summary>Makes a new one; back-ups from now on are opened with it, and earlier ones with the one before.</summary>
    /// <returns>As it is printed; it cannot be asked for again.</returns>
    /// <exception cref="OperatorException">It cannot be written.</exception>
    internal RecoveryKey Create()
    {
        var made = RecoveryKey.Create();
        var by = new KeyLock(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltBytes)), Iterations);
        var kept = new Kept(by, Convert.ToBase64String(made.Derive(by)), clock.GetUtcNow());
        try
        {
            Directory.CreateDirectory(folder.Keys);
            OwnFile.Write(folder.BackupKey, protector.Protect(JsonSerializer.SerializeToUtf8Bytes(kept)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The recovery key cannot be written to {folder.Keys}: {fault.Message}", fault);
        }

        return made;
    }

    /// <returns>What closes the keys of the next back-up; null where no recovery key was made yet.</returns>
    internal (KeyLock Lock, byte[] Key)? Current() => Read() is { } kept ? (kept.Lock, Convert.FromBase64String(kept.Key)) : null;

    private Kept? Read()
    {
        try
        {
            return File.Exists(folder.BackupKey) ? JsonSerializer.Deserialize<Kept>(protector.Unprotect(File.ReadAllBytes(folder.BackupKey))) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <param name="Key">Base64.</param>
    private sealed record Kept(KeyLock Lock, string Key, DateTimeOffset MadeAt);
}
