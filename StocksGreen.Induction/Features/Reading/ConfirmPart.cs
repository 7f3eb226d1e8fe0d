using System.Globalization;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Records that a person has read one part. It is on the disk before the next page is shown.</summary>
public sealed class ConfirmPart(EvidenceWriter evidence, SchoolCalendar calendar, TimeProvider clock)
{
    /// <param name="shownAt">UTC; when the part had been shown; null where that is not known.</param>
    /// <remarks>Confirming again keeps the first confirmation.</remarks>
    public Task<ConfirmOutcome> ExecuteAsync(Actor actor, VersionId version, int ordinal, DateTimeOffset? shownAt, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var policy = await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), calendar, cancellationToken);
                if (policy?.Ledger.Parts.FirstOrDefault(part => part.Part.Ordinal == ordinal) is not { } line)
                {
                    return new ConfirmOutcome.NotFound();
                }

                if (policy.Attestation is not null)
                {
                    return new ConfirmOutcome.Confirmed(null);
                }

                if (line.Confirmation is null)
                {
                    var facts = new SectionFacts(
                        "section/1",
                        actor.StaffId.Value,
                        version.Value,
                        ordinal,
                        line.Part.Heading,
                        line.Part.Hash,
                        shownAt is { } shown && shown <= now ? Seal.ToWholeMilliseconds(shown) : null,
                        now);
                    var subject = string.Create(CultureInfo.InvariantCulture, $"{version}/{ordinal}");
                    var entry = log.Append(EvidenceKind.SectionConfirmed, now, subject, facts.ToJson());
                    db.Confirmations.Add(new SectionConfirmation(actor.StaffId, version, ordinal, facts.ShownAt, now, entry.Number));
                }

                return (ConfirmOutcome)new ConfirmOutcome.Confirmed(policy.Ledger.NextAfter(ordinal) is { } next && next.Ordinal != ordinal ? next.Ordinal : null);
            },
            cancellationToken);
}
