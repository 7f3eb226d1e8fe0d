using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>
/// A list of accounts, as Microsoft 365, Entra and Google Workspace export their users. It also holds rooms, devices, shared mailboxes, guests and pupils, and
/// accounts of those who have left.
/// </summary>
internal sealed partial class AccountTable
{
    private readonly List<int> blocked = [];
    private readonly List<int> allowed = [];
    private readonly List<int> states = [];
    private readonly List<int> licences = [];
    private readonly List<int> kinds = [];
    private readonly List<int> places = [];
    private readonly List<int> ages = [];

    private AccountTable() { }

    /// <param name="headings">Raw: "Block credential", "User principal name", "Org Unit Path [Required]", "accountEnabled".</param>
    /// <returns>Null where the headings are of no list of accounts.</returns>
    internal static AccountTable? Parse(IReadOnlyList<string> headings)
    {
        var table = new AccountTable();
        var isOfAccounts = false;
        for (var i = 0; i < headings.Count; i++)
        {
            var words = headings[i].Length > 60 ? "" : HeadingName.Words(Remark().Replace(headings[i], " ")).ToString();
            var (columns, tells) = words switch
            {
                "block credential" or "signin blocked" or "sign in blocked" or "blocked" or "block sign in" or "account disabled" => (table.blocked, true),
                "account enabled" or "accountenabled" or "sign in allowed" or "enabled" => (table.allowed, words is not "enabled"),
                "sign in status" or "signin status" or "status" or "account status" or "new status" => (table.states, false),
                "licenses" or "licences" or "license" or "licence" or "assigned licenses" or "assigned products skus" or "product licenses" => (
                    table.licences,
                    true
                ),
                "user type" or "recipient type" or "recipient type details" or "mailbox type" => (table.kinds, true),
                "org unit path" or "organizational unit" or "organisational unit" => (table.places, true),
                "department" or "employee type" or "job title" or "title" or "employee title" => (table.places, false),
                "age group" or "legal age group classification" => (table.ages, false),
                "user principal name" or "userprincipalname" or "upn" => (null, true),
                _ => (null, false),
            };
            columns?.Add(i);
            isOfAccounts |= tells;
        }

        return isOfAccounts ? table : null;
    }

    /// <summary>Why an account is no member of staff's; null where it may be.</summary>
    /// <param name="name">As it was recognised.</param>
    /// <param name="address">E-mail or sign-in name; "" where there is none.</param>
    /// <param name="hasParts">Whether the row has a first and a last name.</param>
    /// <param name="haveOthersParts">Whether most rows of the table have both.</param>
    /// <param name="hasRole">Whether the row has a job title.</param>
    internal string? Reason(ListRow row, string name, string address, bool hasParts, bool haveOthersParts, bool hasRole)
    {
        var who = $"“{NotAPerson.Short(name)}”";
        var (kind, licence) = (Said(kinds, row), Said(licences, row));
        return Said(blocked, row).Exists(IsYes) || Said(allowed, row).Exists(IsNo) || Said(states, row).Exists(state => Shut().IsMatch(state))
                ? $"The account of {who} is blocked or suspended, so it was left out. If they are staff who are away, add them under People."
            : kind.Exists(one => one.Contains("guest", StringComparison.Ordinal)) || address.Contains("#EXT#", StringComparison.OrdinalIgnoreCase)
                ? $"{who} is a guest’s account, not one of the school’s staff."
            : kind.Exists(one => Furniture().IsMatch(one)) ? $"{who} is the account of a room, a device or a shared mailbox, not a person."
            : Said(ages, row).Exists(age => age.StartsWith("minor", StringComparison.Ordinal))
            || licence.Exists(one => Students().IsMatch(one) && !one.Contains("faculty", StringComparison.Ordinal))
            || Said(places, row).Exists(IsOfPupils)
                ? $"{who} is the account of a pupil, not one of the school’s staff."
            : Said(places, row).Find(place => place.Contains('/', StringComparison.Ordinal) && place.Split('/').Any(part => Things().IsMatch(part.Trim())))
                is { } place
                ? $"The account of {who} is kept under “{NotAPerson.Short(place)}”, so it was left out. If they are staff, add them under People."
            : !hasParts && !hasRole && (haveOthersParts || licence.Exists(one => one is "unlicensed" or "none" or "no licenses" or "no licences"))
                ? $"{who} has no first and last name and no job title: the account of a room, a device or a shared mailbox, not a person. If it is a person, "
                    + "add them under People."
            : null;
    }

    private static List<string> Said(List<int> columns, ListRow row) =>
        [.. columns.Select(column => SearchText.Fold(row.At(column))).Where(value => value.Length > 0)];

    /// <summary>Raw: "Pupils" under "Department"; "/Pupils/2019 intake" and "/Year 3" of Google, not "/Staff/Year 3".</summary>
    private static bool IsOfPupils(string place)
    {
        var parts = place.Split('/').Select(part => part.Trim()).ToList();
        return parts.Count == 1
            ? Pupils().IsMatch(place)
            : !parts.Exists(part => part.StartsWith("staff", StringComparison.Ordinal))
                && parts.Exists(part => Pupils().IsMatch(part) || Years().IsMatch(part));
    }

    private static bool IsYes(string value) => value is "true" or "yes" or "y" or "1" or "blocked";

    private static bool IsNo(string value) => value is "false" or "no" or "n" or "0" or "blocked";

    [GeneratedRegex(@"[\[(][^\])]*[\])]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\b(suspended|archived|deleted|blocked|disabled|deprovisioned)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shut();

    [GeneratedRegex(
        @"(room|equipment|shared|scheduling|discovery|group|resource|linked)[ ]?(mailbox|account)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Furniture();

    [GeneratedRegex(@"\b(students?|pupils?|_student)\b|_student", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Students();

    [GeneratedRegex(
        @"^(all )?(current |former )?(pupils?|students?|learners?|children|alumni)( accounts?| users?)?( ?[-–:(]? ?\d{4}\)?)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pupils();

    [GeneratedRegex(
        @"^(year ?(group )?|yr? ?|class ?(of ?)?|intake ?(of ?)?|cohort ?)[r\d]\d*( pupils?)?$|^\d{4} ?(intake|cohort|leavers)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Years();

    [GeneratedRegex(
        @"^((\w+ )*(devices?|chromebooks?|ipads?|laptops?|kiosks?|rooms?|resources?|mailboxes|printers?|smartboards?|screens?)|"
            + @"shared( accounts?)?|service accounts?|generic( accounts?)?|test( accounts?)?|leavers|former staff|staff leavers|"
            + @"suspended( users| accounts)?|archived?|disabled|admin accounts?)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Things();
}
