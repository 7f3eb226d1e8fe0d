using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>What a heading means, by its words and not by its spelling.</summary>
/// <param name="Rank">Of several columns of a kind, the lower one counts first: a preferred name before a legal one, "Work email" before "Email".</param>
internal readonly partial record struct HeadingName(StaffColumn Column, int Rank)
{
    private const int LongestHeading = 60;

    // A column with one of these words is about something else, whatever other words it has.
    private static readonly HashSet<string> NotNeeded =
    [
        "birth",
        "dob",
        "birthday",
        "age",
        "gender",
        "sex",
        "ethnicity",
        "ethnic",
        "religion",
        "nationality",
        "disability",
        "disabled",
        "marital",
        "national",
        "insurance",
        "ni",
        "nino",
        "payroll",
        "pay",
        "salary",
        "scale",
        "spine",
        "grade",
        "bank",
        "sort",
        "tax",
        "pension",
        "postcode",
        "phone",
        "telephone",
        "tel",
        "mobile",
        "kin",
        "emergency",
        "dbs",
        "crb",
        "trn",
        "dfe",
        "qts",
        "qualification",
        "qualifications",
        "medical",
        "dietary",
        "sickness",
        "absence",
        "maternity",
        "annual",
        "entitlement",
        "car",
        "registration",
        "vehicle",
        "passport",
        "visa",
        "photo",
        "notes",
        "comments",
        "comment",
        "reason",
        "destination",
        "maiden",
        "former",
        "previous",
        "middle",
        "probation",
        "training",
        "induction",
        "appraisal",
        "continuous",
        "time",
        "hours",
        "room",
        "username",
        "login",
        "password",
        "pin",
        "pupil",
        "student",
        "cover",
        "resignation",
        "notice",
        "review",
    ];

    private static readonly HashSet<string> Private =
    [
        "home",
        "personal",
        "private",
        "secondary",
        "alternative",
        "alternate",
        "other",
        "partner",
        "recovery",
        "new",
    ];

    private static readonly HashSet<string> Contract =
    [
        "contract",
        "contracts",
        "role",
        "post",
        "position",
        "job",
        "assignment",
        "appointment",
        "fixed",
        "temporary",
        "ftc",
    ];

    private static readonly HashSet<string> Preferred = ["preferred", "chosen", "known", "display"];

    private static readonly HashSet<string> Legal = ["legal", "official", "formal"];

    private static readonly HashSet<string> Leads = ["manager", "managed", "supervisor", "supervised", "reports", "appraiser", "mgr"];

    private static readonly HashSet<string> Holders =
    [
        "staff",
        "employee",
        "person",
        "personnel",
        "member",
        "worker",
        "colleague",
        "user",
        "individual",
        "hr",
        "record",
        "system",
        "mis",
        "arbor",
        "sims",
        "bromcom",
        "integris",
        "scholarpack",
        "unique",
        "external",
        "school",
        "workforce",
    ];

    private static readonly HashSet<string> Numbers =
    [
        "id",
        "no",
        "nr",
        "num",
        "number",
        "code",
        "ref",
        "reference",
        "identifier",
        "identity",
        "uid",
        "key",
        "guid",
        "uuid",
    ];

    private static readonly HashSet<string> Jobs =
    [
        "job",
        "jobs",
        "role",
        "roles",
        "post",
        "posts",
        "position",
        "positions",
        "title",
        "titles",
        "occupation",
        "designation",
        "appointment",
        "appointments",
    ];

    private static readonly HashSet<string> JobCompany =
    [
        .. Jobs,
        "staff",
        "employee",
        "main",
        "primary",
        "current",
        "business",
        "work",
        "school",
        "contract",
        "name",
        "names",
        "description",
        "s",
        "held",
        "and",
        "or",
    ];

    private static readonly HashSet<string> Small = ["of", "the", "at", "in", "s", "dd", "mm", "mmm", "yy", "yyyy", "ddmmyyyy"];

    /// <param name="heading">Raw: "Work E-mail", "Staff_Code", "Legal first name(s)", "Date of leaving".</param>
    /// <returns>Null for a column that is not needed.</returns>
    internal static HeadingName? Parse(string heading)
    {
        var words = Words(heading.Length > LongestHeading ? "" : Square().Replace(heading, " "));
        if (words.Count == 0)
        {
            return null;
        }

        return LineLead(words)
            ?? (
                words.Overlaps(NotNeeded)
                    ? null
                    : Email(words)
                        ?? (
                            words.Contains("address")
                                ? null
                                : Agency(words)
                                    ?? Day(words)
                                    ?? Day(Words(Remark().Replace(heading, " ")))
                                    ?? Name(words, heading)
                                    ?? Kind(words)
                                    ?? Number(words)
                                    ?? Job(words)
                        )
            );
    }

    /// <summary>Whether a column that is not recognised may hold last days all the same: "Expected leaving date".</summary>
    internal static bool MayBeOfLeaving(string heading) =>
        Parse(heading) is null
        && Words(heading) is var words
        && words.Overlaps(["leaving", "leaver", "leavers", "left", "end", "ends", "ended", "departure", "termination", "resigned", "retired"])
        && !words.Overlaps(NotNeeded);

    /// <summary>
    /// The words of a heading in their order, without case, accents and signs; "E-Mail" and "StaffCode" are taken apart or joined as people mean them.
    /// </summary>
    internal static OrderedTokens Words(string heading)
    {
        var spaced = string.Concat(heading.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(heading[i - 1]) ? $" {c}" : $"{c}"));
        var text = string.Concat(SearchText.Fold(spaced).Replace("'", "", StringComparison.Ordinal).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var joined = $" {string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries))} "
            .Replace(" e mail", " email", StringComparison.Ordinal)
            .Replace(" mail ", " email ", StringComparison.Ordinal)
            .Replace(" fore name", " forename", StringComparison.Ordinal)
            .Replace(" sur name", " surname", StringComparison.Ordinal)
            .Replace(" full name ", " fullname ", StringComparison.Ordinal)
            .Replace(" i d ", " id ", StringComparison.Ordinal);
        return new OrderedTokens([.. joined.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private static HeadingName? LineLead(OrderedTokens words) =>
        (words.Overlaps(Leads) || (words.Contains("lead") && (words.Contains("line") || words.Contains("team"))))
        && !words.Overlaps(["is", "office", "role", "title", "job", "post", "phone", "telephone", "date"])
            ? new HeadingName(StaffColumn.LineLead, words.Overlaps(Numbers) || words.Contains("email") ? 0 : 1)
            : null;

    private static HeadingName? Email(OrderedTokens words) =>
        words.Overlaps(["email", "emails", "smtp"])
            ? words.Overlaps(Private) || words.Overlaps(["type", "display", "status"])
                ? null
                : new HeadingName(StaffColumn.Email, words.Overlaps(["work", "school", "main", "primary", "business", "office", "official", "staff"]) ? 0 : 1)
            : words.Overlaps(["principal", "upn"]) && words.Except(["user", "principal", "name", "upn"]) is []
                ? new HeadingName(StaffColumn.Email, 2) // the sign-in name of an account is an address
                : null;

    /// <summary>Raw: "Agency", "Supply agency", "Name of agency".</summary>
    private static HeadingName? Agency(OrderedTokens words) =>
        words.Contains("agency")
        && words.Except([.. Small, "agency", "name", "supply", "company", "provider", "staff", "worker", "employed", "employer", "via"]) is []
            ? new HeadingName(StaffColumn.Agency, 0)
            : null;

    private static HeadingName? Day(OrderedTokens words)
    {
        var isDated = words.Overlaps(["date", "day", "on", "dates"]);
        var rank = isDated ? 0 : 1;
        var alone = words.Except([
            .. Small,
            "date",
            "day",
            "on",
            "last",
            "first",
            "working",
            "employment",
            "employed",
            "service",
            "school",
            "staff",
            "employee",
            "title",
            "term",
            "office",
            "main",
            "current",
            "actual",
            "effective",
            "valid",
            .. Contract,
        ]);
        if (
            alone
            is [
                "start"
                or "starts"
                or "started"
                or "starting"
                or "commenced"
                or "commencement"
                or "joined"
                or "joining"
                or "join"
                or "arrival"
                or "arrived"
                or "hired"
                or "hire"
                or "appointed"
                or "from"
                or "began"
                or "begin"
                or "begins"
                or "doa"
                or "doj",
            ]
        )
        {
            return new HeadingName(words.Overlaps(Contract) ? StaffColumn.ContractStart : StaffColumn.EmploymentStart, rank);
        }

        if (
            alone
                is [
                    "end"
                    or "ends"
                    or "ended"
                    or "ending"
                    or "leaving"
                    or "left"
                    or "leave"
                    or "leaver"
                    or "termination"
                    or "terminated"
                    or "finish"
                    or "finished"
                    or "finishes"
                    or "departure"
                    or "departed"
                    or "until"
                    or "to"
                    or "expiry"
                    or "expires"
                    or "dol",
                ]
            && (alone[0] is not ("leave" or "leaver" or "left") || isDated)
        )
        {
            return new HeadingName(words.Overlaps(Contract) ? StaffColumn.ContractEnd : StaffColumn.EmploymentEnd, rank);
        }

        return alone is [] && isDated && words.Contains("last") ? new HeadingName(StaffColumn.EmploymentEnd, 1)
            : alone is [] && isDated && words.Contains("first") ? new HeadingName(StaffColumn.EmploymentStart, 1)
            : alone is [] && words.Contains("appointment") && isDated ? new HeadingName(StaffColumn.EmploymentStart, 1)
            : null;
    }

    /// <summary>Raw: "Known as", "Preferred surname".</summary>
    internal static bool IsOfPreferredName(string heading) => Preferred.Any(word => SearchText.Fold(heading).Contains(word, StringComparison.Ordinal));

    /// <summary>Raw: "Legal forename".</summary>
    internal static bool IsOfLegalName(string heading) => Legal.Any(word => SearchText.Fold(heading).Contains(word, StringComparison.Ordinal));

    private static HeadingName? Name(OrderedTokens words, string heading)
    {
        var rank =
            words.Overlaps(Preferred) ? 0
            : words.Overlaps(Legal) ? 2
            : 1;
        var surname = words.IndexOfAny(["surname", "surnames"]) is var at and >= 0 ? at : words.IndexOfPair(["last", "family", "second"], ["name", "names"]);
        var forename = words.IndexOfAny(["forename", "forenames", "firstname"]) is var first and >= 0
            ? first
            : words.IndexOfPair(["first", "given", "christian"], ["name", "names"]);
        surname = surname < 0 ? words.IndexOfAny(["lastname"]) : surname;
        if (words.Except(Small) is [var alone and ("first" or "last" or "given" or "family")])
        {
            (surname, forename) = alone is "last" or "family" ? (0, -1) : (-1, 0);
        }

        if (words.Contains("second") && forename < 0 && surname >= 0 && !words.Contains("family"))
        {
            rank = 3; // a second forename as often as not
        }

        return (surname, forename) switch
        {
            (>= 0, >= 0) => new HeadingName(surname < forename ? StaffColumn.SurnameFirst : StaffColumn.FullName, rank),
            (>= 0, < 0) when !words.Overlaps(Private) => new HeadingName(StaffColumn.Surname, rank),
            (< 0, >= 0) => new HeadingName(StaffColumn.Forename, rank),
            _ when words.Except([.. Small, .. Holders, "as", "name", "knownas"]) is ["known" or "preferred" or "chosen"]
                    || heading.Equals("KnownAs", StringComparison.OrdinalIgnoreCase) => new HeadingName(StaffColumn.Forename, 0),
            _ when words.Except([.. Small, .. Legal, .. Preferred, "name", "fullname", "staff", "employee"])
                    is [("first" or "last") and var order, "first" or "last"] => new HeadingName(
                order is "first" ? StaffColumn.FullName : StaffColumn.SurnameFirst,
                rank
            ),
            _ when (words.Contains("name") || words.Contains("fullname"))
                    && words.Except([.. Small, .. Legal, .. Preferred, "name", "fullname"])
                        is [
                            "governor"
                            or "governors"
                            or "trustee"
                            or "volunteer"
                            or "volunteers"
                            or "visitor"
                            or "contractor"
                            or "candidate"
                            or "worker"
                            or "tutor",
                        ] => new HeadingName(StaffColumn.FullName, rank),
            _ when words.Except([.. Small, .. Legal, .. Preferred]) is ["fullname"] or ["name"] or ["names"] => new HeadingName(StaffColumn.FullName, rank),
            _ when words.Except([.. Small, .. Legal, .. Preferred, "name", "names", "fullname"])
                    is ["staff"]
                        or ["employee"]
                        or ["person"]
                        or ["staff", "member" or "members"]
                        or ["member", "staff"]
                        or ["colleague"]
                        or ["teacher"] => new HeadingName(StaffColumn.FullName, rank),
            _ => null,
        };
    }

    private static HeadingName? Kind(OrderedTokens words)
    {
        if (
            words.Overlaps(["status", "active", "leaver", "left", "current", "currently"])
            && words.Except([
                .. Small,
                "status",
                "active",
                "leaver",
                "left",
                "current",
                "currently",
                "employed",
                "has",
                "is",
                "employment",
                "staff",
                "employee",
                "school",
                "record",
                "yes",
                "y",
                "n",
            ])
                is []
        )
        {
            return new HeadingName(StaffColumn.Status, 0);
        }

        return
            words.Overlaps(["category", "type", "group", "audience", "classification", "class", "groups", "categories"])
            && words.Except([
                .. Small,
                .. Holders,
                .. Contract,
                "governor",
                "governors",
                "category",
                "type",
                "group",
                "audience",
                "classification",
                "class",
                "groups",
                "categories",
                "employment",
                "engagement",
            ])
                is []
            ? new HeadingName(StaffColumn.Category, words.Overlaps(Contract) ? 1 : 0)
            : null;
    }

    private static HeadingName? Number(OrderedTokens words)
    {
        if (
            words.Overlaps(Contract)
            || !words.Overlaps(Numbers)
            || words.Overlaps(["line", "teacher", "cost", "centre", "department", "establishment", "account", "teachers"])
        )
        {
            return null;
        }

        var rest = words.Except([.. Small, .. Numbers]);
        return rest.Count == 0
                ? (
                    words.Contains("id")
                    || words.Contains("code")
                    || words.Contains("ref")
                    || words.Contains("reference")
                    || words.Contains("identifier")
                    || words.Contains("uid")
                        ? new HeadingName(StaffColumn.StaffNumber, 3)
                        : null
                )
            : rest.All(Holders.Contains) && rest is not ["school"]
                ? new HeadingName(
                    StaffColumn.StaffNumber,
                    words.Contains("external") || words.Contains("user") ? 2
                        : words.Contains("code") ? 1
                        : 0
                )
            : null;
    }

    /// <summary>"First Name [Required]", "Status [READ ONLY]".</summary>
    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Square();

    /// <summary>"Date of leaving (DOL)", "End date (if applicable)".</summary>
    [GeneratedRegex(@"\([^()]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Remark();

    // "Title" alone is Mr, Mrs, Dr.
    private static HeadingName? Job(OrderedTokens words) =>
        words.Overlaps(Jobs)
        && words.Except([.. Small]) is not (["title"] or ["titles"])
        && words.All(word => JobCompany.Contains(word) || Small.Contains(word) || word.All(char.IsDigit))
        && words.Except([.. Small, "name", "title", "staff", "employee"]) is not []
            ? new HeadingName(
                StaffColumn.Role,
                words.Contains("job") || words.Contains("jobs") ? 0
                    : words.Overlaps(["post", "posts", "position", "positions"]) ? 1
                    : words.Contains("business") ? 3
                    : 2
            )
            : null;
}
