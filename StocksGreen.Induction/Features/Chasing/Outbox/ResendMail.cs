using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Delivery;
using StocksGreen.Induction.Features.Chasing.Invitations;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>
/// Sends in place of a mail that did not arrive, or may not have, another one: with what is open today, to the address of today. Pressed twice, it sends one.
/// </summary>
public sealed class ResendMail(EvidenceWriter evidence, CurrentSchool school, MailOptions options, TimeProvider clock)
{
    /// <returns>
    /// How many people are written to, or were recorded as written to; not found when the actor may not, or there is no such mail that has ended.
    /// </returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor) || await school.GetAsync(cancellationToken) is not { } known)
        {
            return Result.NotFound;
        }

        return await evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                if (await db.OutboxMails.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { State: OutboxState.Ended } mail)
                {
                    return Result.NotFound;
                }

                if (!mail.NeedsSomeone)
                {
                    return Result.Invalid($"Mails[{id}]", "This mail has been sent again already, or it arrived.");
                }

                if (options.Way is MailTransport.None)
                {
                    return Result.Invalid($"Mails[{id}]", "No mail is set up on this server, so nothing can be sent.");
                }

                if (mail.Kind is NoticeKind.SignInUsed)
                {
                    return Result.Invalid($"Mails[{id}]", "This mail is not sent again. The person is told of it when they sign in.");
                }

                if (mail is { Kind: NoticeKind.TeamDigest, Text: "" })
                {
                    return Result.Invalid(
                        $"Mails[{id}]",
                        "The text of this mail was deleted a year after it was sent. The next one by rule says how it stands today."
                    );
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == mail.StaffId, cancellationToken);
                if (person.Email is not { Length: > 0 } address || person.HasLeft(LondonTime.DateIn(now)))
                {
                    return Result.Invalid($"Mails[{id}]", $"{person.FullName} has left or has no e-mail address.");
                }

                var reason = $"again/{mail.Id}";
                if (
                    mail.Kind is NoticeKind.Invitation
                    && await SignInGrants.ReadAsync(db, actor, [mail.StaffId], LondonTime.DateIn(now), cancellationToken) is not [{ WhyNot: null }]
                )
                {
                    return Result.Invalid($"Mails[{id}]", $"Only the headteacher lets {person.FullName} in.");
                }

                var again = mail.Kind switch
                {
                    NoticeKind.TeamDigest => await TeamAsync(db, log, mail, address, reason, actor, now, cancellationToken),
                    NoticeKind.Invitation => await InvitePeople.QueueAsync(
                        db,
                        log,
                        person,
                        new InvitationText(known.Name, options.SiteAddress).Write(person),
                        reason,
                        actor,
                        now,
                        cancellationToken
                    ),
                    NoticeKind.SignInUsed => null,
                    NoticeKind.Digest or NoticeKind.Chase => await DigestAsync(db, log, mail, reason, actor, known.Name, now, cancellationToken),
                };
                if (again is null)
                {
                    return Result.Invalid($"Mails[{id}]", $"Nothing is open for {person.FullName} any more.");
                }

                mail.SendAgainAs(again.Id);
                return 1;
            },
            cancellationToken
        );
    }

    private async Task<Notice?> DigestAsync(
        InductionDb db,
        EvidenceLog log,
        OutboxMail mail,
        string reason,
        Actor actor,
        string schoolName,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var facts = await db.ReadSchoolFactsAsync(mail.StaffId, cancellationToken);
        return Digest.From(facts.RequirementsAt(LondonTime.DateIn(now))) is [var digest]
            ? await DigestQueue.AddAsync(
                db,
                log,
                digest,
                new DigestText(schoolName, options.SiteAddress).Write(digest),
                reason,
                NoticeKind.Chase,
                actor.FullName,
                actor.StaffId,
                now,
                cancellationToken
            )
            : null;
    }

    private static async Task<Notice?> TeamAsync(
        InductionDb db,
        EvidenceLog log,
        OutboxMail mail,
        string address,
        string reason,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var first = await db.Notices.AsNoTracking().SingleAsync(row => row.Id == mail.Id, cancellationToken);
        var notice = new Notice(
            Guid.NewGuid(),
            now,
            reason,
            NoticeKind.TeamDigest,
            mail.StaffId,
            address,
            mail.Subject,
            Sha256Hex.Compute(mail.Text),
            [],
            first.Of,
            actor.FullName
        );
        return await db.QueueAsync(log, notice, mail.ToName, mail.Text, mail.Html, cancellationToken);
    }
}
