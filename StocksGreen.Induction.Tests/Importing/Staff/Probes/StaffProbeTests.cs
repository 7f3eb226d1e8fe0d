using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StocksGreen.Induction.Importing.Staff;
using StocksGreen.Induction.Tests.Importing.Policies;

namespace StocksGreen.Induction.Tests.Importing.Staff.Probes;

/// <summary>Exports that were once read wrongly, each with whom it names.</summary>
public sealed class StaffProbeTests
{
    private static readonly Dictionary<string, Probe> Expected = JsonSerializer.Deserialize<Dictionary<string, Probe>>(Resource("expected.json"))!;

    public static TheoryData<string> Files => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_export_that_was_read_wrongly_names_whom_it_should(string name)
    {
        var people = Recognise(name).People;

        Assert.Equal(
            Expected[name].Want,
            people.Zip(Expected[name].Want.Append(null)).Select(pair => Person.Of(pair.First, hasRoles: pair.Second?.Roles is not null)).ToList()
        );
        Assert.Equal(Expected[name].Want.Count, people.Count);
    }

    [Fact]
    public void One_that_was_read_rightly_stays_so() =>
        Assert.Equal(
            [
                "101 | Siân O'Brien | s.obrien@school.example | Teacher | employee | 2024-09-01 | - | 2",
                "102 | JOHN MCDONALD | - | Site Manager | employee | 2024-02-29 | - | 3",
                "103 | Ana de la Cruz | - | Cleaner | employee | 2026-09-01 | - | 4",
                "104 | Zoë Smith | z.smith@school.example | Teacher; SENCo | employee | 2023-09-01 | - | 5",
                "105 | Mary Anne Null | m.null@school.example | Lunchtime Supervisor | employee | 2026-09-01 | - | 7",
                "106 | Test True | t.true@school.example | Teaching Assistant | employee | 2026-09-01 | - | 8",
                "007 | James Bond | j.bond@school.example | Caretaker | employee | 2020-09-01 | - | 9",
                "7 | Jane Bond | jane.bond@school.example | Cook | employee | 2020-09-01 | - | 10",
                "- | Exp Onent | e.o@school.example | Teacher | employee | 2020-09-01 | - | 11",
                "110 | Li Wei | li.wei@school.example | Teacher | employee | 2020-09-01 | - | 12",
                "111 | Maya Patel | m.patel@school.example | Teacher | employee | 2020-09-01 | - | 13",
                "113 | Tom Field | T.Field@School.Example | Teacher | employee | 2026-11-30 | - | 15",
                "115 | Ng Ng | ng@school.example | Teacher | employee | 2026-09-01 | - | 17",
                "116 | X Æ A-12 Ó Súilleabháin | x@school.example | Teacher | employee | 2026-09-01 | - | 18",
                "117 | François Лебедев | f.l@school.example | Teacher | employee | 2026-09-01 | - | 19",
            ],
            Recognise("staff1.csv").People.Select(StaffFiles.Line)
        );

    private static StaffList Recognise(string name) => Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(Resource(name), StaffFiles.Today)).List;

    private static byte[] Resource(string name) => Imports.Resource(typeof(StaffProbeTests).Assembly, $"StaffProbes/{name}");

    private sealed record Probe([property: JsonPropertyName("want")] IReadOnlyList<Person> Want);

    /// <param name="Roles">Null where the probe does not ask for them.</param>
    private sealed record Person(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("email")] string? Email,
        [property: JsonPropertyName("roles")] IReadOnlyList<string>? Roles,
        [property: JsonPropertyName("audience")] string Audience,
        [property: JsonPropertyName("start")] string? Start,
        [property: JsonPropertyName("end")] string? End
    )
    {
        public static Person Of(ImportedPerson person, bool hasRoles) =>
            new(
                person.FullName,
                person.Email,
                hasRoles ? person.Roles : null,
                person.Audience.ToString().ToLowerInvariant(),
                Day(person.Start),
                Day(person.End)
            );

        public bool Equals(Person? other) => other is not null && ToString() == other.ToString();

        public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

        public override string ToString() => string.Join(" | ", Name, Email, Roles is null ? "" : string.Join("; ", Roles), Audience, Start, End);

        private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
    }
}
