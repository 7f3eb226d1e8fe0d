namespace StocksGreen.Induction.Data;

/// <summary>Where the store of a school is, and how it is opened.</summary>
/// <param name="MayWrite">False for commands that only look: the database is then opened read-only and never made.</param>
public sealed record StoreLocation(DataFolder Folder, bool MayWrite);
