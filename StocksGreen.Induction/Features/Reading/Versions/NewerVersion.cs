using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Reading.Versions;

/// <summary>What a person finds who opens a version that is no longer in force.</summary>
/// <param name="Opened">The version of the address.</param>
/// <param name="Current">The version in force, as this person meets it.</param>
/// <param name="Confirmed">How many parts of the opened version they had confirmed; that stays on record.</param>
public sealed record NewerVersion(PolicyVersion Opened, PolicyToRead Current, int Confirmed);
