using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>The headteacher's decision that a person need not sign a policy.</summary>
/// <param name="From">First day on which it holds.</param>
/// <param name="Until">Last day; null while it has no end.</param>
/// <param name="DecidedByName">As it was then.</param>
[Evidence("PersonExempted", "Exemptions", "exemption", GoesWithItsFacts = true)]
public sealed record Exemption(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    PolicyId PolicyId,
    DateOnly From,
    DateOnly? Until,
    string Reason,
    StaffId DecidedBy,
    string DecidedByName
) : SealedRecord(Id, At)
{
    public override string Form => "exemption/1";

    /// <summary>The last day on which it holds.</summary>
    /// <param name="endedOn">Day on which it was ended before its time, which it no longer covers; null where it was not.</param>
    public DateOnly? LastDay(DateOnly? endedOn) => endedOn is { } ended && !(Until < ended) ? ended.AddDays(-1) : Until;
}
