namespace StocksGreen.Induction.Data;

/// <summary>The folder that holds all that the school must keep: back it up and you have backed up everything.</summary>
/// <param name="FolderPath">Absolute.</param>
public sealed record DataFolder(string FolderPath)
{
    /// <summary>Where data lies unless a setting says otherwise, seen from where the program was started.</summary>
    public const string DefaultName = "data";

    public string Database => Path.Combine(FolderPath, "induction.db");

    /// <summary>Held open by the one server that may write.</summary>
    public string Lock => Path.Combine(FolderPath, "induction.lock");

    /// <summary>
    /// The key with which papers are sealed and evidence is signed, and what protects cookies and forms. Without it everyone must sign in again, and a new key
    /// seals and signs from then on, of which every paper says that the earlier one does not vouch for it.
    /// </summary>
    public string Keys => Path.Combine(FolderPath, "keys");

    /// <summary>The key with which papers are sealed and evidence is signed; there from the moment a school is set up.</summary>
    public string SigningKey => Path.Combine(Keys, "seal.key");

    /// <summary>What closes the school's keys in a back-up; there from the moment a recovery key was made.</summary>
    public string BackupKey => Path.Combine(Keys, "backup.key");

    /// <summary>Where back-ups go unless a setting names another place.</summary>
    public string Backups => Path.Combine(FolderPath, "backups");

    /// <param name="path">As given by a setting or an option; relative to where the program was started.</param>
    public static DataFolder At(string? path) => new(Path.GetFullPath(string.IsNullOrWhiteSpace(path) ? DefaultName : path));
}
