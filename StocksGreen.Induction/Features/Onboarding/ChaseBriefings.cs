using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Onboarding;

/// <summary>Records that people were reminded of talks that both sides have not confirmed, as reminders to sign are recorded.</summary>
public sealed class ChaseBriefings(EvidenceWriter evidence, TimeProvider clock)
{
    // Two taps are one reminder; anyone who reminds again in earnest does so later.
    private static readonly TimeSpan TwoTaps = TimeSpan.FromMinutes(1);

    /// <returns>How many were recorded; talks that are confirmed by now, and people who are away, are left out. Not found when the actor may not.</returns>
    public Task<Result<int>> ExecuteAsync(
        Actor actor,
        IReadOnlyCollection<(StaffId Person, string Title)> whom,
        ChaseChannel channel,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                if (!Permissions.MayChase(actor))
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var facts = await db.ReadSchoolFactsAsync([.. whom.Select(one => one.Person).Distinct()], policy: null, cancellationToken);
                var open = BriefingRequirement
                    .At(LondonTime.DateIn(now), facts, await InductionQuery.TalksAsync(db, cancellationToken))
                    .Where(requirement =>
                        requirement.Standing.Kind is StandingKind.Due or StandingKind.Overdue
                        && whom.Contains((requirement.Person.Id, requirement.Briefing.Title))
                    )
                    .ToList();
                var recently = now - TwoTaps;
                var twins = (
                    await db
                        .BriefingChases.AsNoTracking()
                        .Where(row => row.At > recently && row.Channel == channel && row.ChasedBy == actor.StaffId)
                        .ToListAsync(cancellationToken)
                )
                    .Select(row => (row.StaffId, row.Title))
                    .ToHashSet();
                foreach (var requirement in open.Where(requirement => !twins.Contains((requirement.Person.Id, requirement.Briefing.Title))))
                {
                    log.Record(
                        new BriefingChase(Guid.NewGuid(), now, requirement.Person.Id, requirement.Briefing.Title, channel, actor.StaffId, actor.FullName)
                    );
                }

                return open.Count;
            },
            cancellationToken
        );
}
