using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Data.ReadModel;

/// <summary>How signatures stand, from counts and not from lines: as quick for a large school as for a small one.</summary>
public sealed class RequirementFigures
{
    private readonly IReadOnlyList<Counted> counts;

    private RequirementFigures(IReadOnlyList<Counted> counts)
    {
        this.counts = counts;
        Overall = From(counts);
    }

    public StandingFigures Overall { get; }

    /// <param name="today">Date in Europe/London. Anyone who asks has brought the lines up to date for it.</param>
    public static async Task<RequirementFigures> ReadAsync(InductionDb db, DateOnly today, CancellationToken cancellationToken) =>
        new(
            await db
                .RequirementCounts.GroupBy(count => new
                {
                    count.PolicyId,
                    count.Audience,
                    count.State,
                    IsLate = count.Day < today,
                })
                .Select(group => new Counted(group.Key.PolicyId, group.Key.Audience, group.Key.State, group.Key.IsLate, group.Sum(count => count.Lines)))
                .ToListAsync(cancellationToken)
        );

    public StandingFigures From(PolicyId policy) => From(counts.Where(count => count.Policy == policy));

    public StandingFigures From(Audience audience) => From(counts.Where(count => count.Audience == audience));

    private static StandingFigures From(IEnumerable<Counted> counts)
    {
        var sums = counts
            .GroupBy(count => (count.State, IsLate: count.State is LineState.Open && count.IsLate))
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Lines));
        int Sum(LineState state, bool isLate = false) => sums.GetValueOrDefault((state, isLate));
        return new StandingFigures(
            Sum(LineState.Signed),
            Sum(LineState.Open) + Sum(LineState.Waiting),
            Sum(LineState.Open, isLate: true),
            Sum(LineState.Paused),
            Sum(LineState.Exempt),
            Sum(LineState.Left)
        );
    }

    private sealed record Counted(PolicyId Policy, Audience Audience, LineState State, bool IsLate, int Lines);
}
