using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>One page of who has not signed. Everything in it is counted in people, each once.</summary>
/// <param name="People">In the order that was asked for.</param>
/// <param name="Filter">What it was narrowed by; its page is one that there is.</param>
/// <param name="Total">How many people the filter leaves, on all pages.</param>
/// <param name="Choosable">How many of them can be chosen.</param>
/// <param name="Everyone">How many there would be whatever their standing, everything else of the filter kept.</param>
/// <param name="Counts">Likewise how many have something of each standing; someone can be in several.</param>
/// <param name="Overdue">People of the whole school, whatever the filter.</param>
/// <param name="DueThisWeek">Likewise: due within five school days.</param>
/// <param name="IsAnyoneAsked">False before the first policy was published to anyone: then no one has signed either.</param>
/// <param name="Policies">In force, to choose from.</param>
/// <param name="JobTitles">To choose from.</param>
/// <param name="Leads">To choose from.</param>
public sealed record ChaseList(
    IReadOnlyList<ChasePerson> People,
    ChaseFilter Filter,
    int Total,
    int Choosable,
    int Everyone,
    IReadOnlyDictionary<ChaseStanding, int> Counts,
    int Overdue,
    int DueThisWeek,
    bool IsAnyoneAsked,
    IReadOnlyList<ListedPolicy> Policies,
    IReadOnlyList<string> JobTitles,
    IReadOnlyList<(StaffId Id, string FullName)> Leads
)
{
    /// <summary>People on a page.</summary>
    public const int PageSize = 25;

    public int Pages => PagesOf(Total);

    internal static int PagesOf(int total) => Math.Max(1, (total + PageSize - 1) / PageSize);
}
