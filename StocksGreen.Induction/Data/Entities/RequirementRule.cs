namespace StocksGreen.Induction.Data.Entities;

/// <summary>By which rule, and up to which day, the lines were derived. One row.</summary>
/// <param name="Version">The <see cref="RequirementDerivation.RuleVersion"/> of the program that derived them.</param>
/// <param name="Day">London date.</param>
public sealed record RequirementRule(int Id, int Version, DateOnly Day);
