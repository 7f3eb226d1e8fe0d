using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>A policy in force, to choose from.</summary>
/// <param name="Words">The title as it is searched.</param>
public sealed record ListedPolicy(PolicyId Id, string Title, string Words, bool IsReviewOverdue)
{
    /// <summary>All of them by title.</summary>
    /// <param name="today">Date in Europe/London.</param>
    internal static async Task<IReadOnlyList<ListedPolicy>> ReadAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken) =>
        [
            .. (await db.ReadInForceAsync(today, cancellationToken))
                .Select(version => new ListedPolicy(
                    version.PolicyId,
                    version.Text.Title,
                    SearchText.Fold(version.Text.Title),
                    version.ReviewOn(today).IsOverdue
                ))
                .OrderBy(policy => policy.Title, StringComparer.CurrentCulture),
        ];
}
