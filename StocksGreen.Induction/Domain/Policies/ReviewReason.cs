namespace StocksGreen.Induction.Domain.Policies;

/// <summary>Why a version was made.</summary>
/// <remarks>
/// Social Media Policy §8 and §9: reviewed at least annually, after policy updates, local concerns and changes to the infrastructure, and for lessons from a
/// breach.
/// </remarks>
public enum ReviewReason
{
    FirstIssue,
    Annual,
    Guidance,
    LocalConcern,
    TechnicalChange,
    LessonFromBreach,
}
