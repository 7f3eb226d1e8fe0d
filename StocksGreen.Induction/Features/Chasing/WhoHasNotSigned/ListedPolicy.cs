using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>A policy in force, to choose from.</summary>
/// <param name="Words">The title as it is searched.</param>
public sealed record ListedPolicy(PolicyId Id, string Title, string Words, bool IsReviewOverdue);
