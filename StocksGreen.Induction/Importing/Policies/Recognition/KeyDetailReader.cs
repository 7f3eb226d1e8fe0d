using System.Collections.Frozen;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies.Text;

namespace StocksGreen.Induction.Importing.Policies.Recognition;

/// <summary>Reads the names, dates and committee at the head of a policy from tables, "Name: value" lines and columns.</summary>
internal static class KeyDetailReader
{
    private const int LongestName = 70;
    private const int LongestValue = 160;
    private const int MostWordsOfName = 9;
    private const int MostStackedCells = 6;
    private const int MostWordsOfPhrase = 14;

    private static readonly FrozenSet<string> NameWords = FrozenSet.ToFrozenSet(
        [
            "date",
            "dates",
            "dated",
            "review",
            "reviewed",
            "reviewer",
            "reviews",
            "approved",
            "approval",
            "approver",
            "agreed",
            "adopted",
            "ratified",
            "ratification",
            "endorsed",
            "owner",
            "author",
            "authors",
            "written",
            "version",
            "governor",
            "governors",
            "governing",
            "trustee",
            "trustees",
            "headteacher",
            "head",
            "principal",
            "lead",
            "leader",
            "officer",
            "committee",
            "responsible",
            "responsibility",
            "status",
            "reference",
            "ref",
            "chair",
            "signed",
            "deputy",
            "dsl",
            "ddsl",
            "senco",
            "sendco",
            "email",
            "telephone",
            "tel",
            "phone",
            "contact",
            "school",
            "title",
            "name",
            "policy",
            "next",
            "last",
            "issue",
            "issued",
            "effective",
            "published",
            "frequency",
            "cycle",
            "period",
            "statutory",
            "website",
            "location",
            "audience",
            "applies",
            "prepared",
            "produced",
            "created",
            "lado",
            "document",
            "address",
            "coordinator",
            "co-ordinator",
            "manager",
            "updated",
            "amended",
            "expires",
            "valid",
            "based",
            "linked",
            "related",
            "staff",
            "member",
            "dyddiad",
            "adolygu",
            "pennaeth",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Longer ones first: "Approved by" before "Approved".
    private static readonly string[] Phrases =
    [
        "Date of next review",
        "Date of last review",
        "Date to be reviewed",
        "Next review date",
        "Next review due",
        "Last reviewed on",
        "Date of approval",
        "Next review",
        "Last reviewed",
        "To be reviewed",
        "Review date",
        "Review due",
        "Date approved",
        "Date adopted",
        "Date reviewed",
        "Date agreed",
        "Approved by",
        "Approved on",
        "Adopted by",
        "Adopted on",
        "Ratified by",
        "Ratified on",
        "Agreed by",
        "Agreed on",
        "Reviewed by",
        "Reviewed on",
        "Due for review",
        "Updated on",
        "Written by",
        "Approved",
        "Adopted",
        "Ratified",
        "Agreed",
        "Reviewed",
        "Updated",
        "Revised",
        "Written",
        "Produced",
        "Published",
        "Issued",
        "Effective from",
    ];

    private static readonly FrozenSet<string> NamesOfPhrases = FrozenSet.ToFrozenSet(
        [
            "date",
            "review",
            "approved",
            "person",
            "owner",
            "author",
            "governor",
            "chair",
            "headteacher",
            "dsl",
            "committee",
            "version",
            "contact",
            "responsible",
            "lead",
            "reviewed",
            "adopted",
            "agreed",
            "ratified",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> SmallWords = FrozenSet.ToFrozenSet(
        ["by", "on", "of", "for", "to", "be", "and", "the", "due", "from", "again", "person", "people", "plan", "number", "no", "first", "latest"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] Dividers = ["   ", "\t", " | ", "; ", " · ", " • "];

    private static readonly string[] Openings = ["Policy", "Document", "Next", "Last", "Date", "Review", "Approved", "Approval"];

    private static readonly string[] TitlesWords = ["policy", "policies", "procedure", "school", "academy", "code of"];

    private static readonly string[] Labels =
    [
        "keydetails",
        "policydetails",
        "documentcontrol",
        "documentdetails",
        "policyinformation",
        "documentinformation",
        "keyinformation",
        "policycontrol",
        "versioncontrol",
        "keycontacts",
        "keypersonnel",
        "keypeople",
        "documenthistory",
        "approvalandreview",
        "reviewandapproval",
        "documentstatus",
        "policystatus",
        "aboutthispolicy",
        "aboutthisdocument",
        "documentcontrolsheet",
        "policyadministration",
        "policyapproval",
        "approval",
        "approvals",
        "signoff",
        "policysignoff",
        "policyataglance",
        "reviewdetails",
        "policyreviewdetails",
        "manylionallweddol",
    ];

    /// <summary>A line such as "Key Details" that only names what stands under it.</summary>
    public static bool IsLabel(string plain) => plain.Length < 40 && Labels.Contains(Words.Key(plain), StringComparer.Ordinal);

    /// <summary>Raw: "| Date written | August 2024 |", "| Owner | J. Hale | Version | 3 |".</summary>
    /// <returns>None where the row does not pair names with values.</returns>
    public static IReadOnlyList<KeyDetail> FromRow(SourceLine line)
    {
        var cells = line.Cells;
        // Raw: "| Approved by: Trust Board | Approved on: 2 March 2026 |"
        if (cells.Count <= 6 && FromCells([.. cells.Where(cell => cell.Length > 0)]) is { Count: > 0 } each)
        {
            return each;
        }

        if (FromStackedCells(line) is { Count: > 0 } stacked)
        {
            return stacked;
        }

        if (cells.Count is 0 or > 6 || cells.Count % 2 != 0)
        {
            return [];
        }

        // Raw: "| Risk | Control |" as the heads of a table over rows of rules
        if (line.TablePart is { Table: { HeaderRows: > 0 } table } && !HasNameWord(PlainTextOf(table.Rows[0])))
        {
            return [];
        }

        var details = cells
            .Chunk(2)
            .Where(pair => pair[0].Length + pair[1].Length > 0)
            .Select(pair => new KeyDetail(pair[0].TrimEnd(':', ' '), pair[1]))
            .ToList();
        if (details.Exists(detail => detail.Name.Length > LongestName))
        {
            return []; // a sentence next to a sentence
        }

        // Raw: "| Safety | Ratios are never below … First aid cover is on site. |": a rule next to what it is about
        if (details.Exists(detail => detail.Value.Length > LongestValue && !HasNameWord(detail.Name)))
        {
            return [];
        }

        return cells.Count == 2 || details.All(detail => HasNameWord(detail.Name)) ? details : [];
    }

    /// <returns>None where any cell is something else than a name with its value.</returns>
    private static List<KeyDetail> FromCells(IReadOnlyList<string> cells)
    {
        var lines = cells.Select(cell => new SourceLine(0, 0, LineKind.Text, cell)).ToList();
        var details = lines.ConvertAll(line => HasShape(line) ? FromLine(line, isInRun: false) : null);
        return details.TrueForAll(detail => detail is { Value.Length: > 0 }) ? details.ConvertAll(detail => detail!) : [];
    }

    /// <summary>Raw: a cell with "Approved by" over "Full governing board", next to one with "Approved on" over "11 March 2026".</summary>
    /// <returns>None where any cell is something else than a name over its value.</returns>
    private static List<KeyDetail> FromStackedCells(SourceLine line)
    {
        if (line.TablePart is not { } part || line.Cells.Count > MostStackedCells)
        {
            return [];
        }

        var cells = part
            .Table.Rows[part.Row]
            .Cells.Select(cell => BlockText.Texts(cell.Blocks).Select(text => text.PlainText).Where(text => text.Length > 0).ToList())
            .Where(texts => texts.Count > 0)
            .ToList();
        // Raw: a cell at the side with "Lead", "Site manager", "Review", "May 2027", each on its line, next to the text
        var side = cells.Find(texts =>
            texts.Count is >= 4 and <= 16
            && texts.Count % 2 == 0
            && texts.Chunk(2).All(pair => IsNameAlone(pair[0]) && pair[1].Length < LongestValue)
            && texts.Where((_, i) => i % 2 == 0).Any(ReviewDateReader.IsOfControl)
        );
        if (side is not null && cells.Count == 1)
        {
            return [.. side.Chunk(2).Select(pair => new KeyDetail(pair[0].TrimEnd(':', ' '), pair[1]))];
        }

        return cells.TrueForAll(texts => texts.Count is 2 or 3 && IsNameAlone(texts[0]) && texts[0].Length + texts.Sum(text => text.Length) < LongestValue)
            ? cells.ConvertAll(texts => new KeyDetail(texts[0].TrimEnd(':', ' '), string.Join(' ', texts.Skip(1))))
            : [];
    }

    /// <summary>True where every other cell has a usual name of a detail: two pairs or more next to each other.</summary>
    public static bool ArePairs(IReadOnlyList<string> cells) =>
        cells.Count is >= 4 and <= 6
        && cells.Count % 2 == 0
        && cells.Chunk(2).All(pair => (pair[0].Length > 0 && char.IsLetter(pair[0][0]) && HasNameWord(pair[0])) || pair[0].Length + pair[1].Length == 0);

    private static string PlainTextOf(TableRow row) =>
        row.Cells.Count == 0 ? "" : string.Join(' ', BlockText.Texts(row.Cells[0].Blocks).Select(text => text.PlainText));

    /// <summary>Raw: "Named Governor with lead responsibility: June Cooke", "Review date    October 2025".</summary>
    /// <param name="isInRun">True where a neighbouring line has the same shape, so that the name need not be a usual one.</param>
    /// <returns>Null where the line is no key detail; the value is empty where the line ends with its colon.</returns>
    public static KeyDetail? FromLine(SourceLine line, bool isInRun)
    {
        if (line.Kind is not (LineKind.Text or LineKind.Bullet) || line.HashLevel > 0 || line.Text.Length > LongestName + LongestValue)
        {
            return null;
        }

        var plain = line.Plain;
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && (colon == plain.Length - 1 || plain[colon + 1] == ' '))
        {
            var name = plain[..colon].Trim();
            var value = plain[(colon + 1)..].Trim();
            var isKnown = HasNameWord(name) && Words.AreAtMost(value, 20);
            var isShort = isInRun && line.Kind == LineKind.Text && Words.AreAtMost(value, 12) && Words.LastMark(value) != '.';
            return IsName(name) && value.Length <= LongestValue && (isKnown || isShort) ? new KeyDetail(name, value) : null;
        }

        return FromColumns(line) ?? FromPhrase(plain);
    }

    /// <summary>Raw: "Ratified: 5 May 2026      Review: May 2028" is two lines printed side by side.</summary>
    /// <returns>The line itself where it is no such row.</returns>
    public static IEnumerable<SourceLine> SplitColumns(SourceLine line)
    {
        if (line.Kind != LineKind.Text || line.Text.Length > LongestName + LongestValue || !line.Text.Contains(':', StringComparison.Ordinal))
        {
            return [line];
        }

        var columns = line.Text.Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Part).ToList();
        if (columns.Count > 1 && columns.TrueForAll(column => IsDetail(column) || IsSchool(column)) && columns.Exists(HasShape))
        {
            return columns;
        }

        var named = SplitNames(line.Plain).Select(Part).ToList();
        return line.HashLevel == 0 && named.Count > 1 && named.TrueForAll(IsDetail) ? named : [line];

        SourceLine Part(string text) => new(line.Page, line.Indent, LineKind.Text, text) { IsWhole = line.IsWhole };

        static bool IsDetail(SourceLine column) => HasShape(column) && FromLine(column, isInRun: false) is not null;

        // Raw: "Elm Bank Special School  |  Adopted: 5 March 2026  |  Review: Spring 2028"
        static bool IsSchool(SourceLine column) =>
            !HasShape(column) && SchoolReader.NamesSchool(column.Plain) && Words.AreAtMost(column.Plain, MostWordsOfName);
    }

    /// <summary>Raw: "Version 2.1 Policy owner: School nurse Review: May 2028": details that only their names part.</summary>
    /// <returns>The words alone where it is one detail or none.</returns>
    public static IReadOnlyList<string> SplitNames(string plain)
    {
        plain = plain.Trim();
        if (plain.Length > LongestName + LongestValue || plain.Contains("__", StringComparison.Ordinal) || plain.Contains("....", StringComparison.Ordinal))
        {
            return [plain];
        }

        var parts = new List<string>();
        var from = 0;
        for (var colon = plain.IndexOf(": ", StringComparison.Ordinal); colon > 0; colon = plain.IndexOf(": ", colon + 1, StringComparison.Ordinal))
        {
            var start = StartOfName(plain, colon);
            if (start > from && (from > 0 || parts.Count > 0 || plain[..start].Contains(": ", StringComparison.Ordinal) || char.IsAsciiDigit(plain[start - 2])))
            {
                parts.Add(plain[from..start].Trim());
                from = start;
            }
        }

        parts.Add(plain[from..].Trim());
        return parts;
    }

    /// <summary>Goes back from a colon over small words to the capital with which its name begins.</summary>
    private static int StartOfName(string plain, int colon)
    {
        var start = colon;
        do
        {
            start = plain.LastIndexOf(' ', Math.Max(0, start - 2)) + 1;
        } while (start > 0 && (!char.IsUpper(plain[start]) || OpensName(plain, start)));
        return IsName(plain[start..colon]) && HasNameWord(plain[start..colon]) ? start : 0;
    }

    // Raw: "Policy Owner", "Next Review", where the capital before the last one belongs to the name
    private static bool OpensName(string plain, int start)
    {
        var before = plain.LastIndexOf(' ', Math.Max(0, start - 2)) + 1;
        return Openings.Contains(plain[before..Math.Max(before, start - 1)], StringComparer.Ordinal);
    }

    /// <summary>True for "Xxx: yyy", whatever the words are.</summary>
    public static bool HasShape(SourceLine line) =>
        line.Kind == LineKind.Text
        && line.Text.Length <= LongestName + LongestValue
        && line.Plain.IndexOf(": ", StringComparison.Ordinal) is > 0 and <= LongestName and var colon
        && IsName(line.Plain[..colon]);

    private static KeyDetail? FromColumns(SourceLine line)
    {
        var gap = line.Text.IndexOf("   ", StringComparison.Ordinal);
        var tab = line.Text.IndexOf('\t', StringComparison.Ordinal);
        gap = tab >= 0 && (gap < 0 || tab < gap) ? tab : gap;
        if (line.Kind != LineKind.Text || gap <= 0)
        {
            return null;
        }

        var name = InlineMarkup.ToPlainText(line.Text[..gap]);
        var value = InlineMarkup.ToPlainText(line.Text[gap..]);
        // Raw: "Ashgrove Primary School      Intimate Care Policy" is a header that was printed once.
        return
            value.Length is > 0 and <= LongestValue
            && !SchoolReader.NamesSchool(name)
            && IsName(name)
            && HasNameWord(name)
            && SectionLabel.TryRead(name) is null
            ? new KeyDetail(name, value)
            : null;
    }

    /// <summary>Raw: "Approved by Full Governors on 4 February 2026", "Date to be reviewed September 2026", "Responsible person – Business Manager".</summary>
    private static KeyDetail? FromPhrase(string plain)
    {
        if (!Words.AreAtMost(plain, MostWordsOfPhrase) || Words.LastMark(plain) is '.' or ',' or ';' or '?')
        {
            return null;
        }

        var dash = plain.IndexOfAny(['–', '—'], 0);
        dash = dash < 0 ? plain.IndexOf(" - ", StringComparison.Ordinal) + 1 : dash;
        // Raw: "Agreed – governors – 1 October 2025"
        var latest = plain.LastIndexOfAny(['–', '—']);
        dash = latest > dash && ReviewDateReader.ReadMonth(plain[(latest + 1)..]) is not null ? latest : dash;
        if (dash > 1 && dash + 2 < plain.Length && plain[dash - 1] == ' ' && plain[dash + 1] == ' ')
        {
            var (name, value) = (plain[..dash].Trim(), plain[(dash + 1)..].Trim());
            return
                IsName(name)
                && Words.Split(name).Any(NamesOfPhrases.Contains)
                && !TitlesWords.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? new KeyDetail(name, value)
                : null;
        }

        var opening = Phrases.FirstOrDefault(phrase =>
            plain.Length > phrase.Length + 1 && plain.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && plain[phrase.Length] == ' '
        );
        return opening is not null && ReviewDateReader.ReadMonth(plain[opening.Length..]) is not null
            ? new KeyDetail(plain[..opening.Length], plain[(opening.Length + 1)..])
            : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName
        && char.IsLetter(name[0])
        && char.IsUpper(name[0])
        && Words.AreAtMost(name, MostWordsOfName)
        && !name.Contains(". ", StringComparison.Ordinal)
        && SectionLabel.TryRead(name) is null;

    /// <summary>True for words that are the name of a detail and nothing else: "Approved by", "Date of next review", "Person responsible".</summary>
    public static bool IsNameAlone(string plain) =>
        plain.TrimEnd(':', ' ') is { Length: > 1 and <= LongestName } name
        && char.IsUpper(name[0])
        && Words.AreAtMost(name, MostWordsOfName)
        && Words.Split(name) is var words
        && words.All(word => NameWords.Contains(word) || SmallWords.Contains(word))
        && words.Any(NameWords.Contains);

    /// <summary>True for a name that such details usually have: "Approved by", "Review date".</summary>
    public static bool IsKnown(string name) => HasNameWord(name);

    private static bool HasNameWord(string name) =>
        name.Split([' ', '/', '(', ')', ',', ':', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Any(NameWords.Contains)
        && !name.StartsWith("This policy", StringComparison.OrdinalIgnoreCase)
        && !name.Contains(" must", StringComparison.Ordinal)
        && !name.Contains(" will", StringComparison.Ordinal)
        && !name.Contains(" should", StringComparison.Ordinal)
        && !name.EndsWith(" to", StringComparison.Ordinal)
        && !name.EndsWith(" are", StringComparison.Ordinal)
        && !name.EndsWith(" is", StringComparison.Ordinal);
}
