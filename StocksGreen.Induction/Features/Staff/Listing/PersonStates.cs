using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Features.Staff.Listing;

/// <summary>How it is told and what it is called.</summary>
internal static class PersonStates
{
    /// <param name="absences">The person's own.</param>
    internal static PersonState On(DateOnly day, StaffMember person, IEnumerable<Absence> absences) =>
        person.HasLeft(day) ? PersonState.Left
        : person.StartsOn > day ? PersonState.Starting
        : absences.Any(absence => absence.Covers(day)) ? PersonState.Paused
        : PersonState.InPost;

    internal static string Words(this PersonState state) =>
        state switch
        {
            PersonState.InPost => "In post",
            PersonState.Starting => "Starting",
            PersonState.Paused => "Paused",
            PersonState.Left => "Left",
        };
}
