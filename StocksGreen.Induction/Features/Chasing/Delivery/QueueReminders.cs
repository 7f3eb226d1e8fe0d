using System.Globalization;
using StocksGreen.Induction.Configuration;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>Puts today's digests into the outbox. However often it is asked, no one gets two for one day.</summary>
public sealed class QueueReminders(EvidenceWriter evidence, ReminderPlanQuery plans, CurrentSchool school, MailOptions options, TimeProvider clock)
{
    // So many people's digests are written in one transaction: people who sign meanwhile wait for no longer than that takes.
    private const int AtOnce = 25;

    /// <returns>How many mails were put into the outbox.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (options.Way is MailTransport.None || await school.GetAsync(cancellationToken) is not { } known)
        {
            return 0;
        }

        var day = LondonTime.DateIn(clock.GetUtcNow());
        var plan = await plans.OnAsync(day, cancellationToken);
        var words = new DigestText(known.Name, options.SiteAddress);
        var queued = 0;
        foreach (var some in plan.Digests.Chunk(AtOnce))
        {
            queued += await evidence.WriteAsync(
                async (db, log) =>
                {
                    var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                    var added = 0;
                    foreach (var digest in some)
                    {
                        added += await DigestQueue.AddAsync(
                            db,
                            log,
                            digest,
                            words.Write(digest),
                            Reason("digest", day, digest.Person.Id),
                            NoticeKind.Digest,
                            DigestQueue.ByRule,
                            new StaffId(Guid.Empty),
                            now,
                            cancellationToken
                        )
                            is null
                            ? 0
                            : 1;
                    }

                    return added;
                },
                cancellationToken
            );
        }

        foreach (var team in plan.TeamDigests)
        {
            queued += await evidence.WriteAsync((db, log) => AddAsync(db, log, team, words.Write(team), day, cancellationToken), cancellationToken);
        }

        return queued;
    }

    private async Task<int> AddAsync(InductionDb db, EvidenceLog log, TeamDigest team, WrittenDigest written, DateOnly day, CancellationToken cancellationToken)
    {
        var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
        var notice = new Notice(
            Guid.NewGuid(),
            now,
            Reason("team", day, team.Lead.Id),
            NoticeKind.TeamDigest,
            team.Lead.Id,
            team.Lead.Email!,
            written.Subject,
            Sha256Hex.Compute(written.Text),
            [],
            [.. team.Team.Select(member => member.Person.Id)],
            DigestQueue.ByRule
        );
        if (await db.QueueAsync(log, notice, team.Lead.FullName, written.Text, written.Html, cancellationToken) is null)
        {
            return 0;
        }

        await db.ReplaceWaitingAsync(log, team.Lead.Id, isOfTeam: true, now, cancellationToken);
        return 1;
    }

    private static string Reason(string kind, DateOnly day, StaffId person) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{day:yyyy-MM-dd}/{person}");
}
