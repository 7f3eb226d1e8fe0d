using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;

namespace StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;

/// <summary>One person who has not signed one policy.</summary>
/// <param name="LastChased">Null when no one has.</param>
/// <param name="Asked">What is asked where it is only what changed: "2 changed parts"; null where it is all of it.</param>
/// <param name="HasEmail">False for someone who is reminded on paper.</param>
public sealed record ChaseRow(
    StaffId StaffId,
    VersionId VersionId,
    PolicyId PolicyId,
    string FullName,
    string JobTitle,
    string PolicyTitle,
    DateOnly DueOn,
    Standing Standing,
    bool IsReviewOverdue,
    Reminded? LastChased,
    string? Asked = null,
    bool HasEmail = false
);
