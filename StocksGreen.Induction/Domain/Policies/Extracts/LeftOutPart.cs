using StocksGreen.Induction.Domain.PolicyText;

namespace StocksGreen.Induction.Domain.Policies.Extracts;

/// <summary>A part of a document that someone chose to leave out of the policy.</summary>
/// <param name="Heading">As it stood in the draft.</param>
/// <param name="Words">Its own and those of its sub-sections.</param>
/// <param name="Pages">Null where they are not known.</param>
public sealed record LeftOutPart(string Heading, int Words, PageSpan? Pages);
