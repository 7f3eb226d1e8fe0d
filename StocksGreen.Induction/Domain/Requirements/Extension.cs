using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>
/// A decision that a person has longer to sign what is asked of them now. It never brings a due day forward, and does not reach to what is asked later.
/// </summary>
/// <param name="DueOn">The new last day; where the person does not work on it, their next working day.</param>
/// <param name="DecidedByName">As it was then.</param>
[Evidence("DueExtended", "Extensions", "extension", GoesWithItsFacts = true)]
public sealed record Extension(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    PolicyId PolicyId,
    DateOnly DueOn,
    string Reason,
    StaffId DecidedBy,
    string DecidedByName
) : SealedRecord(Id, At)
{
    public override string Form => "extension/1";
}
