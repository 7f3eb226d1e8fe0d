using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Chasing;

/// <summary>Records that people were reminded: each reminder is evidence that the school asked.</summary>
public sealed class RecordChase(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>How many were recorded; those who have signed since, are paused, exempt or gone are left out.</returns>
    public Task<int> ExecuteAsync(Actor actor, IReadOnlyCollection<(StaffId StaffId, VersionId VersionId)> whom, ChaseChannel channel, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                if (!Permissions.MayChase(actor))
                {
                    return 0;
                }

                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var school = await db.ReadSchoolFactsAsync(cancellationToken);
                var chased = school.RequirementsAt(LondonTime.DateIn(now))
                    .Where(requirement => requirement is { HasLeft: false, Standing.Kind: StandingKind.Due or StandingKind.Overdue })
                    .Where(requirement => whom.Contains((requirement.Person.Id, requirement.Version.Id)))
                    .ToList();
                foreach (var requirement in chased)
                {
                    var id = Guid.NewGuid();
                    var facts = new ChaseFacts(
                        "chase/1", id, requirement.Person.Id.Value, requirement.Version.Id.Value, channel.ToString(), requirement.DueOn, actor.FullName, actor.StaffId.Value, now);
                    var entry = log.Append(EvidenceKind.PersonChased, now, id.ToString(), facts.ToJson());
                    db.Chases.Add(new Chase(id, requirement.Person.Id, requirement.Version.Id, now, channel, actor.FullName, entry.Number));
                }

                return chased.Count;
            },
            cancellationToken);
}
