namespace StocksGreen.Induction.Accounts;

/// <summary>What every page may know of the school whose database this is.</summary>
/// <param name="IsDemonstration">True where all people are invented; every page says so.</param>
public sealed record KnownSchool(string Name, bool IsDemonstration);
