namespace StocksGreen.Induction.Domain.InductionPacks;

/// <summary>A talk that belongs to a pack.</summary>
/// <param name="Title">"Safe and responsible use of social media".</param>
/// <param name="Topics">What is talked through; at least one.</param>
public sealed record InductionPackBriefing(string Title, IReadOnlyList<string> Topics);
