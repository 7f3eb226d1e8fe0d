using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>Records that a mail which was in doubt arrived, as someone of the school found out. Nothing is sent.</summary>
public sealed class MarkMailDelivered(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when the actor may not, or there is no such mail that has ended.</returns>
    public async Task<Result<Unit>> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        !Permissions.MayChase(actor)
            ? Result.NotFound
            : await evidence.WriteAsync<Result<Unit>>(
                async (db, log) =>
                {
                    if (await db.OutboxMails.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { State: OutboxState.Ended } mail)
                    {
                        return Result.NotFound;
                    }

                    if (mail is not { Result: NoticeResult.InDoubt, SentAgainAs: null })
                    {
                        return Result.Invalid($"Mails[{id}]", "This mail is no longer in doubt, so nothing was recorded.");
                    }

                    var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                    var words = $"{actor.FullName} says so.";
                    mail.End(now, NoticeResult.Arrived, words);
                    log.Record(new NoticeOutcome(Guid.NewGuid(), now, mail.Id, NoticeResult.Arrived, "said by the school", words));
                    return Result.Done;
                },
                cancellationToken
            );
}
