using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Invitations;

/// <summary>Sends people a mail with a link that signs them in once. Pressed twice, it does so once.</summary>
/// <remarks>The link is made when the mail is handed over, so neither the outbox nor a back-up of it ever opens an account.</remarks>
public sealed class InvitePeople(EvidenceWriter evidence, InvitationQuery previews, MailOptions options, TimeProvider clock)
{
    /// <param name="press">Of the page that was shown; the same press sends nothing a second time.</param>
    /// <returns>How many people are written to; not found when the actor may not, or none of them is listed.</returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, IReadOnlyCollection<StaffId> people, Guid press, CancellationToken cancellationToken) =>
        await evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                if (await previews.MakeAsync(db, actor, people, LondonTime.DateIn(now), cancellationToken) is not { } preview)
                {
                    return Result.NotFound;
                }

                if (options.Way is MailTransport.None)
                {
                    return Result.Invalid("Send", "No mail is set up on this server, so nothing can be sent. Print sign-in slips for them.");
                }

                if (preview.ByEmail.Count == 0)
                {
                    return Result.Invalid("Send", "None of them can be written to by e-mail. Print sign-in slips for them.");
                }

                var sent = 0;
                foreach (var mail in preview.ByEmail)
                {
                    sent += await QueueAsync(db, log, mail.Person, mail.Written, $"invite/{press}/{mail.Person.Id}", actor, now, cancellationToken) is null
                        ? 0
                        : 1;
                }

                return sent == 0 ? Result.Invalid("Send", "These people have been invited already. Nothing was sent a second time.") : sent;
            },
            cancellationToken
        );

    /// <summary>Puts one invitation into the outbox, in place of one that waits, and records who let the person in.</summary>
    /// <param name="now">UTC, whole milliseconds.</param>
    /// <returns>The notice; null where the person was written to for this reason already.</returns>
    internal static async Task<Notice?> QueueAsync(
        InductionDb db,
        EvidenceLog log,
        StaffMember person,
        WrittenDigest written,
        string reason,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var notice = new Notice(
            Guid.NewGuid(),
            now,
            reason,
            NoticeKind.Invitation,
            person.Id,
            person.Email!,
            written.Subject,
            Sha256Hex.Compute(written.Text),
            [],
            [],
            actor.FullName
        );
        var waiting = await db
            .OutboxMails.Where(mail => mail.StaffId == person.Id && mail.State == OutboxState.Waiting && mail.Kind == NoticeKind.Invitation)
            .ToListAsync(cancellationToken);
        if (await db.QueueAsync(log, notice, person.FullName, written.Text, written.Html, cancellationToken) is not { } queued)
        {
            return null;
        }

        foreach (var mail in waiting)
        {
            mail.End(now, NoticeResult.Withdrawn, "A newer invitation takes its place.");
            log.Record(new NoticeOutcome(Guid.NewGuid(), now, mail.Id, NoticeResult.Withdrawn, "outbox", mail.Words));
        }

        SignInGrants.Remember(log, person.Id, SignInWay.Mail, actor, now);
        return queued;
    }
}
