using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>A policy in force as anybody with an account may read it.</summary>
/// <param name="Parts">Ordinals that the reader's audience is shown.</param>
/// <param name="Header">The key details with those who hold the key roles today.</param>
public sealed record LibraryEntry(PolicyVersion Version, IReadOnlyList<int> Parts, ReviewStatus Review, IReadOnlyList<ShownDetail> Header, IReadOnlyList<LinkedPolicy> Links);
