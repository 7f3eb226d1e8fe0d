using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>Who has not signed.</summary>
/// <param name="Rows">Those that the filter leaves, most overdue first; paused and exempt people last.</param>
/// <param name="Overdue">People of the whole school, whatever the filter, each counted once.</param>
/// <param name="DueThisWeek">Likewise: due within five school days.</param>
/// <param name="Policies">To choose from.</param>
/// <param name="JobTitles">To choose from.</param>
public sealed record ChaseList(
    IReadOnlyList<ChaseRow> Rows,
    int Overdue,
    int DueThisWeek,
    IReadOnlyList<(PolicyId Id, string Title)> Policies,
    IReadOnlyList<string> JobTitles);
