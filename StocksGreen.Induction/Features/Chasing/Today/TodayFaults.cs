using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Backups;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Chasing.Today;

/// <summary>What the program itself could not do, so that someone looks at it.</summary>
/// <param name="MailWaitsSince">When mail was first refused of which none has left since, UTC; null where mail leaves.</param>
/// <param name="MailWords">What the mail server answered last.</param>
/// <param name="BackupFault">What was wrong with the last try to back up; null where nothing was, or the actor may not see it.</param>
/// <param name="BackupAt">When the last good one was made, UTC, where that is too long ago.</param>
/// <param name="HasNoBackup">The school has run for longer than a back-up may be old, and there is none.</param>
public sealed record TodayFaults(DateTimeOffset? MailWaitsSince, string? MailWords, string? BackupFault, DateTimeOffset? BackupAt, bool HasNoBackup)
{
    /// <param name="maySeeBackups">Whether the back-ups are looked at.</param>
    /// <param name="now">UTC.</param>
    internal static async Task<TodayFaults> ReadAsync(
        InductionDb db,
        BackupFolder backups,
        bool maySeeBackups,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var stuck = await db
            .OutboxMails.AsNoTracking()
            .Where(mail => mail.State == OutboxState.Waiting && mail.FirstTriedAt != null && mail.Words != "")
            .OrderBy(mail => mail.FirstTriedAt)
            .Select(mail => new { mail.FirstTriedAt, mail.Words })
            .FirstOrDefaultAsync(cancellationToken);
        if (
            stuck is not null
            && await db.OutboxMails.AnyAsync(
                mail => (mail.Result == NoticeResult.Accepted || mail.Result == NoticeResult.Arrived) && mail.EndedAt > stuck.FirstTriedAt,
                cancellationToken
            )
        )
        {
            stuck = null;
        }

        if (!maySeeBackups)
        {
            return new TodayFaults(stuck?.FirstTriedAt, stuck?.Words, null, null, false);
        }

        var (newest, last) = (backups.NewestAt(), backups.ReadStatus());
        var setUpAt = await db.Schools.Select(school => (DateTimeOffset?)school.SetUpAt).SingleOrDefaultAsync(cancellationToken);
        return new TodayFaults(
            stuck?.FirstTriedAt,
            stuck?.Words,
            last?.Fault ?? last?.EvidenceFault ?? last?.SecondFault,
            newest is { } madeAt && now - madeAt > BackupFolder.TooOld ? madeAt : null,
            newest is null && now - setUpAt > BackupFolder.TooOld
        );
    }
}
