using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Data.Evidence;

/// <summary>Puts mails into the outbox, in the transaction of what they are about: both are stored, or neither.</summary>
public static class OutboxWriter
{
    /// <returns>The notice as stored; null where someone was written to for this reason already.</returns>
    public static async Task<Notice?> QueueAsync(
        this InductionDb db,
        EvidenceLog log,
        Notice notice,
        string toName,
        string text,
        string html,
        CancellationToken cancellationToken
    )
    {
        if (await db.Notices.AnyAsync(row => row.Reason == notice.Reason, cancellationToken))
        {
            return null;
        }

        var stored = log.Record(notice);
        db.OutboxMails.Add(new OutboxMail(stored, toName, text, html));
        return stored;
    }

    /// <summary>Takes mails to a person that no server has seen yet out again, because a newer one says it all.</summary>
    public static async Task ReplaceWaitingAsync(
        this InductionDb db,
        EvidenceLog log,
        StaffId person,
        bool isOfTeam,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var waiting = await db.OutboxMails.Where(mail => mail.StaffId == person && mail.State == OutboxState.Waiting).ToListAsync(cancellationToken);
        foreach (
            var mail in waiting.Where(mail =>
                mail.Kind is not (NoticeKind.Invitation or NoticeKind.SignInUsed) && mail.Kind is NoticeKind.TeamDigest == isOfTeam
            )
        )
        {
            mail.End(now, NoticeResult.Withdrawn, "A newer mail takes its place.");
            log.Record(new NoticeOutcome(Guid.NewGuid(), now, mail.Id, NoticeResult.Withdrawn, "outbox", mail.Words));
        }
    }

    /// <summary>Addresses whose last mail was refused for good or came back, in whatever case they are written.</summary>
    public static async Task<IReadOnlySet<string>> DeadAddressesAsync(this InductionDb db, CancellationToken cancellationToken)
    {
        var ended = await db
            .OutboxMails.AsNoTracking()
            .Where(mail =>
                mail.Result == NoticeResult.Accepted
                || mail.Result == NoticeResult.Arrived
                || mail.Result == NoticeResult.Refused
                || mail.Result == NoticeResult.CameBack
            )
            .Select(mail => new
            {
                mail.ToAddress,
                mail.Result,
                mail.QueuedAt,
            })
            .ToListAsync(cancellationToken);
        return ended
            .GroupBy(mail => mail.ToAddress, StringComparer.OrdinalIgnoreCase)
            .Where(address => address.MaxBy(mail => mail.QueuedAt)!.Result is not (NoticeResult.Accepted or NoticeResult.Arrived))
            .Select(address => address.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
