using StocksGreen.Induction.Domain.Dates;
using StocksGreen.Induction.Domain.Packs;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>What is to know of one person on a day, whatever the policy.</summary>
/// <param name="Calendar">With the person's own working days.</param>
/// <param name="Absences">Those that had begun.</param>
/// <param name="Pack">The person's induction pack; null where none fits.</param>
internal sealed record AskedPerson(StaffMember Person, SchoolCalendar Calendar, IReadOnlyList<Absence> Absences, Pack? Pack, bool IsPaused, bool HasLeft);
