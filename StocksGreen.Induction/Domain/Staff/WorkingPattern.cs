using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>On which weekdays a person works from a day on; Monday to Friday until something else is recorded.</summary>
/// <param name="Days">At least one.</param>
[Evidence("WorkingPatternDecided", "WorkingPatterns", "working pattern", GoesWithItsFacts = true)]
public sealed record WorkingPattern(Guid Id, DateTimeOffset At, StaffId StaffId, DateOnly From, WorkingDays Days, StaffId DecidedBy, string DecidedByName)
    : SealedRecord(Id, At)
{
    public override string Form => "working-pattern/1";
}
