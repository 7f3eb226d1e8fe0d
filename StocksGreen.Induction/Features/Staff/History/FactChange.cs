using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Features.Staff.History;

/// <summary>One thing about a person that changes.</summary>
/// <param name="What">"Role", "E-mail".</param>
/// <param name="From">In words; empty where there was nothing.</param>
/// <param name="To">In words; empty where there will be nothing.</param>
public sealed record FactChange(string What, string From, string To)
{
    internal const string Email = "E-mail";

    /// <param name="nameOf">Name of a line lead; empty for no one.</param>
    internal static IReadOnlyList<FactChange> Between(PersonFacts before, PersonFacts after, Func<StaffId?, string> nameOf)
    {
        FactChange[] all =
        [
            new("Name", before.FullName, after.FullName),
            new("Staff ID", before.StaffNumber ?? "", after.StaffNumber ?? ""),
            new(Email, before.Email ?? "", after.Email ?? ""),
            new("Role", before.JobTitle, after.JobTitle),
            new("Group", before.Audience.Singular(), after.Audience.Singular()),
            new("First day", LondonTime.ToWords(before.StartsOn), LondonTime.ToWords(after.StartsOn)),
            new("Last day", Day(before.EndsOn), Day(after.EndsOn)),
            new("Line lead", nameOf(before.LineLead), nameOf(after.LineLead)),
            new("Away", Away(before), Away(after)),
        ];
        return [.. all.Where(one => !one.From.Equals(one.To, StringComparison.Ordinal))];
    }

    private static string Day(DateOnly? day) => day is { } date ? LondonTime.ToWords(date) : "";

    private static string Away(PersonFacts facts) =>
        string.Join(
            ", ",
            facts.Absences.Select(absence => $"{LondonTime.ToWords(absence.From)} to {(absence.Until is { } last ? LondonTime.ToWords(last) : "an open day")}")
        );
}
