using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>That a person was reminded of a version they have not signed.</summary>
/// <param name="DueOn">Last day on which signing was in time.</param>
/// <param name="ChasedBy">Name of who reminded them, or the rule that did.</param>
/// <param name="ChasedById">Null for a rule.</param>
/// <param name="NoticeId">The e-mail from the outbox that did; null where someone reminded them otherwise.</param>
[Evidence("PersonChased", "Chases", "reminder", GoesWithItsFacts = true)]
public sealed record Chase(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    VersionId VersionId,
    ChaseChannel Channel,
    DateOnly DueOn,
    string ChasedBy,
    StaffId? ChasedById,
    Guid? NoticeId
) : SealedRecord(Id, At)
{
    public override string Form => "chase/1";
}
