using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Reads rows below headings: each is a person's, or ignored with a reason.</summary>
/// <param name="isMonthFirst">Whether the file writes the month before the day, so that no one can say what 4/9/2026 means in it.</param>
internal sealed partial class RowReader(List<LineNote> ignored, List<LineNote> warnings, bool isMonthFirst)
{
    /// <summary>As the tables have them.</summary>
    private const int LongestName = 120;
    private const int LongestRole = 120;
    private const int LongestNumber = 40;

    // Signs with which a spreadsheet begins a formula.
    private const string Formula = "=+@-";

    // Signs that are in no name.
    private static readonly SearchValues<char> Signs = SearchValues.Create("=|<>{}\\");

    // By staff ID: a report prints a name once, and under it a line for each further role.
    private readonly Dictionary<string, string> named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Domain of most e-mails below the headings; "" where no two share one.</summary>
    internal string SchoolDomain { get; set; } = "";

    /// <summary>Whether most rows below the headings have a first and a last name.</summary>
    internal bool HavePartsOfNames { get; set; }

    /// <summary>What the rows are, as the last row that heads a group says; null where none does.</summary>
    internal GroupRow? Group { get; set; }

    /// <returns>Null where the row was ignored; the reason is then noted.</returns>
    /// <param name="above">The person of the row directly above; null where there is none.</param>
    internal StaffRow? Read(ListRow row, HeadingRow headings, StaffRow? above)
    {
        var roles = Roles(row, headings);
        var name =
            Name(row, headings) is { Length: > 0 } said ? said
            : roles.Any(NotAPerson.IsVacancy) ? ""
            : named.GetValueOrDefault(NumberCell(row, headings), "");
        var status = SearchText.Fold(headings.Value(row, StaffColumn.Status));
        var isOfReport = NotAPerson.OfTheReport(row, headings.Row.Filled);
        var continues = name.Length == 0 && isOfReport is null && roles.Count > 0 && Continues(row, headings, above);
        name = continues ? above!.FullName : name;
        var reason = isOfReport ?? Shifted(row, headings) ?? Nobody(name, roles) ?? AccountReason(row, headings, name, roles);
        if (reason is not null)
        {
            ignored.Add(new LineNote(row.Line, reason));
            return null;
        }

        var start = Day(row, headings, "first day", StaffColumn.EmploymentStart, StaffColumn.ContractStart);
        var end = Day(row, headings, "last day", StaffColumn.EmploymentEnd, StaffColumn.ContractEnd);
        var roleEnd = Day(row, headings, null, StaffColumn.ContractEnd, StaffColumn.EmploymentEnd);
        if (end is null && (Left(row, headings, name) ?? (Group is { AreLeavers: true } ? new LeftOn(null) : null)) is { } left)
        {
            if (left.Date is null)
            {
                ignored.Add(
                    new LineNote(
                        row.Line,
                        Group is { AreLeavers: true } group
                            ? $"{name} stands under “{NotAPerson.Short(group.Title)}”, as a leaver without a leaving date. Add the date, or end them "
                                + "under People."
                            : $"{name} is marked as a leaver, without a leaving date. Add the date, or end them under People."
                    )
                );
                return null;
            }

            (end, roleEnd) = (left.Date, roleEnd ?? left.Date);
        }

        if (row.Cells.Count < headings.Row.Cells.Count && row.Cells.Count <= headings.Row.Cells.Count / 2)
        {
            warnings.Add(
                new LineNote(
                    row.Line,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Only {row.Cells.Count} cells under {headings.Row.Cells.Count} headings; the rest was taken as empty."
                    )
                )
            );
        }

        if (start > end)
        {
            warnings.Add(new LineNote(row.Line, $"The last day of {name} is before the first day, so it was taken as of an earlier time at the school."));
            end = null;
            roleEnd = null;
        }

        var lead = headings.Value(row, StaffColumn.LineLead);
        if (continues)
        {
            warnings.Add(
                new LineNote(
                    row.Line,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"There is no name, as below a merged cell, so this was taken as another role of {name} (line {above!.Line})."
                    )
                )
            );
        }
        else if (ListCell.IsGarbled(name))
        {
            warnings.Add(new LineNote(row.Line, $"The name “{NotAPerson.Short(name)}” has letters that look encoded twice. Check it."));
        }

        var number = Number(row, headings, name);
        if (number is not null)
        {
            named.TryAdd(number, name);
        }

        return new StaffRow(
            row.Line,
            number,
            name,
            continues ? above!.Email : Email(row, headings, name),
            roles,
            string.Join(
                " ; ",
                [
                    .. roles,
                    .. headings.Values(row, StaffColumn.Role),
                    .. headings.Values(row, StaffColumn.Category),
                    .. headings
                        .Labelled(row, StaffColumn.Category)
                        .Where(one => one.Value.Length > 3 && !AudienceReader.ServesOthers([.. roles, one.Value]))
                        .Select(one => one.Heading),
                    .. headings.Labelled(row, StaffColumn.FullName).Select(one => one.Heading),
                    status,
                    headings.Values(row, StaffColumn.Agency).Any(IsAgency) ? "agency" : "",
                    headings.Value(row, StaffColumn.Category).Length > 0 || AudienceReader.ServesOthers(roles) ? "" : Group?.Words ?? "",
                ]
            ),
            start,
            end,
            roleEnd,
            lead.Length is 0 or > LongestName ? null : lead
        )
        {
            Continues = continues ? above!.Continues ?? above : null,
            LegalName = continues ? above!.LegalName : LegalName(row, headings, name),
            UnreadStart = start is null ? UnreadStart(row, headings) : null,
        };
    }

    /// <summary>Whether a row without a name is another role of the person above: in a list without staff IDs, where no e-mail says otherwise.</summary>
    private static bool Continues(ListRow row, HeadingRow headings, StaffRow? above) =>
        above is not null && !headings.Has(StaffColumn.StaffNumber) && headings.Value(row, StaffColumn.Email).Length == 0;

    private string? AccountReason(ListRow row, HeadingRow headings, string name, List<string> roles) =>
        headings.Accounts?.Reason(row, name, headings.Value(row, StaffColumn.Email), HasParts(row, headings), HavePartsOfNames, roles.Count > 0);

    /// <summary>Whether a row has a first and a last name, each in a cell of its own.</summary>
    internal static bool HasParts(ListRow row, HeadingRow headings) =>
        headings.Value(row, StaffColumn.Forename).Length > 0 && headings.Value(row, StaffColumn.Surname).Length > 0;

    /// <summary>Raw under "Agency": the agency's name, or "Yes".</summary>
    private static bool IsAgency(string cell) =>
        cell.Any(char.IsLetter)
        && SearchText.Fold(cell) is not ("no" or "n" or "none" or "n/a" or "na" or "nil" or "false" or "school" or "direct" or "employed");

    /// <summary>A comma in a cell without quotation marks moves all that follows one column on.</summary>
    private static string? Shifted(ListRow row, HeadingRow headings)
    {
        var over = row.Cells.Skip(headings.Row.Cells.Count);
        StaffColumn[] dates = [StaffColumn.EmploymentStart, StaffColumn.EmploymentEnd, StaffColumn.ContractStart, StaffColumn.ContractEnd];
        return
            over.Any(cell => cell.Length > 0)
            || (over.Any() && dates.SelectMany(date => headings.Values(row, date)).Any(cell => !StaffDate.ParseCell(cell).IsReadable))
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Cells.Count} cells under {headings.Row.Cells.Count} headings: perhaps a comma in a cell without quotation marks. Nobody can "
                    + $"say what belongs where."
            )
            : null;
    }

    /// <param name="isLegal">Whether columns with the name that someone is known by are passed over.</param>
    private static string Name(ListRow row, HeadingRow headings, bool isLegal = false)
    {
        var (forename, surname) = (Said(StaffColumn.Forename), Said(StaffColumn.Surname));
        if (NotAPerson.IsVacancy($"{surname} {forename}"))
        {
            return $"{surname} {forename}".Trim(); // as a list with the surname first has "To be, appointed"
        }

        if (First(StaffColumn.SurnameFirst) is { Length: > 0 } reversed && (surname.Length == 0 || forename.Length == 0))
        {
            return PersonName.Parse(reversed, isSurnameFirst: true);
        }

        var whole = First(StaffColumn.FullName);
        return surname.Length == 0 && whole.Length > 0 && PersonName.IsWhole(forename, whole) ? PersonName.Join(forename, "")
            : (surname.Length == 0 || forename.Length == 0) && whole.Length > 0 ? PersonName.Parse(whole, isSurnameFirst: false)
            : PersonName.Join(forename, surname);

        IEnumerable<string> Cells(StaffColumn column) =>
            headings
                .Labelled(row, column)
                .Where(cell => !isLegal || !HeadingName.IsOfPreferredName(cell.Heading))
                .OrderBy(cell => isLegal && HeadingName.IsOfLegalName(cell.Heading) ? 0 : 1)
                .Select(cell => cell.Value);

        string First(StaffColumn column) => Cells(column).FirstOrDefault(value => value.Length > 0) ?? "";

        // Raw: "-" or "?" for none.
        string Said(StaffColumn column) => Cells(column).FirstOrDefault(value => value.Any(char.IsLetterOrDigit)) ?? "";
    }

    /// <summary>The name in documents where it is not the one that someone is known by, and is a whole one.</summary>
    private static string? LegalName(ListRow row, HeadingRow headings, string name) =>
        Name(row, headings, isLegal: true) is var legal
        && legal.Contains(' ', StringComparison.Ordinal)
        && legal.Length <= LongestName
        && Nobody(legal, []) is null
        && !SearchText.Fold(legal).Equals(SearchText.Fold(name), StringComparison.Ordinal)
            ? legal
            : null;

    private static string? Nobody(string name, List<string> roles) =>
        name.Length == 0
            ? roles.Any(NotAPerson.IsVacancy)
                ? $"“{NotAPerson.Short(roles[0])}” is a vacancy, not a person."
                : "There is no name. If this is another role of the person above, write their staff ID and name in this line."
            : Formula.Contains(name[0], StringComparison.Ordinal) || name.AsSpan().ContainsAny(Signs)
                ? $"The name begins or goes on like a formula or a command (“{NotAPerson.Short(name)}”), so it was not taken."
                : name.Contains('\uFFFD', StringComparison.Ordinal)
                    ? $"A letter of the name is damaged in this file (“{NotAPerson.Short(name)}”). Correct it, or export the list again."
                    : NotAPerson.Reason(name) is { } nobody
                        ? nobody
                        : PersonName.IsOfTwo(name)
                            ? $"“{NotAPerson.Short(name)}” is two people. Give each a line of their own."
                            : PlainLine.HasUnseen(name)
                                ? "The name holds a character that cannot be printed."
                                : !name.Any(char.IsLetter)
                                    ? $"“{NotAPerson.Short(name)}” is no name."
                                    : name.Length > LongestName
                                        ? string.Create(
                                            CultureInfo.InvariantCulture,
                                            $"The name has {name.Length} characters; a certificate has room for {LongestName}."
                                        )
                                        : null;

    /// <summary>Raw: "1042", "'0077" and "452.0" of a spreadsheet.</summary>
    private static string NumberCell(ListRow row, HeadingRow headings) =>
        Decimal().Replace(headings.Value(row, StaffColumn.StaffNumber).TrimStart('\''), "${number}");

    private string? Number(ListRow row, HeadingRow headings, string name)
    {
        var number = NumberCell(row, headings);
        if (
            number.Trim('0').Length == 0
            || number.ToUpperInvariant() is "-" or "N/A" or "NONE" or "NULL" or "NIL" or "TBC" or "TBA" or "TBD" or "NEW" or "PENDING" or "UNKNOWN" or "?"
        )
        {
            if (headings.Has(StaffColumn.StaffNumber))
            {
                warnings.Add(
                    new LineNote(row.Line, $"{name} has no staff ID, so nothing joins this line to another, or to someone on the list, but your word.")
                );
            }

            return null;
        }

        if (
            number.Length > LongestNumber
            || Scientific().IsMatch(number)
            || !number.Any(char.IsLetterOrDigit)
            || Formula.Contains(number[0], StringComparison.Ordinal)
        )
        {
            warnings.Add(new LineNote(row.Line, $"The staff ID of {name} cannot be one (“{NotAPerson.Short(number)}”), so it was taken as missing."));
            return null;
        }

        return number;
    }

    private string? Email(ListRow row, HeadingRow headings, string name)
    {
        var email = EmailCell.Parse(headings.Value(row, StaffColumn.Email), name, SchoolDomain);
        if (email.Note is { } note && headings.Has(StaffColumn.Email))
        {
            warnings.Add(new LineNote(row.Line, note));
        }

        return email.Address;
    }

    private List<string> Roles(ListRow row, HeadingRow headings)
    {
        var roles = new List<string>();
        foreach (
            var role in headings
                .SameHeading(row, StaffColumn.Role)
                .SelectMany(cell => cell.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Where(role => role.Any(char.IsLetterOrDigit) && SearchText.Fold(role) is not ("n/a" or "none") && !PersonName.IsTitle(role))
        )
        {
            if (role.Length > LongestRole || role[0] is '=' or '@')
            {
                warnings.Add(new LineNote(row.Line, $"A role was left out: “{NotAPerson.Short(role)}” is too long for one, or a formula."));
            }
            else if (!roles.Contains(role, StringComparer.OrdinalIgnoreCase))
            {
                roles.Add(role);
            }
        }

        return roles;
    }

    /// <summary>What stands where the first day should; null where nothing does.</summary>
    private static string? UnreadStart(ListRow row, HeadingRow headings) =>
        headings
            .Values(row, StaffColumn.EmploymentStart)
            .Concat(headings.Values(row, StaffColumn.ContractStart))
            .FirstOrDefault(cell => cell.Length > 0 && StaffDate.ParseCell(cell) is not (null, true))
            is { } cell
            ? NotAPerson.Short(cell)
            : null;

    /// <param name="what">What to call it in a warning; null to say nothing.</param>
    private DateOnly? Day(ListRow row, HeadingRow headings, string? what, StaffColumn first, StaffColumn otherwise)
    {
        var cell = headings.Value(row, first) is { Length: > 0 } value ? value : headings.Value(row, otherwise);
        if (isMonthFirst && StaffDate.IsAmbiguous(cell))
        {
            if (what is not null)
            {
                warnings.Add(
                    new LineNote(row.Line, $"The {what} (“{cell}”) may be day or month first: other dates of this file are month first, so it was left out.")
                );
            }

            return null;
        }

        var (date, isReadable) = StaffDate.ParseCell(cell);
        if (!isReadable && StaffDate.ParseMonth(cell) is { } month)
        {
            var isFirst = first is StaffColumn.EmploymentStart or StaffColumn.ContractStart;
            var day = isFirst ? month : month.AddMonths(1).AddDays(-1);
            if (what is not null)
            {
                warnings.Add(
                    new LineNote(
                        row.Line,
                        $"The {what} (“{cell}”) names no day, so the {(isFirst ? "first" : "last")} of that month was taken: {LondonTime.ToWords(day)}."
                    )
                );
            }

            return day;
        }

        if (!isReadable && what is not null)
        {
            warnings.Add(
                new LineNote(row.Line, $"The {what} (“{NotAPerson.Short(cell)}”) is no date that can be read as day, month, year, so it was left out.")
            );
        }

        return date
            ?? (
                cell.Length > 0 && isReadable && headings.Value(row, otherwise) is { Length: > 0 } second && first != otherwise
                    ? StaffDate.ParseCell(second).Date
                    : null
            );
    }

    /// <summary>
    /// Whether a column of status says that someone has left, and on which day. Raw: "Leaver" or "Left: 31/08/2026" under "Status", "Yes" or "31/08/2026" under
    /// "Left", "No" under "Active".
    /// </summary>
    /// <returns>Null where none says so.</returns>
    private LeftOn? Left(ListRow row, HeadingRow headings, string name)
    {
        if (headings.Values(row, StaffColumn.Status).FirstOrDefault(said => Away().IsMatch(SearchText.Fold(said))) is { } away)
        {
            warnings.Add(
                new LineNote(
                    row.Line,
                    $"{name} is marked “{NotAPerson.Short(away)}” and stays on the list. If they are away for long, pause them under People."
                )
            );
            return null;
        }

        foreach (var (heading, value) in headings.Labelled(row, StaffColumn.Status))
        {
            var (above, said) = (SearchText.Fold(heading), SearchText.Fold(value));
            var day = said.Any(char.IsDigit) ? StaffDate.ParseCell(value).Date : null;
            if (
                Leaver().IsMatch(above)
                    ? day is not null || said is "yes" or "y" or "true" or "1" || Leaver().IsMatch(said)
                    : Leaver().IsMatch(said) || (Staying().IsMatch(above) && said is "no" or "n" or "false" or "0")
            )
            {
                return new LeftOn(day);
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(leaver|left|leavers|former|ex-?staff|ex-?employee|resigned|terminated|inactive|archived|departed|ended|retired|dismissed|redundant|no "
            + @"longer( \w+)?|not (employed|current|currently|active|working)|past)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Leaver();

    /// <summary>Who is away for long is of the staff, also where a program calls them inactive.</summary>
    [GeneratedRegex(
        @"\b(maternity|paternity|adoption leave|parental leave|long[- ]term (sick\w*|absen\w+|leave)|sick leave|sickness|long sick|secondments?|seconded|"
            + @"career break|sabbatical|study leave|unpaid leave|extended leave|leave of absence|compassionate leave|gardening leave|on leave)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Away();

    [GeneratedRegex(@"\b(active|current|currently|employed)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Staying();

    [GeneratedRegex(@"^(?<number>\d+)\.0+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^\d([.,]\d+)?[eE]\+?\d+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();

    /// <param name="Date">Null where no day is said.</param>
    private sealed record LeftOn(DateOnly? Date);
}
