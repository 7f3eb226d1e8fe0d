using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>That a reminder was recorded by mistake and does not count. Both stay in the evidence: nothing that was sealed is deleted.</summary>
[Evidence("ReminderTakenBack", "ChasesTakenBack", "reminder that was taken back", GoesWithItsFacts = true)]
public sealed record ChaseTakenBack(Guid Id, DateTimeOffset At, Guid ChaseId, StaffId TakenBackBy, string TakenBackByName) : SealedRecord(Id, At)
{
    public override string Form => "chase-taken-back/1";
}
