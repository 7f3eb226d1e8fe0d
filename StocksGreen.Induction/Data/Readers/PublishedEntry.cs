namespace StocksGreen.Induction.Data.Readers;

/// <summary>That a version was published, by what was sealed of it.</summary>
/// <param name="PublishedAt">UTC.</param>
/// <param name="InForceFrom">First London date on which it may be in force.</param>
public sealed record PublishedEntry(int Number, DateTimeOffset PublishedAt, DateOnly InForceFrom);
