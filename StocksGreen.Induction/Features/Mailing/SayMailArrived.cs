using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Mailing;

/// <summary>Records that a mail which was in doubt arrived, as somebody of the school found out. Nothing is sent.</summary>
public sealed class SayMailArrived(EvidenceWriter evidence, TimeProvider clock)
{
    public async Task<SendOutcome> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken) => !Permissions.MayChase(actor)
        ? new SendOutcome.NotFound()
        : await evidence.WriteAsync<SendOutcome>(
            async (db, log) =>
            {
                if (await db.OutboxMails.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { State: OutboxState.Ended } mail)
                {
                    return new SendOutcome.NotFound();
                }

                if (mail is not { Result: NoticeResult.InDoubt, SentAgainAs: null })
                {
                    return new SendOutcome.Refused("This mail is no longer in doubt, so nothing was recorded.");
                }

                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var words = $"{actor.FullName} says so.";
                mail.End(now, NoticeResult.Arrived, words);
                log.Record(new NoticeOutcome(Guid.NewGuid(), now, mail.Id, NoticeResult.Arrived, "said by the school", words));
                return new SendOutcome.Done(1);
            },
            cancellationToken);
}
