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

/// <summary>Gives people longer to sign, one or many at once. Each extension is a record of its own.</summary>
public sealed class ExtendDue(EvidenceWriter evidence, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <param name="until">The new last day.</param>
    /// <returns>Not found when the actor may not, or there is no one to extend for.</returns>
    public Task<Result<ExtendedDue>> ExecuteAsync(
        Actor actor,
        IReadOnlyCollection<(StaffId StaffId, PolicyId PolicyId)> whom,
        string? reason,
        DateOnly? until,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<ExtendedDue>>(
            async (db, log) =>
            {
                if (!Permissions.MayExtend(actor) || whom.Count == 0)
                {
                    return Result.NotFound;
                }

                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var today = LondonTime.DateIn(now);
                var words = FreeText.Clean(reason);
                List<ValidationError> errors = [.. FreeText.Errors("Reason", words, "Say why, so that it can be understood next year.", LongestReason)];
                if (until is not { } day || day <= today || day > today.AddYears(1))
                {
                    errors.Add(new ValidationError("Until", "Give a day after today, and within a year."));
                    return Result.Invalid(errors);
                }

                var wanted = whom.ToHashSet();
                var only = wanted.Select(one => one.StaffId).Distinct().ToList();
                var facts = await db.ReadSchoolFactsAsync(only, policy: null, cancellationToken);
                // Days on which someone does not work are not asked here: their own next working day counts.
                var later = facts
                    .RequirementsAt(today)
                    .Where(requirement => wanted.Contains((requirement.Person.Id, requirement.Policy.Id)))
                    .Where(requirement => requirement is { HasLeft: false, Standing.Kind: StandingKind.Due or StandingKind.Overdue } && requirement.DueOn < day)
                    .ToList();
                if (later.Count == 0)
                {
                    errors.Add(
                        new ValidationError(
                            "Until",
                            "Nobody of them would be due later by this: they have signed, are not asked, or are due on that day or after it."
                        )
                    );
                }

                if (errors.Count > 0)
                {
                    return Result.Invalid(errors);
                }

                foreach (var requirement in later)
                {
                    log.Record(new Extension(Guid.NewGuid(), now, requirement.Person.Id, requirement.Policy.Id, day, words, actor.StaffId, actor.FullName));
                }

                return new ExtendedDue(later.Count, wanted.Count - later.Count);
            },
            cancellationToken
        );
}
