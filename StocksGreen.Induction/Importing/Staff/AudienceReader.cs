using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>To which group a person belongs, by what their roles and categories say.</summary>
internal static partial class AudienceReader
{
    /// <summary>Anyone who is employed in one role is an employee, whatever else they are.</summary>
    /// <param name="rows">Each row's roles and categories as one text.</param>
    internal static Audience Parse(IEnumerable<string> rows) => rows.Select(OfOne).Min();

    /// <summary>Whether someone serves governors or volunteers and is none of them, also where they stand under a heading of theirs.</summary>
    internal static bool ServesOthers(IEnumerable<string> roles) =>
        roles.Any(role => Servants().IsMatch(SearchText.Fold(role)) || Clerk().IsMatch(SearchText.Fold(role)));

    // The order of the enumeration is the order of precedence.
    private static Audience OfOne(string words)
    {
        var text = SearchText.Fold(words);
        return Governor().IsMatch(Servants().Replace(text, "")) ? Audience.Governor
            : Volunteer().IsMatch(Servants().Replace(text, "")) ? Audience.Volunteer
            : Contractor().IsMatch(text) ? Audience.Contractor
            : Visitor().IsMatch(text) ? Audience.Visitor
            : Audience.Employee;
    }

    /// <summary>
    /// "Clerk to the governors", "Volunteer co-ordinator": who serves them is not one of them. A "staff governor" is of the staff, or could not be one.
    /// </summary>
    [GeneratedRegex(
        @"(clerk|secretary|adviser|advisor|liaison|link|support|services?)( to| for| with)?( the)?( board of| body of)? "
            + @"?(governors?|governing|governance|trustees)( body| board)?|govern(ors?|ing body|ance)( board)? "
            + @"(clerk|secretary|services?|officer|professional|liaison|support|administrator|manager)|(volunteers?|visitors?) "
            + @"(co-?ordinator|manager|lead|leader|officer|organiser)|co-?ordinator of volunteers|\b(staff|teacher)[ -]governors?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Servants();

    [GeneratedRegex(@"^(clerk|head ?teacher|head|principal|staff)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Clerk();

    [GeneratedRegex(@"\b(governors?|governing (body|board)|trustees?)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Governor();

    [GeneratedRegex(
        @"\b(volunteers?|volunteering|voluntary|unpaid helper|parent helper|helpers?|listening grand\w*)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Volunteer();

    [GeneratedRegex(
        @"\b(contractors?|sub-?contractors?|agency|self-? ?employed|freelance\w*|external( provider| staff| coach| tutor)?|outsourced|third "
            + @"party|consultants?)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Contractor();

    [GeneratedRegex(@"\bvisitors?\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Visitor();
}
