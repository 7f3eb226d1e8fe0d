using System.Globalization;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Importing.Staff;

/// <summary>Rows to people: rows of one staff ID are one person, and so are records of one name with one e-mail; nothing else joins rows.</summary>
/// <param name="today">Date in Europe/London: a role that has ended is no longer held.</param>
internal sealed class PeopleMerge(DateOnly today, List<LineNote> ignored, List<LineNote> warnings)
{
    /// <summary>A break of the length of summer holidays is none: contracts end in July and begin again in September.</summary>
    private const int LongestBreakInDays = 62;

    internal IReadOnlyList<ImportedPerson> People(IReadOnlyList<StaffRow> rows)
    {
        var records = rows.GroupBy(Key, StringComparer.Ordinal).Select(group => Record([.. group])).ToList();
        var people = records.GroupBy(Identity, StringComparer.Ordinal).Select(group => One([.. group])).ToList();
        WarnOfNames(people);
        return TakeSharedEmails(people);
    }

    private static string Key(StaffRow row) =>
        row.Continues is { } above ? Key(above)
        : row.StaffNumber is { } number ? number.ToUpperInvariant()
        : $"line {Number(row.Line)}";

    /// <summary>What tells that records are of one person: name and e-mail, where the record has both.</summary>
    private static string Identity(List<StaffRow> record) =>
        record.Select(row => row.Identity).FirstOrDefault(identity => identity is not null) ?? Key(record[0]);

    /// <summary>The rows of one staff ID, without those that name someone else.</summary>
    private List<StaffRow> Record(List<StaffRow> rows)
    {
        var first = rows[0];
        foreach (var stranger in rows.Where(row => !row.MayBe(first)).ToList())
        {
            ignored.Add(
                new LineNote(
                    stranger.Line,
                    $"The staff ID {first.StaffNumber} is of {first.FullName} (line {Number(first.Line)}), and here of {stranger.FullName}. One of "
                        + "them is wrong, so this line was not taken."
                )
            );
            rows.Remove(stranger);
        }

        return rows;
    }

    /// <summary>
    /// The rows that count of several records of one person. A record under another staff ID that has ended was an earlier time at the school; where all have
    /// ended, the last one counts.
    /// </summary>
    private List<StaffRow> Current(List<List<StaffRow>> records)
    {
        var newest = records.Where(record => !HasEnded(record)).DefaultIfEmpty(records.MaxBy(LastDay)!).ToHashSet();
        var number = newest.Select(NumberOf).FirstOrDefault(one => one is not null);
        var current = records.Where(record => newest.Contains(record) || number is null || NumberOf(record) is not { } other || Same(other, number)).ToList();
        var first = records[0];
        foreach (var record in records.Skip(1))
        {
            var ids =
                NumberOf(first) is { } one && NumberOf(record) is { } two && !Same(one, two)
                    ? $" Of the staff IDs {one} and {two}, {(Same(two, number ?? "") ? two : one)} was taken."
                    : "";
            warnings.Add(
                new LineNote(
                    record[0].Line,
                    $"Taken as one person with line {Number(first[0].Line)}: both are {first[0].FullName} with the e-mail {EmailOf(record)}.{ids}"
                )
            );
        }

        foreach (var ended in records.Except(current))
        {
            warnings.Add(
                new LineNote(
                    ended[0].Line,
                    $"This record of {first[0].FullName} ended on {LondonTime.ToWords(LastDay(ended)!.Value)}, so its role and dates were left out."
                )
            );
        }

        return [.. current.SelectMany(record => record)];
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string? NumberOf(List<StaffRow> record) => record[0].StaffNumber;

    private static string? EmailOf(List<StaffRow> record) => record.Select(row => row.Email).FirstOrDefault(email => email is not null);

    /// <summary>Null where a row of the record has no end.</summary>
    private static DateOnly? LastDay(List<StaffRow> record) =>
        record.Exists(row => (row.End ?? row.RoleEnd) is null) ? null : record.Max(row => row.End ?? row.RoleEnd);

    private bool HasEnded(List<StaffRow> record) => LastDay(record) < today;

    private ImportedPerson One(List<List<StaffRow>> records)
    {
        var rows = records.Count == 1 ? records[0] : Current(records);
        var first = rows[0];
        var number = rows.Select(row => row.StaffNumber).FirstOrDefault(one => one is not null);
        var held = rows.Where(row => row.RoleEnd is not { } last || last >= today).ToList();
        held = held.Count == 0 ? rows : held;
        var heldLines = held.Select(row => row.Line).ToHashSet();
        var lines = rows.Select(row => row.Line).ToHashSet();
        foreach (var record in records.Where(record => lines.Contains(record[0].Line)))
        {
            warnings.AddRange(
                record.Skip(1).Where(row => row.Continues is null).Select(row => new LineNote(row.Line, Joined(record[0], row, heldLines.Contains(row.Line))))
            );
        }

        if (!heldLines.Contains(first.Line))
        {
            warnings.Add(
                new LineNote(
                    first.Line,
                    $"The role of this line ended on {LondonTime.ToWords(first.RoleEnd!.Value)}, so it was left out; {first.FullName} holds another."
                )
            );
        }

        var spells = Spells(rows);
        var spell = spells.Find(one => one.End is not { } last || last >= today) ?? spells[^1];
        if (spells.FindLast(one => one.End < spell.Start) is { End: { } left })
        {
            warnings.Add(
                new LineNote(
                    first.Line,
                    $"{first.FullName} was here before, until {LondonTime.ToWords(left)}, and {(spell.Start > today ? "returns" : "has returned")}: "
                        + $"their first day is {LondonTime.ToWords(spell.Start!.Value)}."
                )
            );
        }

        if (spell.Start is null && rows.Exists(row => row.Start is null))
        {
            warnings.Add(new LineNote(first.Line, $"{first.FullName} has no first day in this file."));
        }

        return new ImportedPerson(
            number,
            first.FullName,
            EmailOf(rows) ?? records.Select(EmailOf).FirstOrDefault(email => email is not null),
            [.. held.SelectMany(row => row.Roles).Distinct(StringComparer.OrdinalIgnoreCase)],
            AudienceReader.Parse(held.Select(row => row.Words)),
            spell.Start,
            spell.End,
            held.Select(row => row.Lead).FirstOrDefault(lead => lead is not null),
            first.Line
        )
        {
            LegalName = rows.Select(row => row.LegalName).FirstOrDefault(name => name is not null),
            UnreadStart = spell.Start is null ? rows.Select(row => row.UnreadStart).FirstOrDefault(cell => cell is not null) : null,
            OtherNumbers =
            [
                .. records
                    .Select(NumberOf)
                    .OfType<string>()
                    .Where(one => !one.Equals(number, StringComparison.OrdinalIgnoreCase))
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ],
        };
    }

    private static string Joined(StaffRow first, StaffRow row, bool isHeld)
    {
        var what = row.Roles.Count > 0 ? $" as {string.Join(" and ", row.Roles)}" : "";
        var differs = !SearchText.Fold(row.FullName).Equals(SearchText.Fold(first.FullName), StringComparison.Ordinal)
            ? $" The name here is {row.FullName}; that of line {Number(first.Line)} was taken."
            : "";
        var email =
            row.Email is not null && first.Email is not null && !row.Email.Equals(first.Email, StringComparison.OrdinalIgnoreCase)
                ? $" The e-mail differs; that of line {Number(first.Line)} was taken."
                : "";
        var ended = isHeld ? "" : $" The role ended on {LondonTime.ToWords(row.RoleEnd!.Value)} and was left out.";
        return $"Joined with line {Number(first.Line)}: staff ID {first.StaffNumber} is {first.FullName}, here{what}.{differs}{email}{ended}";
    }

    /// <summary>The times during which the person is at the school, earliest first; at least one.</summary>
    private static List<Spell> Spells(List<StaffRow> rows)
    {
        var spells = new List<Spell>();
        foreach (var row in rows.OrderBy(row => row.Start ?? DateOnly.MinValue))
        {
            if (spells.Count > 0 && (spells[^1].End is not { } last || row.Start is not { } start || start.DayNumber - last.DayNumber <= LongestBreakInDays))
            {
                var before = spells[^1];
                spells[^1] = new Spell(
                    before.Start ?? row.Start,
                    before.End is null || row.End is null ? null
                        : before.End > row.End ? before.End
                        : row.End
                );
            }
            else
            {
                spells.Add(new Spell(row.Start, row.End));
            }
        }

        return spells;
    }

    private void WarnOfNames(List<ImportedPerson> people)
    {
        foreach (var namesakes in people.GroupBy(person => SearchText.Fold(person.FullName), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var person in namesakes.Skip(1))
            {
                warnings.Add(
                    new LineNote(
                        person.Line,
                        $"{person.FullName} stands in line {Number(namesakes.First().Line)} "
                            + $"too{(namesakes.All(one => one.StaffNumber is not null) ? ", with another staff ID" : "")}: they were taken for two people "
                            + "of one name."
                    )
                );
            }
        }
    }

    /// <summary>No one can sign in with an address that others read.</summary>
    private List<ImportedPerson> TakeSharedEmails(List<ImportedPerson> people)
    {
        var shared = people
            .Where(person => person.Email is not null)
            .GroupBy(person => person.Email!, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .ToLookup(person => person.Email!, StringComparer.OrdinalIgnoreCase);
        foreach (var person in shared.SelectMany(group => group))
        {
            var others = shared[person.Email!].Where(other => other != person).Select(other => $"{other.FullName} (line {Number(other.Line)})");
            warnings.Add(
                new LineNote(
                    person.Line,
                    $"{person.FullName} shares the e-mail {person.Email} with {string.Join(" and ", others.Take(3))}, so neither has it: they sign in "
                        + "with a one-time code, or you give each an address of their own."
                )
            );
        }

        return [.. people.Select(person => person.Email is { } email && shared.Contains(email) ? person with { Email = null } : person)];
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    private sealed record Spell(DateOnly? Start, DateOnly? End);
}
