using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Reading.Library;

/// <summary>A policy that is no longer in force, as its readers are told.</summary>
/// <param name="From">First day on which it was not in force.</param>
/// <param name="MergedInto">Where to read on; null where it has no successor in force.</param>
/// <param name="WasOpen">True where the reader was asked to sign it and had not.</param>
public sealed record WithdrawnPolicy(string Title, DateOnly From, string Reason, Policy? MergedInto, bool WasOpen);
