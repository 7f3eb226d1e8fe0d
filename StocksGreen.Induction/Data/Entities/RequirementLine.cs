using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Data.Entities;

/// <summary>
/// One requirement as the rule gave it (<see cref="SchoolFacts.RequirementsAt"/>), kept so that long lists can be paged, sorted and counted by the database.
/// It proves nothing, is edited by no one, and can be thrown away: it is derived again.
/// </summary>
public sealed record RequirementLine
{
    public required StaffId StaffId { get; init; }

    public required PolicyId PolicyId { get; init; }

    public required VersionId VersionId { get; init; }

    public required LineState State { get; init; }

    /// <summary>Last day on which signing is in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>First day on which a missing signature is long overdue.</summary>
    public required DateOnly LongOverdueOn { get; init; }

    /// <summary>London day of the signature that counts; null where there is none.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>What is asked where it is only what changed; null where it is all of it.</summary>
    public string? Asked { get; init; }

    public required Audience Audience { get; init; }

    public required string JobTitle { get; init; }

    public StaffId? LineLead { get; init; }

    /// <summary>The person's name and the policy's title as they are sorted: without case and accents.</summary>
    public required string NameOrder { get; init; }

    /// <inheritdoc cref="NameOrder"/>
    public required string PolicyOrder { get; init; }

    internal static RequirementLine From(Requirement requirement) =>
        new()
        {
            StaffId = requirement.Person.Id,
            PolicyId = requirement.Policy.Id,
            VersionId = requirement.Version.Id,
            State = StateOf(requirement),
            DueOn = requirement.DueOn,
            LongOverdueOn = requirement.LongOverdueOn,
            SignedOn = requirement.Attestation is { } signed ? Domain.Time.LondonTime.DateIn(signed.SignedAt) : null,
            Asked = requirement.Assignment.OfChanges(),
            Audience = requirement.Person.Audience,
            JobTitle = requirement.Person.JobTitle,
            LineLead = requirement.Person.LineLead,
            NameOrder = SearchText.Fold(requirement.Person.FullName),
            PolicyOrder = SearchText.Fold(requirement.Policy.Title),
        };

    private static LineState StateOf(Requirement requirement) =>
        requirement switch
        {
            { HasLeft: true } => LineState.Left,
            { Standing.IsWaiting: true } => LineState.Waiting,
            _ => requirement.Standing.Kind switch
            {
                StandingKind.Due or StandingKind.Overdue => LineState.Open,
                StandingKind.Paused => LineState.Paused,
                StandingKind.Exempt => LineState.Exempt,
                StandingKind.Signed => LineState.Signed,
                StandingKind.NotIssued => throw new ArgumentException("Where nothing is asked there is no requirement.", nameof(requirement)),
            },
        };
}
