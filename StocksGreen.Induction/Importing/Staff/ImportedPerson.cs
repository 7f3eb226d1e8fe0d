using StocksGreen.Induction.Domain.Staff;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A person as a staff file has them, all their rows taken together.</summary>
/// <param name="StaffNumber">What the school's MIS calls the person; null where the file does not say.</param>
/// <param name="FullName">Forename first, as the person is known, without a title.</param>
/// <param name="Email">Work e-mail; null where there is none, or where several people share it.</param>
/// <param name="Roles">Job titles held now, each once, in the order of the file.</param>
/// <param name="Start">First day of this time at the school; null where the file does not say.</param>
/// <param name="End">Last day; null while there is none.</param>
/// <param name="Lead">Who leads the person, as the file has it: a staff ID, an e-mail or a name; null where it does not say.</param>
/// <param name="Line">First line of the file on which the person stands.</param>
public sealed record ImportedPerson(
    string? StaffNumber,
    string FullName,
    string? Email,
    IReadOnlyList<string> Roles,
    Audience Audience,
    DateOnly? Start,
    DateOnly? End,
    string? Lead,
    int Line
)
{
    /// <summary>Staff IDs of other records of the person in the file: an earlier payroll number, or a second post's.</summary>
    public IReadOnlyList<string> OtherNumbers { get; init; } = [];

    /// <summary>The name in documents where the file also has <see cref="FullName"/>, by which the person is known; null otherwise.</summary>
    public string? LegalName { get; init; }

    /// <summary>What the file has in place of a first day and cannot be taken as one: "2026-13-45". Null where it has nothing.</summary>
    public string? UnreadStart { get; init; }
}
