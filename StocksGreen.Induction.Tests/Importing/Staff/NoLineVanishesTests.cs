using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Tests.Importing.Staff;

/// <summary>Whatever a staff list looks like, each of its lines is someone's, or is told of with a reason.</summary>
public class NoLineVanishesTests
{
    private static readonly string[] Headings =
    [
        "Staff ID",
        "Surname",
        "Forename",
        "Work Email",
        "Job Title",
        "Start Date",
        "Leaving Date",
        "Date of birth",
        "Status",
        "Line manager",
        "Staff type",
        "FTE",
    ];

    private static readonly string[] Cells =
    [
        "",
        "",
        "Hart",
        "Amelia",
        "O’Sullivan",
        "Vacant",
        "TBC",
        "Supply",
        "Admin",
        "1",
        "2",
        "0003",
        "a.hart@school.example",
        "office@school.example",
        "01/09/2020",
        "2026-08-31",
        "46266",
        "31/02/2026",
        "Class teacher, Year 3",
        "=1+1",
        "-1:1 Support",
        "Leaver",
        "Total",
        "é",
        "\"",
        "x",
    ];

    private static readonly string[] Junk =
    [
        "Staff ID",
        "Name",
        "Surname",
        "Email",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "\n",
        "\r\n",
        "\r",
        "=",
        "1",
        "01/09/2020",
        "é",
        "Hart",
        "a@b.example",
        " ",
        "\uFEFF",
        "Total",
        "sep=;",
    ];

    [Fact]
    public void Every_line_below_the_headings_is_someones_or_told_of() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var (text, lines) = Document(seeds);
                    var outcome = StaffFiles.Read(text);

                    if (outcome is StaffFileOutcome.Recognised { List: var list })
                    {
                        var told = list
                            .People.Select(person => person.Line)
                            .Concat(list.Ignored.Select(note => note.Line))
                            .Concat(list.Warnings.Select(note => note.Line))
                            .ToHashSet();
                        Assert.All(lines, line => Assert.True(told.Contains(line), $"Line {line} vanished of:\n{text}"));
                        Assert.Equal(list.People.Count, list.People.Select(person => person.Line).Distinct().Count());
                    }
                    else
                    {
                        Assert.True(lines.Count == 0, ((StaffFileOutcome.Refused)outcome).Sentence);
                    }
                }
            )
        );

    [Fact]
    public void No_two_people_have_one_staff_ID_and_none_has_an_empty_name() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    if (StaffFiles.Read(Document(seeds).Text) is StaffFileOutcome.Recognised { List.People: var people })
                    {
                        var numbers = people.Select(person => person.StaffNumber).OfType<string>().ToList();
                        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.OrdinalIgnoreCase).Count());
                        Assert.All(people, person => Assert.NotEmpty(person.FullName.Trim()));
                        Assert.Equal(
                            people.Count(person => person.Email is not null),
                            people.Select(person => person.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count()
                        );
                    }
                }
            )
        );

    [Fact]
    public void Any_bytes_and_any_junk_are_recognised_or_refused_without_a_fault()
    {
        Check.One(RandomCases.Fifty, Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.NotNull(StaffFile.Parse(bytes, StaffFiles.Today))));
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    var outcome = StaffFiles.Read(string.Concat(seeds.Select((seed, i) => Junk[Mix(seed, i) % Junk.Length])));
                    Assert.True(outcome is StaffFileOutcome.Recognised || ((StaffFileOutcome.Refused)outcome).Sentence.EndsWith('.'));
                }
            )
        );
    }

    private static (string Text, List<int> Lines) Document(int[] seeds)
    {
        var random = new Random(seeds.Length == 0 ? 0 : Mix(seeds[0], seeds.Length));
        var headings = Headings.Where(heading => heading is "Surname" or "Job Title" || random.Next(3) > 0).OrderBy(_ => random.Next()).ToList();
        var separator = ",;\t|"[random.Next(4)];
        var text = new StringBuilder(random.Next(2) == 0 ? "The school's list\n" : "").AppendJoin(separator, headings).Append('\n');
        var lines = new List<int>();
        var line = text.ToString().Count(c => c == '\n');
        for (var i = 0; i < seeds.Length; i++)
        {
            random = new Random(Mix(seeds[i], i));
            var cells = Enumerable
                .Range(0, random.Next(4) == 0 ? random.Next(1, headings.Count + 3) : headings.Count)
                .Select(_ => Cells[random.Next(random.Next(20) == 0 ? Cells.Length : Cells.Length - 2)])
                .ToList();
            line++;
            if (cells.Exists(cell => cell.Length > 0))
            {
                lines.Add(line);
            }

            text.AppendJoin(
                    separator,
                    cells.Select(cell =>
                        cell.Contains(separator, StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal)
                            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                            : cell
                    )
                )
                .Append('\n');
        }

        return (text.ToString(), lines);
    }

    private static int Mix(int seed, int index) => (int)(((uint)seed * 2654435761u) + ((uint)index * 40503u) >> 4);
}
