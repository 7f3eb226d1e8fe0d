using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What the office has filled in so far for the publication of a draft; kept with the draft, so that nothing is lost on the way.</summary>
/// <param name="Reason">Null until chosen.</param>
/// <param name="Note">More about the reason; may be empty.</param>
/// <param name="DecidedBy">Name of who decided what is material.</param>
/// <param name="Summary">What changed, written for staff.</param>
/// <param name="Changes">What was decided of each part that changed.</param>
/// <param name="Duties">Who must do what.</param>
public sealed record PublishPlan(
    ReviewReason? Reason,
    string Note,
    string DecidedBy,
    string Summary,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<AudienceDuty> Duties
)
{
    /// <summary>Longest text of one field, in characters.</summary>
    public const int LongestText = 2_000;

    private const int MostYearsAhead = 2;

    /// <summary>The day from which it is to be in force, in Europe/London; null for as soon as it is published.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The plan of a first issue: no one has signed anything before it.</summary>
    public static PublishPlan First(string decidedBy, IReadOnlyList<AudienceDuty> duties) => new(ReviewReason.FirstIssue, "", decidedBy, "", [], duties);

    /// <summary>Everything that is missing, in the order of the form.</summary>
    /// <param name="comparison">The text against the version in force; null where there is none.</param>
    /// <param name="parts">How many parts the text has.</param>
    /// <param name="today">Date in Europe/London.</param>
    public IEnumerable<ValidationError> Errors(IReadOnlyList<PartComparison>? comparison, int parts, DateOnly today)
    {
        if (comparison is not null)
        {
            if (Reason is null or ReviewReason.FirstIssue)
            {
                yield return new ValidationError("Reason", "Choose why the policy was reviewed.");
            }

            for (var i = 0; i < comparison.Count; i++)
            {
                if (!comparison[i].NeedsDecision)
                {
                    continue;
                }

                var planned = Planned(comparison[i]);
                if (planned?.Weight is null)
                {
                    yield return new ValidationError($"Changes[{i}]", $"Say whether the change of “{comparison[i].Heading}” is minor or material.");
                }

                if (string.IsNullOrWhiteSpace(planned?.Reason))
                {
                    yield return new ValidationError($"Changes[{i}].Reason", $"Say why “{comparison[i].Heading}” was changed.");
                }
            }

            if (string.IsNullOrWhiteSpace(Summary))
            {
                yield return new ValidationError("Summary", "Tell staff in a few words what has changed.");
            }
        }

        if (string.IsNullOrWhiteSpace(DecidedBy))
        {
            yield return new ValidationError("DecidedBy", "Name who decided this.");
        }

        if (InForceFrom is { } from && (from <= today || from > today.AddYears(MostYearsAhead)))
        {
            yield return new ValidationError("InForceFrom", "Give a day after today, within two years, or leave it empty: then it is in force at once.");
        }

        if (Duties.Count == 0)
        {
            yield return new ValidationError("Duties", "Choose at least one audience: a policy without one is not issued to anyone.");
        }

        if (Duties.Any(duty => duty.Parts is { } chosen && (chosen.Count == 0 || chosen.Any(ordinal => ordinal < 0 || ordinal >= parts))))
        {
            yield return new ValidationError("Duties", "Choose at least one section for every audience that is shown a selection.");
        }

        if (Changes.Select(change => change.Reason).Append(Note).Append(Summary).Append(DecidedBy).Any(text => text.Length > LongestText))
        {
            yield return new ValidationError("Summary", $"Keep every text under {LongestText} characters.");
        }
    }

    /// <summary>What is frozen with the version.</summary>
    /// <param name="comparison">As in <see cref="Errors"/>, which found nothing missing.</param>
    public Release ToRelease(IReadOnlyList<PartComparison>? comparison) =>
        new(
            comparison is null ? ReviewReason.FirstIssue : Reason!.Value,
            Note.Trim(),
            DecidedBy.Trim(),
            comparison is null ? "" : Summary.Trim(),
            comparison is null ? [] : [.. comparison.Select(ToChange)],
            Duties
        );

    private PartChange ToChange(PartComparison part)
    {
        var planned = part.NeedsDecision ? Planned(part) : null;
        return new PartChange(
            part.After?.Ordinal,
            part.Before?.Ordinal,
            part.Heading,
            part.Kind,
            planned?.Weight ?? ChangeWeight.Minor,
            planned?.Reason.Trim() ?? ""
        );
    }

    private PlannedChange? Planned(PartComparison part) =>
        Changes.FirstOrDefault(change => change.Ordinal == part.After?.Ordinal && change.Before == part.Before?.Ordinal);
}
