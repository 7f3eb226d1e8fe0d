using System.Globalization;
using System.Text;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Tests.Importing.Staff;

/// <summary>Staff files as tests write them, and what was recognised as lines that a person can write.</summary>
internal static class StaffFiles
{
    internal static readonly DateOnly Today = new(2026, 11, 25);

    internal static StaffFileOutcome Read(string text) => StaffFile.Parse(Encoding.UTF8.GetBytes(text), Today);

    internal static StaffList Recognised(string text) => Assert.IsType<StaffFileOutcome.Recognised>(Read(text)).List;

    internal static string Refused(ReadOnlyMemory<byte> file) => Assert.IsType<StaffFileOutcome.Refused>(StaffFile.Parse(file, Today)).Sentence;

    internal static string Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    internal static byte[] Corpus(string name)
    {
        using var stream =
            typeof(StaffFiles).Assembly.GetManifestResourceStream("StaffCorpus/" + name) ?? throw new InvalidOperationException($"There is no {name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>"1042 | Amelia Hart | a.hart@meadow.example | Teaching Assistant | employee | 2026-09-01 | - | 2".</summary>
    internal static string Line(ImportedPerson person) =>
        string.Join(
            " | ",
            person.StaffNumber ?? "-",
            person.FullName,
            person.Email ?? "-",
            person.Roles.Count == 0 ? "-" : string.Join("; ", person.Roles),
            person.Audience.ToString().ToLowerInvariant(),
            Day(person.Start),
            Day(person.End),
            person.Line.ToString(CultureInfo.InvariantCulture)
        );

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "-";
}
