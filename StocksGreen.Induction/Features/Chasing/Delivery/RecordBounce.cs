using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>Records that a mail came back.</summary>
public sealed class RecordBounce(EvidenceWriter evidence, MailOptions options, TimeProvider clock)
{
    /// <returns>Not found where the report is about no mail of this school, or about one that is known to have come back.</returns>
    public Task<Result<Unit>> ExecuteAsync(Bounce bounce, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (
                    await db.OutboxMails.SingleOrDefaultAsync(row => row.Id == bounce.Letter, cancellationToken)
                    is not { Result: NoticeResult.Accepted or NoticeResult.InDoubt or NoticeResult.Arrived } mail
                )
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                mail.End(now, NoticeResult.CameBack, bounce.Words);
                log.Record(new NoticeOutcome(Guid.NewGuid(), now, mail.Id, NoticeResult.CameBack, options.WayInWords, bounce.Words));
                return Result.Done;
            },
            cancellationToken
        );
}
