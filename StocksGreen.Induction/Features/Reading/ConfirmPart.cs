using System.Globalization;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Records that a person has read one part. It is on the disk before the next page is shown.</summary>
public sealed class ConfirmPart(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when there is no such part for the actor.</returns>
    /// <remarks>
    /// Confirming again keeps the first confirmation. A question that waits for its answer keeps no one from confirming: they understand it now.
    /// </remarks>
    public Task<Result<ConfirmOutcome>> ExecuteAsync(Actor actor, VersionId version, int ordinal, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<ConfirmOutcome>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var policy = await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), cancellationToken);
                if (policy?.Ledger.Parts.FirstOrDefault(part => part.Part.Ordinal == ordinal) is not { } line)
                {
                    return Result.NotFound;
                }

                if (policy.Attestation is not null)
                {
                    return new ConfirmOutcome.Confirmed(null);
                }

                if (line.Confirmation is null)
                {
                    var facts = new SectionFacts(
                        SectionFacts.CurrentForm,
                        actor.StaffId.Value,
                        version.Value,
                        ordinal,
                        line.Part.Heading,
                        line.Part.Hash,
                        UpTo(now, line.Reading?.FirstShownAt),
                        now,
                        UpTo(now, line.Reading?.EndReachedAt)
                    );
                    var subject = string.Create(CultureInfo.InvariantCulture, $"{version}/{ordinal}");
                    var entry = log.Append(EvidenceKind.SectionConfirmed, now, subject, facts.ToJson());
                    db.Confirmations.Add(new SectionConfirmation(actor.StaffId, version, ordinal, now, entry.Number));
                }

                if (line.OpenQuestion is not null)
                {
                    return new ConfirmOutcome.Quiz();
                }

                return new ConfirmOutcome.Confirmed(policy.Ledger.NextAfter(ordinal) is { } next && next.Ordinal != ordinal ? next.Ordinal : null);
            },
            cancellationToken
        );

    /// <summary>A time that a clock put back would make later than now is not recorded.</summary>
    private static DateTimeOffset? UpTo(DateTimeOffset now, DateTimeOffset? at) =>
        at is { } earlier && earlier <= now ? EvidenceHash.ToWholeMilliseconds(earlier) : null;
}
