using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Data.Readers;

/// <summary>Who has read which version for the last time, longer ago than detailed times are kept, and why it is over.</summary>
internal static class EndedReadings
{
    /// <param name="now">UTC.</param>
    /// <returns>For each reason the rule in words, and the readers as a question that the database answers.</returns>
    internal static async Task<IReadOnlyList<(string Rule, IQueryable<Reader> Readers)>> Async(
        InductionDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var before = now.AddDays(-PartReading.KeptDays);
        var beforeDay = LondonTime.DateIn(now).AddDays(-PartReading.KeptDays);
        var ended = new List<(string, IQueryable<Reader>)>
        {
            (
                Rule("the signature"),
                db.Attestations.Where(signed => signed.SignedAt < before)
                    .Select(signed => new Reader { StaffId = signed.StaffId, VersionId = signed.VersionId })
            ),
            (
                Rule("the person has left"),
                from person in db.People
                where person.EndsOn < beforeDay
                from version in db.Versions
                select new Reader { StaffId = person.Id, VersionId = version.Id }
            ),
            (
                Rule("a newer version"),
                from version in db.Versions
                where
                    db.Versions.Any(newer =>
                        newer.PolicyId == version.PolicyId && newer.Number > version.Number && newer.PublishedAt < before && newer.InForceFrom <= beforeDay
                    )
                from person in db.People
                select new Reader { StaffId = person.Id, VersionId = version.Id }
            ),
            (
                Rule("the policy was no longer asked"),
                from exemption in db.Exemptions
                where
                    exemption.From < beforeDay
                    && exemption.At < before
                    && exemption.Until == null
                    && !db.ExemptionEnds.Any(end => end.ExemptionId == exemption.Id)
                join version in db.Versions on exemption.PolicyId equals version.PolicyId
                select new Reader { StaffId = exemption.StaffId, VersionId = version.Id }
            ),
        };
        var published = (await db.ReadVersionsAsync(cancellationToken)).ToLookup(version => version.PolicyId);
        foreach (var withdrawals in (await db.PolicyWithdrawals.AsNoTracking().ToListAsync(cancellationToken)).GroupBy(decision => decision.PolicyId))
        {
            if (new PolicyHistory(published[withdrawals.Key], withdrawals).WithdrawnOn(beforeDay) is not null)
            {
                var policy = withdrawals.Key;
                ended.Add(
                    (
                        Rule("the policy was no longer asked"),
                        from version in db.Versions
                        where version.PolicyId == policy && version.PublishedAt < before
                        from person in db.People
                        select new Reader { StaffId = person.Id, VersionId = version.Id }
                    )
                );
            }
        }

        var decisions = await db.AudienceDecisions.AsNoTracking().OrderBy(decision => decision.EvidenceNumber).ToListAsync(cancellationToken);
        foreach (var decision in decisions.GroupBy(decision => decision.VersionId).Select(group => group.Last()).Where(decision => decision.At < before))
        {
            var (id, left) = (decision.VersionId, Enum.GetValues<Audience>().Except(decision.Duties.Select(duty => duty.Audience)).ToList());
            ended.Add(
                (
                    Rule("the policy was no longer asked"),
                    db.People.Where(person => left.Contains(person.Audience)).Select(person => new Reader { StaffId = person.Id, VersionId = id })
                )
            );
        }

        return ended;
    }

    /// <summary>Confirmations whose times are still there.</summary>
    internal static IQueryable<SectionConfirmation> Confirmations(InductionDb db, IQueryable<Reader> readers) =>
        db.Confirmations.Where(confirmation =>
            readers.Any(reader => reader.StaffId == confirmation.StaffId && reader.VersionId == confirmation.VersionId)
            && db.Evidence.Any(entry => entry.Number == confirmation.EvidenceNumber && entry.Payload != null)
        );

    internal static Expression<Func<PartReading, bool>> IsOf(IQueryable<Reader> readers) =>
        reading => readers.Any(reader => reader.StaffId == reading.StaffId && reader.VersionId == reading.VersionId);

    private static string Rule(string since) => $"Detailed times of reading are kept for {PartReading.KeptDays} days after {since}.";

    /// <summary>A person and a version.</summary>
    internal sealed class Reader
    {
        public StaffId StaffId { get; init; }

        public VersionId VersionId { get; init; }
    }
}
