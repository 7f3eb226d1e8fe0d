using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>All that one person has to sign, in one mail.</summary>
/// <param name="ToSign">At least one; the first due comes first.</param>
public sealed record Digest(StaffMember Person, IReadOnlyList<Requirement> ToSign)
{
    public IEnumerable<Requirement> Overdue => ToSign.Where(requirement => requirement.Standing.Kind is StandingKind.Overdue);

    /// <summary>Digests of everyone who has something to sign on a day and is not away, exempt or waiting for the school's answer.</summary>
    /// <param name="requirements">As they stand on that day.</param>
    public static IReadOnlyList<Digest> From(IEnumerable<Requirement> requirements) =>
        [
            .. requirements
                .Where(IsOpen)
                .GroupBy(requirement => requirement.Person.Id)
                .Select(own => new Digest(
                    own.First().Person,
                    [.. own.OrderBy(requirement => requirement.DueOn).ThenBy(requirement => requirement.Policy.Title, StringComparer.OrdinalIgnoreCase)]
                ))
                .OrderBy(digest => digest.Person.FullName, StringComparer.OrdinalIgnoreCase),
        ];

    private static bool IsOpen(Requirement requirement) =>
        requirement is { HasLeft: false, Standing: { Kind: StandingKind.Due or StandingKind.Overdue, IsWaiting: false } };
}
