using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Policies.InForce;

/// <summary>A policy as the office keeps it: its version in force and how everything about it stands today.</summary>
/// <param name="History">Every version, newest first.</param>
/// <param name="Superseded">The newer edition in force of what it is based on; null where there is none.</param>
/// <param name="Header">The key details with those who hold the key roles today.</param>
/// <param name="Figures">How its signatures stand.</param>
public sealed record PolicyInForce(
    Policy Policy,
    PolicyVersion Version,
    IReadOnlyList<PolicyVersion> History,
    IReadOnlyList<AudienceDuty> Duties,
    IReadOnlyList<AudienceDecision> Decisions,
    ReviewStatus Review,
    EditionInForce? Superseded,
    IReadOnlyList<LinkedPolicy> Links,
    IReadOnlyList<ShownDetail> Header,
    StandingFigures Figures
)
{
    /// <summary>False where no one is asked to sign it; then no figure of it means that all is done.</summary>
    public bool IsIssued => AudienceDuty.AsksForSignatures(Duties);

    /// <summary>True where it should be reviewed now, whatever its date says.</summary>
    public bool IsDueForReview => Review.IsOverdue || Review.Warning is not ReviewWarning.None || Superseded is not null;
}
