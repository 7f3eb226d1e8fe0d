using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Rows that stand in a staff list and are no one: posts that are free, accounts that several people use, lines of the report itself.</summary>
internal static partial class NotAPerson
{
    // Words of which a person's name never wholly consists. Surnames such as Cook, Page or Head stand here only next to others.
    private static readonly HashSet<string> Things =
    [
        "a",
        "account",
        "accounts",
        "admin",
        "administration",
        "administrator",
        "agency",
        "am",
        "and",
        "api",
        "arbor",
        "assistant",
        "bromcom",
        "caretaker",
        "class",
        "classroom",
        "cleaner",
        "cleaners",
        "clerk",
        "cover",
        "cpoms",
        "data",
        "default",
        "demo",
        "deputy",
        "dinner",
        "dsl",
        "eyfs",
        "finance",
        "for",
        "general",
        "generic",
        "governor",
        "governors",
        "guest",
        "head",
        "headteacher",
        "helpdesk",
        "hr",
        "ict",
        "it",
        "key",
        "kitchen",
        "ks",
        "library",
        "lunch",
        "lunchtime",
        "mailbox",
        "main",
        "manager",
        "midday",
        "music",
        "network",
        "new",
        "nursery",
        "of",
        "office",
        "officer",
        "pm",
        "pe",
        "post",
        "ppa",
        "premises",
        "primary",
        "reception",
        "school",
        "senco",
        "service",
        "shared",
        "sims",
        "site",
        "staff",
        "stage",
        "starter",
        "student",
        "supervisor",
        "supply",
        "support",
        "sysadmin",
        "system",
        "systems",
        "ta",
        "teacher",
        "teachers",
        "teaching",
        "tech",
        "technician",
        "technical",
        "temp",
        "temporary",
        "test",
        "testing",
        "the",
        "to",
        "trainee",
        "training",
        "team",
        "teams",
        "pc",
        "ipad",
        "laptop",
        "tablet",
        "device",
        "send",
        "sen",
        "inclusion",
        "safeguarding",
        "user",
        "users",
        "visitor",
        "visitors",
        "volunteer",
        "volunteers",
        "year",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "morning",
        "afternoon",
        "one",
        "two",
        "unknown",
        "anon",
        "dummy",
        "sample",
        "do",
        "not",
        "use",
        "no",
        "after",
        "bank",
        "before",
        "board",
        "breakfast",
        "candidate",
        "care",
        "chair",
        "club",
        "clubs",
        "committee",
        "copier",
        "department",
        "dept",
        "interview",
        "leader",
        "maternity",
        "noreply",
        "photocopier",
        "printer",
        "reply",
        "scan",
        "scanner",
        "slt",
        "wraparound",
        "absence",
        "attendance",
        "bursar",
        "business",
        "catering",
        "cleaning",
        "coach",
        "enquiries",
        "hlta",
        "info",
        "lettings",
        "mdsa",
        "nurse",
        "parent",
        "parents",
        "pastoral",
        "peripatetic",
        "pta",
        "pupil",
        "pupils",
        "sbm",
        "secretary",
        "sports",
        "wellbeing",
    ];

    // Of the above, those that tell it alone; the rest are words that a surname might be.
    private static readonly HashSet<string> AloneToo =
    [
        "account",
        "admin",
        "administrator",
        "agency",
        "cover",
        "generic",
        "governors",
        "guest",
        "headteacher",
        "ict",
        "it",
        "kitchen",
        "mailbox",
        "office",
        "reception",
        "school",
        "shared",
        "sims",
        "arbor",
        "bromcom",
        "staff",
        "supply",
        "support",
        "sysadmin",
        "system",
        "team",
        "teacher",
        "teachers",
        "technician",
        "temp",
        "test",
        "user",
        "visitor",
        "visitors",
        "volunteer",
        "volunteers",
        "unknown",
        "anon",
        "default",
        "library",
        "nursery",
        "finance",
        "caretaker",
        "cleaner",
        "cleaners",
        "ta",
        "trainee",
        "training",
        "senco",
        "dummy",
        "student",
        "attendance",
        "bursar",
        "copier",
        "enquiries",
        "hlta",
        "info",
        "lettings",
        "mdsa",
        "noreply",
        "photocopier",
        "pta",
        "sbm",
        "printer",
        "scanner",
        "slt",
    ];

    /// <returns>Why a name is no one's; null where it may be someone's.</returns>
    /// <param name="name">As the row has it.</param>
    internal static string? Reason(string name)
    {
        var text = SearchText.Fold(name);
        if (Vacancy().IsMatch(text))
        {
            return $"“{Short(name)}” is a vacancy, not a person.";
        }

        var words = Words().Split(text).Where(word => word.Length > 0).ToList();
        // Words of another script than ours are none of the words below.
        if (!text.Any(char.IsLetterOrDigit) || words is ["a", "n", "other"] or ["a", "other"] or ["an", "other"] or ["n", "other"] or ["xxx"] or ["xx"])
        {
            return $"“{Short(name)}” is no name.";
        }

        // "Supply 2" is an account, "J Guest" is someone.
        var telling = words
            .Where(word => word.Length > 1 && !word.All(char.IsDigit))
            .Select(word => word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))
            .ToList();
        return
            telling.Count > 0
            && telling.TrueForAll(Things.Contains)
            && (telling.Count > 1 || AloneToo.Contains(telling[0]))
            && !(telling is ["guest"] && words.Count > 1)
            ? $"“{Short(name)}” is an account or a post that several people use, not a person."
            : null;
    }

    /// <summary>Whether a job title or a name says that the post is free.</summary>
    internal static bool IsVacancy(string text) => Vacancy().IsMatch(SearchText.Fold(text));

    /// <returns>Why a row is a line of the report itself; null where it may be someone's.</returns>
    /// <param name="width">Columns that have a heading.</param>
    internal static string? OfTheReport(ListRow row, int width)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        if (!filled.Exists(cell => cell.Any(char.IsLetterOrDigit)))
        {
            return "A line without words.";
        }

        var isShort = filled.Count <= Math.Max(2, width / 2) && !filled.Exists(cell => cell.Contains('@', StringComparison.Ordinal));
        return isShort && Total().IsMatch(SearchText.Fold(filled[0])) ? "A total, not a person."
            : isShort && Furniture().IsMatch(SearchText.Fold(filled[0])) ? "A line of the report itself, not a person."
            : filled.Count == 1 && width > 2 && !Vacancy().IsMatch(SearchText.Fold(filled[0]))
                ? "Only one cell is filled: a line of the report itself, not a person."
            : null;
    }

    internal static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(
        @"\b(vacant|vacancy|vacancies|tbc|tba|tbd|unfilled|unappointed|to be "
            + @"(appointed|confirmed|advised|announced|agreed|decided|recruited|filled|arranged|determined)|not yet (appointed|known|confirmed)|awaiting "
            + @"appointment|appointment pending|post (empty|open|free)|(empty|open|unfilled|frozen|deleted) post|post (frozen|deleted|advertised)|not "
            + @"appointed|being advertised|out to advert|advert out)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Vacancy();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"^(sub ?-?totals?|grand totals?|totals?|count|sum|average|number of|no\.? of)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Total();

    [GeneratedRegex(
        @"^(page \d|printed|report|generated|produced|exported|created|run (on|by|at|date)|end "
            + @"of|filter|source|notes?:|please|confidential|official|©|\(c\)|copyright|sims\b|arbor\b|bromcom\b|as at|date:|user:|time:|staff "
            + @"list|records?:|\*|---|===|key:|legend|\d+ (records?|rows?|staff|people|employees|members))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Furniture();
}
