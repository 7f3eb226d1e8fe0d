using System.Globalization;
using System.Reflection;
using System.Text;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Tests.Importing.Staff;

/// <summary>
/// Invented staff lists in many shapes, each next to what a person would take from it: people, and a word of each thing to be said of a line.
/// </summary>
public class StaffCorpusTests
{
    public static TheoryData<string> Files =>
        [
            .. Assembly
                .GetExecutingAssembly()
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("StaffCorpus/", StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal))
                .Select(name => name[12..^4]),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_staff_list_is_recognised_as_a_person_would_read_it(string name)
    {
        var list = Recognise(StaffFiles.Corpus(name + ".csv"));
        var expected = Encoding.UTF8.GetString(StaffFiles.Corpus(name + ".expected")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected.Where(line => line.Contains(" | ", StringComparison.Ordinal)), list.People.Select(StaffFiles.Line));
        Said(expected, "ignored", list.Ignored);
        Said(expected, "warned", list.Warnings);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_that_holds_something_is_told_of(string name)
    {
        var list = Recognise(StaffFiles.Corpus(name + ".csv"));
        var told = list
            .People.Select(person => person.Line)
            .Concat(list.Ignored.Select(note => note.Line))
            .Concat(list.Warnings.Select(note => note.Line))
            .ToHashSet();
        var expected = Encoding.UTF8.GetString(StaffFiles.Corpus(name + ".expected"));

        // Rows of this corpus that go over several lines are those of one file; elsewhere a row is a line, and the one line that no one is told of has the
        // headings.
        if (!expected.Contains("Breakfast club |", StringComparison.Ordinal))
        {
            var lines = Encoding
                .Latin1.GetString(StaffFiles.Corpus(name + ".csv"))
                .Replace("\0", "", StringComparison.Ordinal)
                .Split('\n')
                .Select(line => line.Trim('\r', ',', ';', '\t', ' '))
                .ToList();
            Assert.InRange(Enumerable.Range(1, lines.Count).Count(number => lines[number - 1].Length > 0 && !told.Contains(number)), 0, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_of_a_column_that_is_not_needed_is_kept_or_shown(string name)
    {
        var json = StaffInspection.ToJson(Recognise(StaffFiles.Corpus(name + ".csv")));

        Assert.All(
            ["QQ123456C", "QQ654321A", "04/05/1999", "02/03/1988", "88231", "High Street", "home.example", "0.8"],
            value => Assert.DoesNotContain(value, json, StringComparison.Ordinal)
        );
    }

    private static StaffList Recognise(byte[] file) => Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(file, StaffFiles.Today)).List;

    /// <summary>Each expected word is said of its line, and nothing else is said.</summary>
    private static void Said(string[] expected, string kind, IReadOnlyList<LineNote> notes)
    {
        var rest = notes.ToList();
        foreach (var line in expected.Where(line => line.StartsWith(kind + " ", StringComparison.Ordinal)))
        {
            var parts = line.Split(' ', 3);
            var note = rest.Find(note =>
                note.Line == int.Parse(parts[1], CultureInfo.InvariantCulture) && note.Text.Contains(parts[2], StringComparison.OrdinalIgnoreCase)
            );
            Assert.True(note is not null, $"Nothing is said as “{line}”, but:\n{string.Join('\n', notes)}");
            rest.Remove(note);
        }

        Assert.Empty(rest);
    }
}
