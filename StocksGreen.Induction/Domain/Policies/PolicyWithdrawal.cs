using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>
/// The decision that a policy is taken out of force, or that it stays in force after all; the latest one counts. Texts, signatures and papers stay as they are.
/// </summary>
/// <param name="From">First day on which it is no longer in force, not before the day of the decision; null where it stays in force after all.</param>
/// <param name="MergedInto">The policy that readers are led to; null where it has no successor.</param>
/// <param name="DecidedBy">Name of who decided it.</param>
/// <param name="RecordedBy">Who entered it.</param>
/// <param name="RecordedByName">As it was then.</param>
[Evidence("PolicyWithdrawn", "PolicyWithdrawals", "withdrawal of a policy")]
public sealed record PolicyWithdrawal(
    Guid Id,
    DateTimeOffset At,
    PolicyId PolicyId,
    DateOnly? From,
    string Reason,
    PolicyId? MergedInto,
    string DecidedBy,
    StaffId RecordedBy,
    string RecordedByName
) : SealedRecord(Id, At)
{
    public override string Form => "policy-withdrawal/1";
}
