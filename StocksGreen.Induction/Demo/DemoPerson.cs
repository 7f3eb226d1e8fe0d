using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Demo;

/// <summary>An invented person of the demonstration's staff list.</summary>
/// <param name="StartedSchoolDaysAgo">School days since the first day in post; 0 starts today or on the next school day.</param>
/// <param name="SignedAfterSchoolDays">School days from when the policy reached the person until they signed; null while they have not.</param>
/// <param name="Fate">What else is true of them.</param>
internal sealed record DemoPerson(
    string FullName,
    string JobTitle,
    Audience Audience,
    int StartedSchoolDaysAgo,
    int? SignedAfterSchoolDays,
    DemoFate Fate = DemoFate.None
);

/// <summary>What may happen to a person next to signing.</summary>
internal enum DemoFate
{
    None,
    OnLongAbsence,
    Exempt,
    Left,
    ChasedOnce,
    HalfRead,
}
