using System.Globalization;
using System.Text;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Recognises people in a staff list as an MIS exports it.</summary>
/// <remarks>Bytes to text, text to rows (CsvHelper), rows to people. Only shapes are known here: no system's own layout.</remarks>
public static class StaffFile
{
    /// <summary>A larger file is refused. Ask before reading a whole upload into memory.</summary>
    public const int LargestFileInBytes = 5 * 1024 * 1024;

    private const int MostLines = 20_000;

    // Title lines, filters and blank lines above the headings.
    private const int RowsAboveHeadings = 200;

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
        var (text, refusal) = StaffFileText.Decode(file.Span, warnings);
        if (refusal is not null)
        {
            return new StaffFileOutcome.Refused(refusal);
        }

        if (text.AsSpan().Count('\n') >= MostLines || text.AsSpan().Count('\r') >= MostLines)
        {
            return new StaffFileOutcome.Refused("This file has more than 20,000 lines, which no school’s staff list has. Check that it is the right file.");
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
        return broken is null ? Recognise(rows, today, warnings) : new StaffFileOutcome.Refused(broken);
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

    private static StaffFileOutcome Recognise(IReadOnlyList<CsvRow> rows, DateOnly today, List<LineNote> warnings)
    {
        var ignored = new List<LineNote>();
        var reader = new RowReader(ignored, warnings, StaffDate.IsMonthFirst(rows.SelectMany(row => row.Cells)));
        var found = new List<StaffRow>();
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        HeadingRow? headings = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Filled == 0)
            {
                continue;
            }

            if (headings?.IsRepeatedIn(row) == true)
            {
                ignored.Add(new LineNote(row.Line, "The headings once more."));
            }
            else if (HeadingRow.Parse(row) is { } next && (headings is null || next.Recognised * 2 > row.Filled))
            {
                if (next.Ambiguity(rows.Skip(i + 1)) is { } ambiguity)
                {
                    return new StaffFileOutcome.Refused(ambiguity);
                }

                if (headings is null)
                {
                    WarnOfMissing(next, warnings);
                }
                else
                {
                    ignored.Add(new LineNote(row.Line, "The headings of another table."));
                }

                headings = next;
            }
            else if (headings is null)
            {
                titles.Add(row.Cells.First(cell => cell.Length > 0));
                ignored.Add(new LineNote(row.Line, "Above the headings."));
            }
            else if (row.Filled <= 2 && titles.Contains(row.Cells.First(cell => cell.Length > 0)))
            {
                ignored.Add(new LineNote(row.Line, "A line of the report itself, as above the headings."));
            }
            else if (reader.Read(row, headings) is { } person)
            {
                found.Add(person);
            }
        }

        var people = new PeopleMerge(today, ignored, warnings).People(found);
        return people.Count == 0 && ignored.TrueForAll(note => note.Line < headings!.Row.Line)
            ? new StaffFileOutcome.Refused(string.Create(CultureInfo.InvariantCulture, $"There is nobody under the headings in line {headings!.Row.Line}."))
            : new StaffFileOutcome.Recognised(new StaffList(people, [.. ignored.OrderBy(note => note.Line)], [.. warnings.OrderBy(note => note.Line)]));
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
