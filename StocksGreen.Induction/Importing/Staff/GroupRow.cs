using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>A row that says what the rows below it are. Raw: "GOVERNORS", "Agency staff", "Leavers 2025".</summary>
/// <param name="Words">What it says of the audience of those below; "" where it says nothing of it.</param>
/// <param name="Title">As it stands there.</param>
internal sealed partial record GroupRow(string Words, string Title, bool AreLeavers)
{
    private const int LongestTitle = 60;

    /// <returns>Null where the row heads no group.</returns>
    internal static GroupRow? Parse(ListRow row)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        return
            filled is [var title]
            || (filled is [var first, var count] && count.All(sign => char.IsDigit(sign) || sign is '(' or ')') && (title = first).Length > 0)
            ? Parse(title)
            : null;
    }

    /// <param name="title">Of a group, or of a sheet.</param>
    internal static GroupRow? Parse(string title)
    {
        var text = SearchText.Fold(title);
        return title.Length > LongestTitle || !Group().IsMatch(text) || NotAPerson.IsVacancy(title) || Clerk().IsMatch(text) ? null
            : Leavers().IsMatch(text) ? new GroupRow("", title, AreLeavers: true)
            // "Staff and governors" are not all governors.
            : new GroupRow(Mixed().IsMatch(text) ? "" : text, title, AreLeavers: false);
    }

    internal static bool IsOfLeavers(string title) => Leavers().IsMatch(SearchText.Fold(title));

    [GeneratedRegex(
        @"\b(staff|teachers?|teaching|support|administration|admin|office|premises|kitchen|catering|cleaning|lunchtime|midday|leadership|slt|eyfs|ks ?[12]|key "
            + @"stage|nursery|reception|year \d|club|peripatetic|governors?|governing|governance|trustees?|directors|volunteers?|helpers?|agency|supply|"
            + @"contractors?|visitors?|external|consultants?|coaches|tutors|trainees?|students?|leavers?|left|former|previous|past|ex-?\w+)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Group();

    [GeneratedRegex(
        @"^(all )?(school |staff |recent |past )*(leavers?|left|former|past|previous|ex)\b|\b(leavers|(who|that) (have )?left|no longer employed)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Leavers();

    [GeneratedRegex(
        @"\b(staff|teach\w*|employees)\b.*( and | & |,|/|\+).*|( and | & |,|/|\+).*\b(staff|teach\w*|employees)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Mixed();

    [GeneratedRegex(@"\b(clerk|secretary)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Clerk();
}
