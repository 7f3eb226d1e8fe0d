using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Delivery;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>
/// Writes to the people whom someone chose and has looked at. Where no mail is set up, it records that the office wrote to them itself. Pressed twice, it does
/// so once.
/// </summary>
public sealed class SendChase(EvidenceWriter evidence, ChasePreviewQuery previews, CurrentSchool school, MailOptions options, TimeProvider clock)
{
    /// <returns>
    /// How many people are written to, or were recorded as written to; not found when the actor may not, or there is no such choice of theirs.
    /// </returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, Guid selection, CancellationToken cancellationToken)
    {
        if (!Permissions.MayChase(actor) || await school.GetAsync(cancellationToken) is not { } known)
        {
            return Result.NotFound;
        }

        return await evidence.WriteAsync<Result<int>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                if (
                    await db.ChaseSelections.SingleOrDefaultAsync(row => row.Id == selection, cancellationToken) is not { } chosen
                    || !chosen.IsFor(actor.StaffId, now)
                )
                {
                    return Result.NotFound;
                }

                if (chosen.UsedAt is not null)
                {
                    return Result.Invalid("Send", "These people have been written to already. Nothing was sent a second time.");
                }

                var preview = await ChasePreviewQuery.MakeAsync(db, chosen, previews.WordsOf(known.Name), options.Way, now, cancellationToken);
                if (preview.ByEmail.Count == 0)
                {
                    return Result.Invalid("Send", "Nobody of them can be written to by e-mail any more.");
                }

                foreach (var mail in preview.ByEmail)
                {
                    await WriteToAsync(db, log, mail, selection, actor, now, cancellationToken);
                }

                chosen.Use(now);
                return preview.ByEmail.Count;
            },
            cancellationToken
        );
    }

    private async Task WriteToAsync(
        InductionDb db,
        EvidenceLog log,
        ChasePreview.Mail mail,
        Guid selection,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (options.Way is not MailTransport.None)
        {
            await DigestQueue.AddAsync(
                db,
                log,
                mail.Digest,
                mail.Written,
                $"chase/{selection}/{mail.Digest.Person.Id}",
                NoticeKind.Chase,
                actor.FullName,
                actor.StaffId,
                now,
                cancellationToken
            );
            return;
        }

        foreach (var requirement in mail.Digest.ToSign)
        {
            DigestQueue.Remember(log, requirement, ChaseChannel.Email, actor.FullName, actor.StaffId, now, notice: null);
        }
    }
}
