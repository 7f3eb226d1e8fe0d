using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>One page of who has not signed.</summary>
/// <param name="Rows">In the order that was asked for.</param>
/// <param name="Filter">What it was narrowed by; its page is one that there is.</param>
/// <param name="Total">How many rows the filter leaves, on all pages.</param>
/// <param name="Counts">How many there would be of each standing, everything else of the filter kept.</param>
/// <param name="Overdue">People of the whole school, whatever the filter, each counted once.</param>
/// <param name="DueThisWeek">Likewise: due within five school days.</param>
/// <param name="Policies">In force, to choose from.</param>
/// <param name="JobTitles">To choose from.</param>
/// <param name="Leads">To choose from.</param>
public sealed record ChaseList(
    IReadOnlyList<ChaseRow> Rows,
    ChaseFilter Filter,
    int Total,
    IReadOnlyDictionary<ChaseStanding, int> Counts,
    int Overdue,
    int DueThisWeek,
    IReadOnlyList<ListedPolicy> Policies,
    IReadOnlyList<string> JobTitles,
    IReadOnlyList<(StaffId Id, string FullName)> Leads
)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 25;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
