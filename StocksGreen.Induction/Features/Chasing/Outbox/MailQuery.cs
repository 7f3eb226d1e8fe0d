using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Delivery;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>Loads how mail stands.</summary>
public sealed class MailQuery(IDbContextFactory<InductionDb> factory, ReminderPlanQuery plans, TimeProvider clock)
{
    /// <summary>How far back "lately" goes.</summary>
    public const int RecentDays = 30;

    private const int MostShown = 50;

    /// <returns>Null when the actor may not see it.</returns>
    public async Task<MailSummary?> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var lately = now.AddDays(-RecentDays);
        var plan = await plans.UnreachedOnAsync(LondonTime.DateIn(now), cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var mails = db.OutboxMails.AsNoTracking();
        return new MailSummary(
            await Rows(
                    db,
                    mails
                        .Where(mail =>
                            mail.SentAgainAs == null
                            && (
                                mail.Result == NoticeResult.Refused
                                || mail.Result == NoticeResult.GivenUp
                                || mail.Result == NoticeResult.CameBack
                                || mail.Result == NoticeResult.InDoubt
                            )
                        )
                        .OrderByDescending(mail => mail.EndedAt)
                )
                .ToListAsync(cancellationToken),
            await Rows(db, mails.Where(mail => mail.State != OutboxState.Ended).OrderBy(mail => mail.NextTryAt)).ToListAsync(cancellationToken),
            await Rows(db, mails.Where(mail => mail.State == OutboxState.Ended).OrderByDescending(mail => mail.EndedAt).Take(MostShown))
                .ToListAsync(cancellationToken),
            await mails.CountAsync(
                mail => (mail.Result == NoticeResult.Accepted || mail.Result == NoticeResult.Arrived) && mail.EndedAt >= lately,
                cancellationToken
            ),
            plan.ForSlips,
            plan.LeadsToTell
        );
    }

    private static IQueryable<MailRow> Rows(InductionDb db, IQueryable<OutboxMail> mails) =>
        from mail in mails
        join notice in db.Notices.AsNoTracking() on mail.Id equals notice.Id
        select new MailRow(
            mail.Id,
            mail.Kind,
            mail.ToName,
            mail.ToAddress,
            mail.Subject,
            mail.State,
            mail.Result,
            mail.Words,
            mail.Tries,
            mail.QueuedAt,
            mail.NextTryAt,
            mail.EndedAt,
            notice.AskedBy
        );
}
