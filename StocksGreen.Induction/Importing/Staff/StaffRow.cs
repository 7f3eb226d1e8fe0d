using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>What one row says about a person; several rows may be of one person.</summary>
/// <param name="Words">Roles and categories as one text, by which the audience is told, with the heading of the name ("Governor name").</param>
/// <param name="RoleEnd">Last day of the role of this row; null while there is none.</param>
internal sealed record StaffRow(
    int Line,
    string? StaffNumber,
    string FullName,
    string? Email,
    IReadOnlyList<string> Roles,
    string Words,
    DateOnly? Start,
    DateOnly? End,
    DateOnly? RoleEnd,
    string? Lead
)
{
    /// <summary>The row above, of which this is another role; null where the row has a name of its own.</summary>
    internal StaffRow? Continues { get; init; }

    /// <summary>The name in documents where the row also has another one, by which the person is known; null otherwise.</summary>
    internal string? LegalName { get; init; }

    /// <summary>What stands in place of the first day and cannot be taken as one; null where nothing does.</summary>
    internal string? UnreadStart { get; init; }

    /// <summary>
    /// "Amelia Hart" and "Amelia Hart-Jones" may be one person, "Amelia Hart" and "Oliver Thackeray" are not, nor "Amelia Hart" and "Oliver Hart" with two
    /// e-mails.
    /// </summary>
    internal bool MayBe(StaffRow other) =>
        FullName.Equals(other.FullName, StringComparison.OrdinalIgnoreCase)
        || (
            NameWords(FullName).Overlaps(NameWords(other.FullName))
            && (char.ToUpperInvariant(FullName[0]) == char.ToUpperInvariant(other.FullName[0]) || !HasOtherEmail(other))
        );

    /// <summary>
    /// Name and e-mail, by which two records are told to be of one person; null without an e-mail. "Zoë Adeyemi-Clarke" is "Zoe Adeyemi Clarke".
    /// </summary>
    internal string? Identity =>
        Email is null
            ? null
            : $"{string.Join(' ', SearchText.Fold(FullName).Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries))} <{Email.ToUpperInvariant()}>";

    private bool HasOtherEmail(StaffRow other) =>
        Email is not null && other.Email is not null && !Email.Equals(other.Email, StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> NameWords(string name) =>
        [.. SearchText.Fold(name).Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1)];
}
