namespace StocksGreen.Induction.Features.Evidence.Backups;

/// <summary>A file is no back-up that can be relied on.</summary>
/// <param name="sentence">Why, in plain English.</param>
public sealed class DamagedBackupException(string sentence, Exception? inner = null) : Exception(sentence, inner);
