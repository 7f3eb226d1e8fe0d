using System.Globalization;
using System.Text;
using StocksGreen.Induction.Importing.Staff.Workbooks;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Recognises people in a staff list as an MIS exports it: CSV, an Excel workbook, or a web page or XML that is called one.</summary>
/// <remarks>Bytes to rows (CsvHelper, or a sheet of <see cref="Workbooks"/>), rows to people. Only shapes are known here: no system's own layout.</remarks>
public static class StaffFile
{
    /// <summary>A larger file is refused. Ask before reading a whole upload into memory.</summary>
    public const int LargestFileInBytes = 5 * 1024 * 1024;

    private const int MostLines = 20_000;

    // Title lines, filters and blank lines above the headings.
    private const int RowsAboveHeadings = 200;

    // Rows below the headings that show what most of them are like.
    private const int RowsOfSample = 200;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Pure: no input or output, no clock.</summary>
    /// <param name="today">Date in Europe/London: a role that has ended is no longer held.</param>
    /// <returns>People with notes, or a refusal. Never throws for what a file may contain.</returns>
    public static StaffFileOutcome Parse(ReadOnlyMemory<byte> file, DateOnly today)
    {
        if (file.Length > LargestFileInBytes)
        {
            return new StaffFileOutcome.Refused(TooLarge(file.Length));
        }

        var warnings = new List<LineNote>();
        if (WorkbookPackage.IsWorkbook(file.Span))
        {
            return Recognise(WorkbookReader.Read(file), today, warnings);
        }

        var (text, refusal) = StaffFileText.Decode(file.Span, warnings);
        if (refusal is not null)
        {
            return new StaffFileOutcome.Refused(refusal);
        }

        if (HtmlTables.IsPage(text))
        {
            return Recognise(HtmlTables.Read(text), today, warnings);
        }

        if (SpreadsheetXml.IsSpreadsheet(text))
        {
            return Recognise(SpreadsheetXml.Read(text), today, warnings);
        }

        if (StaffFileText.RefusalOfMarkup(text) is { } markup)
        {
            return new StaffFileOutcome.Refused(markup);
        }

        if (text.AsSpan().Count('\n') >= MostLines || text.AsSpan().Count('\r') >= MostLines)
        {
            return new StaffFileOutcome.Refused(SheetLimits.TooManyRows);
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        if (SeparatorOf(utf8) is not { } separator)
        {
            return new StaffFileOutcome.Refused(
                "No row of headings was found in the first 200 lines. The list needs one with a name (Surname and Forename, or Name) and something "
                    + "else, such as Staff ID, Email or Job title."
            );
        }

        var (rows, broken) = CsvRows.Parse(utf8, separator);
        return broken is null ? Recognise(rows, null, today, warnings) : new StaffFileOutcome.Refused(broken);
    }

    private static StaffFileOutcome Recognise((IReadOnlyList<Sheet> Sheets, string? Refusal) workbook, DateOnly today, List<LineNote> warnings)
    {
        if (workbook.Refusal is { } refusal)
        {
            return new StaffFileOutcome.Refused(refusal);
        }

        if (SheetChoice.Of(workbook.Sheets, RowsAboveHeadings, warnings) is not { } chosen)
        {
            return new StaffFileOutcome.Refused(
                "No row of headings was found in the first 200 rows of any sheet that is shown. The list needs one with a name (Surname and Forename, or Name) "
                    + "and something else, such as Staff ID, Email or Job title."
            );
        }

        return Recognise(chosen.Rows, chosen, today, warnings);
    }

    /// <summary>The refusal for a file over the limit, for callers that refuse before reading it.</summary>
    public static string TooLarge(long lengthInBytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"This file has {lengthInBytes / 1048576.0:0.0} MB. A staff list has 5 MB at most: check that it is the right file."
        );

    /// <summary>The sign that separates cells is the one by which the most headings are recognised.</summary>
    private static char? SeparatorOf(byte[] utf8) =>
        Separators
            .Select(separator =>
                (
                    Separator: separator,
                    Recognised: CsvRows
                        .Parse(utf8, separator, RowsAboveHeadings)
                        .Rows.Select(HeadingRow.Parse)
                        .FirstOrDefault(row => row is not null)
                        ?.Recognised
                        ?? 0
                )
            )
            .Where(found => found.Recognised > 0)
            .OrderByDescending(found => found.Recognised)
            .Select(found => (char?)found.Separator)
            .FirstOrDefault();

    /// <param name="sheet">From which the rows are; null where they are of a CSV file.</param>
    private static StaffFileOutcome Recognise(IReadOnlyList<ListRow> rows, SheetChoice? sheet, DateOnly today, List<LineNote> warnings)
    {
        var ignored = new List<LineNote>();
        var reader = new RowReader(ignored, warnings, StaffDate.IsMonthFirst(rows.SelectMany(row => row.Cells))) { Group = GroupRow.Parse(sheet?.Title ?? "") };
        var found = new List<StaffRow>();
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        HeadingRow? headings = null;
        StaffRow? above = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Filled == 0)
            {
                continue;
            }

            StaffRow? person = null;
            if (row.IsHidden)
            {
                ignored.Add(new LineNote(row.Line, "This row is hidden in the workbook, so it was not taken. Show it and choose the file again to import it."));
                continue;
            }

            if (headings?.IsRepeatedIn(row) == true)
            {
                ignored.Add(new LineNote(row.Line, "The headings once more."));
            }
            else if (HeadingRow.Parse(row) is { } next && (headings is null || next.Recognised * 2 > row.Filled))
            {
                var below = rows.Skip(i + 1).Where(one => !one.IsHidden);
                if (next.Ambiguity(below) is { } ambiguity)
                {
                    return new StaffFileOutcome.Refused(ambiguity);
                }

                if (headings is null)
                {
                    WarnOfMissing(next, warnings);
                    sheet?.TellHiddenColumns(next, warnings);
                }
                else
                {
                    ignored.Add(new LineNote(row.Line, "The headings of another table."));
                }

                headings = next;
                var sample = below.Where(one => one.Filled > 0).Take(RowsOfSample).ToList();
                reader.SchoolDomain = EmailCell.DomainOf(sample.Select(one => next.Value(one, StaffColumn.Email)));
                reader.HavePartsOfNames = sample.Count(one => RowReader.HasParts(one, next)) * 2 > sample.Count;
            }
            else if (headings is null)
            {
                titles.Add(row.Cells.First(cell => cell.Length > 0));
                reader.Group = GroupRow.Parse(row) is { Words.Length: > 0 } group ? group : reader.Group;
                ignored.Add(new LineNote(row.Line, "Above the headings."));
            }
            else if (row.Filled <= 2 && titles.Contains(row.Cells.First(cell => cell.Length > 0)))
            {
                ignored.Add(new LineNote(row.Line, "A line of the report itself, as above the headings."));
            }
            else
            {
                reader.Group = GroupRow.Parse(row) ?? reader.Group;
                person = reader.Read(row, headings, above);
            }

            above = person;
            if (person is not null)
            {
                found.Add(person);
            }
        }

        if (headings is null)
        {
            return new StaffFileOutcome.Refused("No row of headings was found among the rows that are shown. Show the hidden rows, and choose the file again.");
        }

        WarnOfRepairs(rows, headings.Row.Line, warnings);
        var people = new PeopleMerge(today, ignored, warnings).People(found);
        return people.Count == 0 && ignored.TrueForAll(note => note.Line < headings.Row.Line)
            ? new StaffFileOutcome.Refused(string.Create(CultureInfo.InvariantCulture, $"There is nobody under the headings in line {headings.Row.Line}."))
            : new StaffFileOutcome.Recognised(new StaffList(people, [.. ignored.OrderBy(note => note.Line)], [.. warnings.OrderBy(note => note.Line)]));
    }

    private static void WarnOfRepairs(IReadOnlyList<ListRow> rows, int headings, List<LineNote> warnings)
    {
        var repaired = rows.Where(row => row.IsRepaired && row.Line > headings).ToList();
        if (repaired.Count > 0)
        {
            var more = repaired.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" So were those of {repaired.Count - 1} more lines.") : "";
            warnings.Add(
                new LineNote(
                    repaired[0].Line,
                    $"Letters of this line were encoded twice, as “Ã«” for “ë”, and were put right.{more} Check the accents of names."
                )
            );
        }
    }

    private static void WarnOfMissing(HeadingRow headings, List<LineNote> warnings)
    {
        var missing = new (StaffColumn Column, string Sentence)[]
        {
            (StaffColumn.StaffNumber, "No column holds a staff ID, so nobody can be joined with someone on the list but by your word."),
            (StaffColumn.Email, "No column holds a work e-mail."),
            (StaffColumn.Role, "No column holds a job title."),
        };
        warnings.AddRange(missing.Where(one => !headings.Has(one.Column)).Select(one => new LineNote(headings.Row.Line, one.Sentence)));
        if (!headings.Has(StaffColumn.EmploymentStart) && !headings.Has(StaffColumn.ContractStart))
        {
            warnings.Add(new LineNote(headings.Row.Line, "No column holds a first day."));
        }

        if (
            !headings.Has(StaffColumn.EmploymentEnd)
            && !headings.Has(StaffColumn.ContractEnd)
            && headings.Row.Cells.FirstOrDefault(HeadingName.MayBeOfLeaving) is { } leaving
        )
        {
            warnings.Add(
                new LineNote(
                    headings.Row.Line,
                    $"No last day was read: nobody can say whether the column “{NotAPerson.Short(leaving)}” holds it. If it does, call it “Leaving "
                        + "date” and choose the file again."
                )
            );
        }
    }
}
