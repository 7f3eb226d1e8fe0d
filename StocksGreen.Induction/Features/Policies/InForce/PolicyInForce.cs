using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Policies.InForce;

/// <summary>A policy as the office keeps it: its version in force and how everything about it stands today.</summary>
/// <param name="Version">In force; of a policy that is not, the next that will be or else the last that was.</param>
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
    /// <summary>False where its first version has yet to come into force, and where it is withdrawn.</summary>
    public bool IsInForce { get; init; } = true;

    /// <summary>Versions that are published for a later day, in order.</summary>
    public IReadOnlyList<PolicyVersion> Ready { get; init; } = [];

    /// <summary>By which it is out of force, or will be; null where nothing of the kind is decided.</summary>
    public PolicyWithdrawal? Withdrawal { get; init; }

    /// <summary>The title of the policy that readers are led to; null where there is none.</summary>
    public string? MergedInto { get; init; }

    /// <summary>False where no one is asked to sign it; then no figure of it means that all is done.</summary>
    public bool IsIssued => AudienceDuty.AsksForSignatures(Duties);

    /// <summary>True where it should be reviewed now, whatever its date says.</summary>
    public bool IsDueForReview => Review.IsOverdue || Review.Warning is not ReviewWarning.None || Superseded is not null;
}
