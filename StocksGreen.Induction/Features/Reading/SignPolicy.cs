using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Signs a version: permit, load, decide, write.</summary>
public sealed class SignPolicy(EvidenceWriter evidence, SchoolCalendar calendar, TimeProvider clock)
{
    /// <remarks>Signing again keeps the first attestation and says so, also when two requests arrive at once.</remarks>
    public Task<SignOutcome> ExecuteAsync(Actor actor, VersionId version, SignatureForm form, CancellationToken cancellationToken) =>
        evidence.WriteAsync(
            async (db, log) =>
            {
                var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
                var policy = await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), calendar, cancellationToken);
                if (policy is null)
                {
                    return new SignOutcome.NotFound();
                }

                if (policy.Attestation is { } first)
                {
                    return new SignOutcome.AlreadySigned(first.Id, first.SignedAt);
                }

                var school = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
                var context = new SigningContext(
                    AttestationId.New(), actor, policy.Person, school.Name, Statements.For(policy.Version, policy.Ledger.Assignment), policy.DueOn, now, Software.NameAndVersion, school.IsDemonstration,
                    KeyRoleChange.On(LondonTime.DateIn(now), await db.KeyRoleChanges.AsNoTracking().ToListAsync(cancellationToken)));
                switch (Attestation.Sign(form, policy.Ledger, context))
                {
                    case SignatureDecision.Refused refused:
                        return new SignOutcome.Refused(refused.Refusals);
                    case SignatureDecision.Accepted accepted:
                        var entry = log.Append(EvidenceKind.PolicySigned, now, context.Id.ToString(), accepted.Facts.ToJson());
                        db.Attestations.Add(new Attestation(context.Id, actor.StaffId, version, policy.Ledger.Assignment.Duty, now, entry.Number));
                        return (SignOutcome)new SignOutcome.Signed(context.Id);
                    default:
                        throw new InvalidOperationException("A signature was neither accepted nor refused.");
                }
            },
            cancellationToken);
}
