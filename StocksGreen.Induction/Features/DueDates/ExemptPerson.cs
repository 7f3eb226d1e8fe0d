using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.DueDates;

/// <summary>Decides that a person need not sign a policy. Only the headteacher may.</summary>
public sealed class ExemptPerson(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="from">First day on which it holds.</param>
    /// <param name="until">Last day; null for no end.</param>
    /// <returns>Not found when the actor may not, or nothing of this policy is asked of the person.</returns>
    public Task<Result<Unit>> ExecuteAsync(
        Actor actor,
        StaffId person,
        PolicyId policy,
        string? reason,
        DateOnly? from,
        DateOnly? until,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                if (
                    !Permissions.MayExempt(actor)
                    || (await db.ReadSchoolFactsAsync(person, cancellationToken)).RequirementsAt(today).FirstOrDefault(row => row.Policy.Id == policy)
                        is not { HasLeft: false } requirement
                )
                {
                    return Result.NotFound;
                }

                var words = FreeText.Clean(reason);
                List<ValidationError> errors =
                [
                    .. FreeText.Errors("Reason", words, "Say why, so that it can be understood next year.", ExtendDue.LongestReason),
                ];
                if (requirement.Standing.Kind is StandingKind.Signed or StandingKind.Exempt)
                {
                    errors.Add(
                        new ValidationError(
                            "Reason",
                            requirement.Standing.Kind is StandingKind.Signed
                                ? "They have signed it, so there is nothing to exempt them from."
                                : "They are exempt already."
                        )
                    );
                }

                if (from is not { } first || first < today.AddYears(-1) || first > today.AddYears(1))
                {
                    errors.Add(new ValidationError("From", "Give the first day, within a year from today."));
                }
                else if (until is { } last && (last < first || last < today))
                {
                    errors.Add(new ValidationError("Until", "Give a last day that is neither before the first nor over already, or leave it empty."));
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                log.Record(new Exemption(Guid.NewGuid(), now, person, policy, from!.Value, until, words, actor.StaffId, actor.FullName));
                return Result.Done;
            },
            cancellationToken
        );
}
