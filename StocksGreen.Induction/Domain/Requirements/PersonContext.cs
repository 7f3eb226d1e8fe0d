using StocksGreen.Induction.Domain.Calendar;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>What is to know of one person on a day, whatever the policy.</summary>
/// <param name="Calendar">With the person's own working days.</param>
/// <param name="Absences">Those that had begun.</param>
/// <param name="Pack">The person's induction pack; null where none fits.</param>
internal sealed record PersonContext(
    StaffMember Person,
    SchoolCalendar Calendar,
    IReadOnlyList<Absence> Absences,
    InductionPack? Pack,
    bool IsPaused,
    bool HasLeft
);
