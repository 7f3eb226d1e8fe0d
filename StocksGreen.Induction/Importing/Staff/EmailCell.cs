using System.Net.Mail;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>An e-mail address as a cell has it.</summary>
/// <param name="Address">Null where the cell has none.</param>
/// <param name="Note">What is to be said of it, to follow the person's name; null for nothing.</param>
internal sealed partial record EmailCell(string? Address, string? Note)
{
    /// <summary>As the table has it.</summary>
    private const int LongestEmail = 254;

    /// <param name="cell">Raw: "a.hart@school.example", "Amelia Hart &lt;a.hart@…&gt;", "a.hart@…; amelia@home.example", "a.hart@….".</param>
    /// <param name="schoolDomain">Domain of most addresses of the file; "" where no two share one.</param>
    internal static EmailCell Parse(string cell, string name, string schoolDomain)
    {
        if (cell.Length == 0 || SearchText.Fold(cell) is "n/a" or "na" or "none" or "no email" or "-" or "tbc" or "tba" or "unknown")
        {
            return new EmailCell(null, $"{name} has no e-mail: they sign in with a one-time code, or sign on paper.");
        }

        if (Single(cell) is { } email)
        {
            return new EmailCell(email, null);
        }

        var several =
            cell.Length > LongestEmail * 4 ? [] : Between().Split(cell).Select(Single).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return Best(several, name, schoolDomain) is { } best
            ? new EmailCell(
                best,
                several.Count == 1
                    ? $"The e-mail of {name} was taken from “{NotAPerson.Short(cell)}”: {best}."
                    : $"{name} has several e-mails in one cell; {best} was taken, and the rest was left out."
            )
            : new EmailCell(null, $"The e-mail of {name} is no address (“{NotAPerson.Short(cell)}”), so it was left out.");
    }

    /// <summary>The domain that most addresses have; "" where no two share one.</summary>
    internal static string DomainOf(IEnumerable<string> cells) =>
        cells
            .SelectMany(cell => cell.Length > LongestEmail * 4 ? [] : Between().Split(cell))
            .Select(Single)
            .OfType<string>()
            .GroupBy(Domain, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .MaxBy(group => group.Count())
            ?.Key
        ?? "";

    /// <summary>The school's address before a private one, the person's own before one that others read, else the first.</summary>
    private static string? Best(List<string> several, string name, string schoolDomain)
    {
        var ofSchool = several.Where(one => schoolDomain.Length > 0 && Domain(one).Equals(schoolDomain, StringComparison.OrdinalIgnoreCase)).ToList();
        var from = ofSchool.Count > 0 ? ofSchool : several;
        var words = SearchText.Fold(name).Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).ToList();
        return from.Find(one => words.Exists(word => SearchText.Fold(one.Split('@')[0]).Contains(word, StringComparison.Ordinal))) ?? from.FirstOrDefault();
    }

    private static string Domain(string email) => email[(email.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <returns>Null where a text is not one address.</returns>
    private static string? Single(string text)
    {
        var email = Angles().Match(text) is { Success: true } inside ? inside.Groups["email"].Value : text.Trim();
        email = email.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? email[7..] : email;
        email = email.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? email[5..] : email;
        email = email.TrimEnd('.', ',', ';', ':').TrimStart('<').TrimEnd('>');
        return
            email.Length is > 0 and <= LongestEmail
            && Form().IsMatch(email)
            && !"=+@-".Contains(email[0], StringComparison.Ordinal)
            && MailAddress.TryCreate(email, out _)
            ? email
            : null;
    }

    [GeneratedRegex(@"[;,/|\s]+| or | and ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(@"<(?<email>[^<>]+@[^<>]+)>[.;,]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Angles();

    [GeneratedRegex(
        @"^[^\s@<>(),;:""\[\]\\\uFFFD]+@[^\s@<>(),;:""\[\]\\.]+(\.[^\s@<>(),;:""\[\]\\.]+)+$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form();
}
