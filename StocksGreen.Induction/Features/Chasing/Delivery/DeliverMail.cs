using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Invitations;
using StocksGreen.Induction.Mail;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>Sends what is due in the outbox: takes a mail up, hands it over, writes down what became of it; each step is on the disk before the next.</summary>
/// <remarks>Decision 15 says what is promised when a server dies at any of these steps.</remarks>
public sealed class DeliverMail(
    IDbContextFactory<InductionDb> factory,
    EvidenceWriter evidence,
    IMailer mailer,
    MailOptions options,
    CurrentSchool school,
    AccountService accounts,
    TimeProvider clock,
    ILogger<DeliverMail> log
)
{
    private const int TriesToWriteDown = 5;

    // What was written so shortly ago need not be asked about again.
    private static readonly TimeSpan StillFresh = TimeSpan.FromSeconds(45);

    /// <returns>How many mails a server took.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        try
        {
            while (!cancellationToken.IsCancellationRequested && await ClaimAsync(cancellationToken) is { } mail)
            {
                var answer = await mailer.HandOverAsync(await LetterAsync(mail), () => NoteHandingOver(mail.Id), cancellationToken);
                await WriteDownAsync(mail.Id, answer);
                sent += answer is MailAnswer.Accepted ? 1 : 0;
                if (answer is MailAnswer.Unreachable)
                {
                    log.LogWarning("Mail cannot be sent: {Words}", answer.Words);
                    break;
                }
            }
        }
        finally
        {
            await mailer.RestAsync();
        }

        return sent;
    }

    /// <summary>Finds mails at which no one is any more. What no server had been given waits again; of anything else no one knows what became.</summary>
    /// <param name="atStart">True where no one else can be at it: only one server may use a database.</param>
    public Task<int> RecoverAsync(bool atStart, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, chain) =>
            {
                var now = Now;
                var left = await db
                    .OutboxMails.Where(mail => mail.State == OutboxState.Claimed || mail.State == OutboxState.HandingOver)
                    .ToListAsync(cancellationToken);
                left.RemoveAll(mail => !atStart && mail.LeasedUntil > now);
                foreach (var mail in left)
                {
                    if (mail.State is OutboxState.Claimed)
                    {
                        mail.Release(now);
                    }
                    else
                    {
                        End(
                            chain,
                            mail,
                            now,
                            NoticeResult.InDoubt,
                            "The program stopped while the mail server was being given this letter, so its answer was not heard."
                        );
                    }
                }

                return left.Count;
            },
            cancellationToken
        );

    private DateTimeOffset Now => EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());

    private Task<OutboxMail?> ClaimAsync(CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, chain) =>
            {
                var now = Now;
                while (
                    await db
                        .OutboxMails.Where(mail => mail.State == OutboxState.Waiting && mail.NextTryAt <= now)
                        .OrderBy(mail => mail.NextTryAt)
                        .ThenBy(mail => mail.QueuedAt)
                        .FirstOrDefaultAsync(cancellationToken)
                        is { } mail
                )
                {
                    if (await WhyNotAsync(db, mail, now, cancellationToken) is { } reason)
                    {
                        End(chain, mail, now, NoticeResult.Withdrawn, reason);
                        await db.SaveChangesAsync(cancellationToken);
                        continue;
                    }

                    mail.Claim(now);
                    return mail;
                }

                return null;
            },
            cancellationToken
        );

    /// <summary>A mail may have waited: no one is reminded of what they have signed since, and no one who has left is written to.</summary>
    private static async Task<string?> WhyNotAsync(InductionDb db, OutboxMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = LondonTime.DateIn(now);
        var person = await db.People.AsNoTracking().SingleAsync(row => row.Id == mail.StaffId, cancellationToken);
        if (person.HasLeft(today))
        {
            return "The person has left.";
        }

        if (mail.Kind is NoticeKind.Invitation)
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.StaffId == mail.StaffId, cancellationToken);
            return !string.Equals(person.Email, mail.ToAddress, StringComparison.OrdinalIgnoreCase) ? "The person’s e-mail address has changed since."
                : account is null or { LockoutEnd.Year: >= 9999 } ? "The person can no longer sign in."
                : null;
        }

        if (mail.Kind is NoticeKind.TeamDigest or NoticeKind.SignInUsed || now - mail.QueuedAt < StillFresh)
        {
            return null;
        }

        var about = (await db.Notices.AsNoTracking().SingleAsync(row => row.Id == mail.Id, cancellationToken)).About;
        var facts = await db.ReadSchoolFactsAsync(mail.StaffId, cancellationToken);
        return Digest.From(facts.RequirementsAt(today)).Any(digest => digest.ToSign.Any(requirement => about.Contains(requirement.Version.Id)))
            ? null
            : "Signed, or no longer asked for, before it was sent.";
    }

    /// <summary>An invitation gets its link here and nowhere else; each try makes a new one, and the one before no longer works.</summary>
    private async Task<Letter> LetterAsync(OutboxMail mail)
    {
        var letter = new Letter(
            mail.Id,
            mail.QueuedAt,
            (await school.GetAsync(CancellationToken.None))!.Name,
            mail.ToName,
            mail.ToAddress,
            mail.Subject,
            mail.Text,
            mail.Html
        );
        if (mail.Kind is not NoticeKind.Invitation)
        {
            return letter;
        }

        var secret =
            await accounts.IssueLinkAsync(mail.StaffId, CancellationToken.None, await GivenAsync(mail.StaffId))
            ?? throw new InvalidOperationException("Someone who is invited has no account any more.");
        return letter with { Text = InvitationText.WithSecret(mail.Text, secret), Html = InvitationText.WithSecret(mail.Html, secret) };
    }

    /// <summary>The record of who invited the person last.</summary>
    private async Task<Guid?> GivenAsync(StaffId person)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db
            .SignInsGiven.Where(row => row.StaffId == person && row.Way == SignInWay.Mail)
            .OrderByDescending(row => row.EvidenceNumber)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync();
    }

    private void NoteHandingOver(Guid id)
    {
        using var db = factory.CreateDbContext();
        if (
            db.OutboxMails.Where(mail => mail.Id == id && mail.State == OutboxState.Claimed)
                .ExecuteUpdate(set => set.SetProperty(mail => mail.State, OutboxState.HandingOver)) != 1
        )
        {
            throw new InvalidOperationException("A mail that is being handed over is no longer taken up.");
        }
    }

    /// <summary>A mail that was taken must not look as if it were not, so this is tried again and is not ended by anything.</summary>
    private async Task WriteDownAsync(Guid id, MailAnswer answer)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await evidence.WriteAsync((db, chain) => WriteDownAsync(db, chain, id, answer), CancellationToken.None);
                return;
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException && tries < TriesToWriteDown)
            {
                log.LogError(fault, "What became of a mail could not be written down. It is tried again.");
            }
        }
    }

    private async Task<int> WriteDownAsync(InductionDb db, EvidenceLog chain, Guid id, MailAnswer answer)
    {
        var now = Now;
        var mail = await db.OutboxMails.SingleAsync(row => row.Id == id);
        switch (answer)
        {
            case MailAnswer.Accepted:
                End(chain, mail, now, NoticeResult.Accepted, answer.Words);
                break;
            case MailAnswer.Refused:
                End(chain, mail, now, NoticeResult.Refused, answer.Words);
                break;
            case MailAnswer.InDoubt:
                End(chain, mail, now, NoticeResult.InDoubt, answer.Words);
                break;
            case MailAnswer.Postponed:
                TryLater(chain, mail, now, answer.Words, isEndless: false);
                break;
            case MailAnswer.Unreachable { IsSignInRefused: var isEndless }:
                TryLater(chain, mail, now, answer.Words, isEndless);
                foreach (var other in await db.OutboxMails.Where(row => row.State == OutboxState.Waiting && row.NextTryAt <= now && row.Id != id).ToListAsync())
                {
                    other.Claim(now);
                    TryLater(chain, other, now, answer.Words, isEndless);
                }

                break;
            default:
                throw new InvalidOperationException("A mail server answered in a way that is not known.");
        }

        return 1;
    }

    private void TryLater(EvidenceLog chain, OutboxMail mail, DateTimeOffset now, string words, bool isEndless)
    {
        if (!mail.TryLater(now, words, isEndless))
        {
            End(chain, mail, now, NoticeResult.GivenUp, words);
        }
    }

    private void End(EvidenceLog chain, OutboxMail mail, DateTimeOffset now, NoticeResult result, string words)
    {
        mail.End(now, result, words);
        chain.Record(new NoticeOutcome(Guid.NewGuid(), now, mail.Id, result, options.WayInWords, words));
    }
}
