using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>What was sent before: the plan of a day is made from facts alone, so that it is the same however often it is made.</summary>
/// <param name="Chases">Every reminder of a person, however it was made.</param>
/// <param name="TeamTold">The last day on which a line lead was told of a person.</param>
/// <param name="DeadAddresses">Addresses whose last mail was refused for good or came back.</param>
public sealed record ReminderHistory(
    IReadOnlyList<Chase> Chases,
    IReadOnlyDictionary<(StaffId Lead, StaffId Person), DateOnly> TeamTold,
    IReadOnlySet<string> DeadAddresses
)
{
    public bool Reaches(StaffMember person) => person.Email is { Length: > 0 } email && !DeadAddresses.Contains(email);
}
