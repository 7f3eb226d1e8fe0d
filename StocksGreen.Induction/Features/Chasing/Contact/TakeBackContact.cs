using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.Contact;

/// <summary>Takes a contact back that was recorded by mistake: that it was is sealed next to it, and it counts no more.</summary>
public sealed class TakeBackContact(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="chases">The reminders that were recorded with it: of one policy and person each.</param>
    /// <returns>
    /// Of how many people. Not found when the actor may not, or there is no such reminder; refused where it was taken back before, or is an e-mail, which no
    /// one can take back.
    /// </returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, IReadOnlyCollection<Guid> chases, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return Result.NotFound;
        }

        return await evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                var ids = chases.ToList();
                var named = await db.Chases.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
                if (named.Count == 0)
                {
                    return Result.NotFound;
                }

                if (named.Exists(row => !MayBeTakenBack(row)))
                {
                    return Result.Invalid(nameof(Chase), "An e-mail that was sent can’t be taken back.");
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var counting = await db.ChasesThatCount()
                    .AsNoTracking()
                    .Where(row => ids.Contains(row.Id))
                    .OrderBy(row => row.EvidenceNumber)
                    .ToListAsync(cancellationToken);
                foreach (var one in counting)
                {
                    log.Record(new ChaseTakenBack(Guid.NewGuid(), now, one.Id, actor.StaffId, actor.FullName));
                }

                return counting.Count == 0
                    ? Result.Invalid(nameof(Chase), "It was taken back before; nothing changed.")
                    : counting.Select(one => one.StaffId).Distinct().Count();
            },
            cancellationToken
        );
    }

    /// <summary>What someone recorded by hand; an e-mail is on its way.</summary>
    private static bool MayBeTakenBack(Chase chase) => chase is { ChasedById: not null, NoticeId: null };
}
