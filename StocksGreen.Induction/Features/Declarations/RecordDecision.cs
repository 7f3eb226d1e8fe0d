using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.Roles;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Declarations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Declarations;

/// <summary>What is entered once a declaration was discussed.</summary>
public sealed record DecisionForm(DateOnly? DiscussedOn, string? Declared, string? Decision, string? Advice, DateOnly? ReviewOn);

/// <summary>Records what was declared, decided and advised. Its words go into the restricted register; the evidence holds their hash.</summary>
/// <remarks>Social Media Policy §4.2: "Decisions made and advice provided in these situations will be formally recorded".</remarks>
public sealed class RecordDecision(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when there is no such declaration for the actor.</returns>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid declaration, DecisionForm form, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                if (
                    await db.Declarations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == declaration, cancellationToken) is not { } raised
                    || !Permissions.MayKeepDeclaration(actor, raised, await KeyRoleHolders.IsNamedGovernorAsync(db, actor, today, cancellationToken))
                )
                {
                    return Result.NotFound;
                }

                var (declared, decision, advice) = (FreeText.Clean(form.Declared), FreeText.Clean(form.Decision), FreeText.Clean(form.Advice));
                List<ValidationError> errors =
                [
                    .. form.DiscussedOn is { } day && day <= today && day >= today.AddYears(-2)
                        ? Array.Empty<ValidationError>()
                        : [new ValidationError("DiscussedOn", "Enter the day on which you talked. It cannot lie in the future.")],
                    .. FreeText.Errors("Declared", declared, "Write what was declared, in a sentence.", DeclarationDecision.LongestText),
                    .. FreeText.Errors("Decision", decision, "Write what was decided.", DeclarationDecision.LongestText),
                    .. FreeText.Errors("Advice", advice, "Write what advice was given, or that none was needed.", DeclarationDecision.LongestText),
                    .. form.ReviewOn is { } review && review <= today
                        ? [new ValidationError("ReviewOn", "The day of review must lie in the future; leave it empty for none.")]
                        : Array.Empty<ValidationError>(),
                ];
                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                var before = await db
                    .DeclarationDecisions.AsNoTracking()
                    .Where(row => row.DeclarationId == declaration)
                    .OrderBy(row => row.EvidenceNumber)
                    .LastOrDefaultAsync(cancellationToken);
                if (
                    before is null
                    || (before.Declared, before.Decision, before.Advice, before.ReviewOn, before.DiscussedOn)
                        != (declared, decision, advice, form.ReviewOn, form.DiscussedOn!.Value)
                )
                {
                    log.Record(
                        new DeclarationDecision(
                            Guid.NewGuid(),
                            now,
                            declaration,
                            form.DiscussedOn!.Value,
                            form.ReviewOn,
                            actor.StaffId,
                            actor.FullName,
                            declared,
                            decision,
                            advice,
                            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
                        )
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
