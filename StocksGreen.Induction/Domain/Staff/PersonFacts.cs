using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Staff;

/// <summary>All that is known of a person at one time.</summary>
/// <param name="StaffNumber">What the school's MIS calls the person; null where the school has not said.</param>
/// <param name="JobTitle">Several are parted by "; ", as certificates print them: "Class teacher, Year 3; SENCO".</param>
/// <param name="Absences">Long absences, earliest first.</param>
public sealed record PersonFacts(
    string FullName,
    string? StaffNumber,
    string? Email,
    string JobTitle,
    Audience Audience,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    StaffId? LineLead,
    IReadOnlyList<Absence> Absences
)
{
    /// <summary>Whether both say the same, absences included.</summary>
    public bool Same(PersonFacts other) => this with { Absences = other.Absences } == other && Absences.SequenceEqual(other.Absences);
}
