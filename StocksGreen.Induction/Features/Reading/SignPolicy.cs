using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Signing;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading;

/// <summary>Signs a version: permit, load, decide, write.</summary>
public sealed class SignPolicy(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="provedAgain">How the signer has just shown again who they are: "password"; null where they have not.</param>
    /// <returns>Not found when there is no such version for the actor.</returns>
    /// <remarks>Signing again keeps the first attestation and says so, also when two requests arrive at once.</remarks>
    public Task<Result<SignOutcome>> ExecuteAsync(
        Actor actor,
        VersionId version,
        SignatureForm form,
        CancellationToken cancellationToken,
        string? provedAgain = null
    ) =>
        evidence.WriteAsync<Result<SignOutcome>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var policy = await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), cancellationToken);
                if (policy is null)
                {
                    return Result.NotFound;
                }

                if (policy.Attestation is { } first)
                {
                    return new SignOutcome.AlreadySigned(first.Id, first.SignedAt);
                }

                var context = await SigningRecords.ContextAsync(db, actor, policy, now, cancellationToken) with { ProvedAgain = provedAgain };
                switch (SignatureBuilder.Sign(form, policy.Ledger, context))
                {
                    case SignatureDecision.Refused refused:
                        return Result.Invalid(refused.Errors);
                    case SignatureDecision.Accepted accepted:
                        if (form.Declaration is DeclarationOutcome.SomethingToDiscuss)
                        {
                            // A session may lend less than the person's roles; who reads what they declare hangs on those.
                            var roles = await db
                                .Users.Where(row => row.StaffId == actor.StaffId)
                                .Select(row => row.Roles)
                                .SingleOrDefaultAsync(cancellationToken);
                            log.Record(
                                new Declaration(context.DeclarationId, now, actor.StaffId, Declaration.ReadersOf(actor with { Roles = actor.Roles | roles }))
                            );
                        }

                        var entry = log.Append(EvidenceKind.PolicySigned, now, context.Id.ToString(), accepted.Facts.ToJson());
                        db.Attestations.Add(new Attestation(context.Id, actor.StaffId, version, policy.Assignment.Duty, now, entry.Number));
                        return new SignOutcome.Signed(context.Id);
                    default:
                        throw new InvalidOperationException("A signature was neither accepted nor refused.");
                }
            },
            cancellationToken
        );
}
