namespace StocksGreen.Induction.Domain.Policies;

/// <summary>What was decided when a version was published; it never changes with the version.</summary>
/// <param name="Reason">Null where it was not recorded.</param>
/// <param name="Note">More about the reason, in the decider's words; may be empty.</param>
/// <param name="DecidedBy">Name of who decided which changes are material.</param>
/// <param name="Summary">What changed, written for staff; empty for a first issue.</param>
/// <param name="Changes">Every part of this version, and every part of the one before that was removed. A part that is not named counts as added and
/// material.</param>
/// <param name="Duties">Who must do what from publication on, until an <see cref="AudienceDecision"/> says otherwise.</param>
public sealed record Release(
    ReviewReason? Reason,
    string Note,
    string DecidedBy,
    string Summary,
    IReadOnlyList<PartChange> Changes,
    IReadOnlyList<AudienceDuty> Duties
)
{
    /// <summary>A first issue: no one has signed anything before it.</summary>
    public static Release First(string decidedBy, IReadOnlyList<AudienceDuty> duties) => new(ReviewReason.FirstIssue, "", decidedBy, "", [], duties);
}
