using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Signing;

namespace StocksGreen.Induction.Features.Staffing.Requirements;

/// <summary>Decides that a person need not sign a policy. Only the headteacher may.</summary>
public sealed class ExemptPerson(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="from">First day on which it holds.</param>
    /// <param name="until">Last day; null for no end.</param>
    /// <returns>Every reason why not; empty when it is done. Null when the actor may not, or nothing of this policy is asked of the person.</returns>
    public Task<IReadOnlyList<Refusal>?> ExecuteAsync(Actor actor, StaffId person, PolicyId policy, string? reason, DateOnly? from, DateOnly? until, CancellationToken cancellationToken) => evidence.WriteAsync(
        async (db, log) =>
        {
            var now = Seal.ToWholeMilliseconds(clock.GetUtcNow());
            var today = LondonTime.DateIn(now);
            if (!Permissions.MayExempt(actor)
                || (await db.ReadSchoolFactsAsync(person, cancellationToken)).RequirementsAt(today).FirstOrDefault(row => row.Policy.Id == policy) is not { HasLeft: false } requirement)
            {
                return (IReadOnlyList<Refusal>?)null;
            }

            var words = FreeText.Clean(reason);
            List<Refusal> refusals = [.. FreeText.Refusals("reason", words, "Say why, so that it can be understood next year.", ExtendDue.LongestReason)];
            if (requirement.Standing.Kind is StandingKind.Signed or StandingKind.Exempt)
            {
                refusals.Add(new Refusal("reason", requirement.Standing.Kind is StandingKind.Signed ? "They have signed it, so there is nothing to exempt them from." : "They are exempt already."));
            }

            if (from is not { } first || first < today.AddYears(-1) || first > today.AddYears(1))
            {
                refusals.Add(new Refusal("from", "Give the first day, within a year from today."));
            }
            else if (until is { } last && (last < first || last < today))
            {
                refusals.Add(new Refusal("until", "Give a last day that is neither before the first nor over already, or leave it empty."));
            }
            else if (refusals.Count == 0)
            {
                log.Record(new Exemption(Guid.NewGuid(), now, person, policy, first, until, words, actor.StaffId, actor.FullName));
            }

            return refusals;
        },
        cancellationToken);
}
