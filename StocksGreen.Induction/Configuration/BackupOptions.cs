namespace StocksGreen.Induction.Configuration;

/// <summary>Where back-ups go, and when they are made.</summary>
public sealed class BackupOptions
{
    public const string Section = InductionOptions.Section + ":Backup";

    /// <summary>Folder of the back-ups, as written; null for "backups" in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>A second folder, such as a network share, that gets a copy of each; null where there is none.</summary>
    public string? SecondFolder { get; set; }

    /// <summary>When the nightly one is made, in London's time. A server that was off then makes it soon after it starts.</summary>
    public TimeOnly At { get; set; } = new(2, 0);

    /// <summary>False where something else backs the school up, and calls the command <c>backup</c>.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>The second folder, seen from where the program was started; null where there is none.</summary>
    public string? Second => string.IsNullOrWhiteSpace(SecondFolder) ? null : Path.GetFullPath(SecondFolder.Trim());

    /// <param name="usual">Where they go unless <see cref="Folder"/> names another place.</param>
    public string FolderOr(string usual) => string.IsNullOrWhiteSpace(Folder) ? usual : Path.GetFullPath(Folder.Trim());
}
