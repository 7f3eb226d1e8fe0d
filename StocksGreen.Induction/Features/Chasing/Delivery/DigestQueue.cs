using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Letters;

namespace StocksGreen.Induction.Features.Chasing.Delivery;

/// <summary>Puts one person's digest into the outbox, and records with it that they were reminded of each policy in it.</summary>
internal static class DigestQueue
{
    /// <summary>Who reminds where no one pressed a button.</summary>
    internal const string ByRule = "The school’s reminders";

    /// <param name="askedBy">Who asked for it, or the rule.</param>
    /// <param name="askedById">Id of who asked; empty for the rule.</param>
    /// <param name="now">UTC, whole milliseconds.</param>
    /// <returns>The notice; null where the person was written to for this reason already.</returns>
    internal static async Task<Notice?> AddAsync(
        InductionDb db,
        EvidenceLog log,
        Digest digest,
        WrittenDigest written,
        string reason,
        NoticeKind kind,
        string askedBy,
        StaffId askedById,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var person = digest.Person;
        var notice = new Notice(
            Guid.NewGuid(),
            now,
            reason,
            kind,
            person.Id,
            person.Email!,
            written.Subject,
            Sha256Hex.Compute(written.Text),
            [.. digest.ToSign.Select(requirement => requirement.Version.Id)],
            [],
            askedBy
        );
        if (await db.QueueAsync(log, notice, person.FullName, written.Text, written.Html, cancellationToken) is null)
        {
            return null;
        }

        await db.ReplaceWaitingAsync(log, person.Id, isOfTeam: false, now, cancellationToken);
        foreach (var requirement in digest.ToSign)
        {
            Remember(log, requirement, ChaseChannel.Email, askedBy, askedById, now, notice.Id);
        }

        return notice;
    }

    /// <summary>Records that a person was reminded of one policy.</summary>
    /// <param name="notice">The mail in the outbox that does; null where someone does it otherwise.</param>
    internal static void Remember(EvidenceLog log, Requirement requirement, ChaseChannel channel, string by, StaffId byId, DateTimeOffset now, Guid? notice) =>
        log.Record(
            new Chase(
                Guid.NewGuid(),
                now,
                requirement.Person.Id,
                requirement.Version.Id,
                channel,
                requirement.DueOn,
                by,
                byId.Value == Guid.Empty ? null : byId,
                notice
            )
        );
}
