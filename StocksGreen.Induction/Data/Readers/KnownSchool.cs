namespace StocksGreen.Induction.Data.Readers;

/// <summary>What every page may know of the school whose database this is.</summary>
/// <param name="IsDemonstration">True where all people are invented; every page says so.</param>
/// <param name="CrestHash">SHA-256 of the crest's file, 64 hexadecimal digits; null where the school uses none.</param>
public sealed record KnownSchool(string Name, bool IsDemonstration, string? CrestHash);
