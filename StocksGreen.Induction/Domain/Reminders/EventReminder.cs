using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>That parents were reminded of the policy before an event.</summary>
/// <param name="Channel">"Newsletter", "Spoken at the door".</param>
[Evidence("ParentsReminded", "EventReminders", "reminder to parents")]
public sealed record EventReminder(
    Guid Id,
    DateTimeOffset At,
    string Event,
    DateOnly EventOn,
    DateOnly SentOn,
    string Channel,
    string Wording,
    StaffId RecordedBy,
    string RecordedByName
) : SealedRecord(Id, At)
{
    public override string Form => "parents/1";
}
