using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>What the lines of one person have in common.</summary>
/// <param name="Words">Name and role without case and accents, to be searched.</param>
/// <param name="ChangesOn">The first day on which the lines differ though no one writes anything: a start, an end, an absence. Null where none is
/// known.</param>
/// <param name="EarliestDue">The earliest due day of what is open; null where nothing is.</param>
public sealed record RequirementPerson(StaffId StaffId, string Words, DateOnly? ChangesOn, DateOnly? EarliestDue);
