using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Importing.Policies;
using StocksGreen.Induction.Importing.Policies.Recognition;

namespace StocksGreen.Induction.Tests.Importing.Policies;

/// <summary>
/// Invented policies in Word and PDF in the shapes that schools use, each with an outline that was written before any importer had read it.
/// Those in HeldOut are not looked at while the readers are built.
/// </summary>
public sealed class DocumentsTests
{
    private static readonly Assembly Here = typeof(DocumentsTests).Assembly;

    // Each is read once for all tests.
    private static readonly ConcurrentDictionary<string, Reading> Readings = new(StringComparer.Ordinal);

    public static TheoryData<string, int> Folders =>
        new()
        {
            { "Word", 28 },
            { "Pdf", 49 },
            { "HeldOut/Word", 6 },
            { "HeldOut/Pdf", 6 },
        };

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_document_has_an_outline_with_a_title_and_three_sections_or_more(string folder, int atLeast)
    {
        var documents = Documents(folder);

        Assert.True(documents.Count >= atLeast, $"{folder} holds {documents.Count} documents.");
        Assert.Equal(documents.Count, Resources(folder).Count(name => name.EndsWith(".expected", StringComparison.Ordinal)));
        Assert.All(
            documents,
            name =>
            {
                var outline = Expected(name);
                Assert.NotEmpty(outline.Title);
                Assert.NotEmpty(outline.School);
                Assert.True(outline.Sections.Count >= 3, name);
                Assert.Empty(outline.Subheadings.Intersect(outline.Sections, StringComparer.Ordinal));
                Assert.Equal(outline.Details.Distinct(StringComparer.Ordinal), outline.Details);
            }
        );
    }

    [Fact]
    public void No_two_documents_have_the_same_title_or_the_same_sections()
    {
        var outlines = Folders.SelectMany(folder => Documents(folder.Data.Item1)).Select(Expected).ToList();

        Assert.Distinct(outlines.Select(outline => outline.Title));
        Assert.Distinct(outlines.Select(outline => string.Join('\n', outline.Sections)));
    }

    [Fact]
    public void Documents_are_what_their_names_say()
    {
        Assert.All(
            Folders.SelectMany(folder => Documents(folder.Data.Item1)),
            name => Assert.Equal(StartOf(name), Encoding.ASCII.GetString(Imports.Resource(Here, name), 0, 4))
        );

        static string StartOf(string name) => name.EndsWith(".pdf", StringComparison.Ordinal) ? "%PDF" : "PK\u0003\u0004";
    }

    [Fact]
    public void A_line_that_an_outline_cannot_say_is_refused()
    {
        Assert.Throws<FormatException>(() => DocumentOutline.Parse("title: Fire\nheading: Aims\n"));
        Assert.Throws<FormatException>(() => DocumentOutline.Parse("title: Fire\ntitle: Water\n"));
        Assert.Throws<FormatException>(() => DocumentOutline.Parse("detail: Approved by\n"));
        Assert.Throws<FormatException>(() => DocumentOutline.Parse("left: forgotten a line\n"));
        Assert.Throws<FormatException>(() => DocumentOutline.Parse("next review: May 2027\n"));
        Assert.Throws<FormatException>(() => DocumentOutline.Parse("1.2 Aims\n"));
    }

    [Fact]
    public void A_section_out_of_its_order_is_not_found_and_one_too_many_costs()
    {
        Assert.Equal(
            new DocumentScore(3, 3, 3),
            DocumentScore.InOrder(["1 Aims", "2 Staff", "Appendix A Forms"], ["1. AIMS:", "2 Staff", "Appendix A – Forms"])
        );
        Assert.Equal(new DocumentScore(3, 3, 2), DocumentScore.InOrder(["1 Aims", "2 Staff", "3 Pupils"], ["1 Aims", "3 Pupils", "2 Staff"]));
        Assert.Equal(new DocumentScore(2, 3, 2), DocumentScore.InOrder(["1 Aims", "2 Staff"], ["1 Aims", "the school office", "2 Staff"]));
        Assert.Equal(new DocumentScore(2, 2, 1), DocumentScore.InAnyOrder(["Owner = Head", "Date = May"], ["Owner = Head", "Owner = Head"]));
        Assert.Equal(0.8, new DocumentScore(2, 3, 2).F1);
        Assert.Equal(1, DocumentScore.None.F1);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_document_is_read_and_its_reading_compared_with_its_outline(string folder, int atLeast)
    {
        var readings = ReadingsOf(folder);

        TestContext.Current.SendDiagnosticMessage(Table(folder, readings));
        Assert.True(readings.Count >= atLeast);
        Assert.All(readings, reading => Assert.True(reading.Refusal is null || reading.Name.EndsWith(".pdf", StringComparison.Ordinal), reading.ToString()));
    }

    [Theory]
    [InlineData("Pdf", 0.97, 0.95)]
    [InlineData("HeldOut/Pdf", 0.95, 0.84)]
    public void Sections_and_key_details_of_a_PDF_are_what_its_outline_says(string folder, double sections, double details)
    {
        var readings = ReadingsOf(folder);

        Assert.InRange(readings.Select(reading => reading.Sections).Aggregate(DocumentScore.None, (sum, score) => sum + score).F1, sections, 1);
        Assert.InRange(readings.Select(reading => reading.Details).Aggregate(DocumentScore.None, (sum, score) => sum + score).F1, details, 1);
    }

    [Fact]
    public void No_word_of_a_PDF_is_missing()
    {
        Assert.All(
            ReadingsOf("Pdf"),
            reading =>
            {
                Assert.Null(reading.Refusal);
                Assert.Empty(reading.Missing);
            }
        );
    }

    [Theory]
    [InlineData("Word", 0.97, 0.95)]
    [InlineData("HeldOut/Word", 0.97, 0.9)]
    public void Word_documents_are_read_as_their_outlines_say_and_no_word_is_lost(string folder, double sections, double details)
    {
        var readings = ReadingsOf(folder);

        Assert.All(readings, reading => Assert.Empty(reading.Missing));
        AssertAtLeast(sections, readings.Select(reading => reading.Sections));
        AssertAtLeast(details, readings.Select(reading => reading.Details));

        static void AssertAtLeast(double least, IEnumerable<DocumentScore> scores)
        {
            var sum = scores.Aggregate(DocumentScore.None, (sum, score) => sum + score);
            Assert.True(sum.F1 >= least, $"{sum} is less than {least}.");
        }
    }

    private static string Table(string folder, List<Reading> readings)
    {
        var table = new StringBuilder($"\n{folder, -40} {"sections", -24} {"key details", -24} {"tables", -24} {"told", -24} title review\n");
        foreach (var reading in readings)
        {
            Row(reading.Name, part => part(reading), $"{YesOrNo(reading.Title), -5} {YesOrNo(reading.Review)} {reading.Refusal}");
        }

        Row("all", Sum, string.Create(CultureInfo.InvariantCulture, $"{Share(reading => reading.Title), -5:0.00} {Share(reading => reading.Review):0.00}"));
        table.AppendLine(CultureInfo.InvariantCulture, $"Sub-headings that were read as sections: {readings.Sum(reading => reading.SubheadingsAsSections)}");
        return table.ToString();

        void Row(string name, Func<Func<Reading, DocumentScore>, DocumentScore> of, string rest) =>
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{name, -40} {of(its => its.Sections), -24} {of(its => its.Details), -24} {of(its => its.Tables), -24} {of(its => its.LeftOut), -24} {rest}"
            );
        string YesOrNo(bool agrees) => agrees ? "yes" : "no";
        DocumentScore Sum(Func<Reading, DocumentScore> part) => readings.Select(part).Aggregate(DocumentScore.None, (sum, score) => sum + score);
        double Share(Func<Reading, bool> agrees) => readings.Count(agrees) / (double)readings.Count;
    }

    private static List<Reading> ReadingsOf(string folder) => [.. Documents(folder).Select(name => Readings.GetOrAdd(name, Reading.Of))];

    private static List<string> Documents(string folder) =>
        [.. Resources(folder).Where(name => !name.EndsWith(".expected", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Resources(string folder) =>
        Here.GetManifestResourceNames().Where(name => name.StartsWith($"Documents/{folder}/", StringComparison.Ordinal));

    private static DocumentOutline Expected(string name) =>
        DocumentOutline.Parse(Encoding.UTF8.GetString(Imports.Resource(Here, Path.ChangeExtension(name, ".expected"))));

    /// <param name="Refusal">Null where the file was read.</param>
    private sealed record Reading(
        string Name,
        DocumentScore Sections,
        DocumentScore Details,
        DocumentScore Tables,
        DocumentScore LeftOut,
        bool Title,
        bool Review,
        int SubheadingsAsSections,
        string? Refusal
    )
    {
        /// <summary>Words of the file that are neither in the policy nor told.</summary>
        public IReadOnlyList<string> Missing { get; private init; } = [];

        public static Reading Of(string name)
        {
            var (expected, shortName) = (Expected(name), Path.GetFileName(name));
            var outcome = PolicyImport.Parse(Imports.Resource(Here, name), shortName);
            if (outcome is not ImportOutcome.Imported { Policy: var policy, LeftOut: var leftOut, Coverage: var coverage })
            {
                return new Reading(
                    shortName,
                    DocumentScore.InOrder(expected.Sections, []),
                    DocumentScore.InAnyOrder(expected.Details, []),
                    DocumentScore.InOrder(expected.Tables, []),
                    DocumentScore.InAnyOrder(expected.LeftOut, []),
                    false,
                    false,
                    0,
                    ((ImportOutcome.Refused)outcome).Sentence
                );
            }

            var headings = policy.Sections.Select(section => section.Heading).ToList();
            return new Reading(
                shortName,
                DocumentScore.InOrder(expected.Sections, headings),
                DocumentScore.InAnyOrder(expected.Details, [.. policy.KeyDetails.Select(detail => $"{detail.Name} = {detail.Value}")]),
                DocumentScore.InOrder(
                    expected.Tables,
                    [.. policy.Sections.SelectMany(section => BlockText.All(section.Blocks)).OfType<Table>().Select(FirstRow)]
                ),
                DocumentScore.InAnyOrder([.. expected.LeftOut.Select(told => told.Split(' ')[0])], [.. leftOut.Select(told => KindOf(told.Kind))]),
                DocumentScore.Plain(expected.Title) == DocumentScore.Plain(policy.Title),
                expected.NextReview == policy.NextReview,
                headings
                    .Select(DocumentScore.Plain)
                    .Intersect(expected.Subheadings.Select(DocumentScore.Plain), StringComparer.Ordinal)
                    .Except(expected.Sections.Select(DocumentScore.Plain), StringComparer.Ordinal)
                    .Count(),
                null
            )
            {
                Missing = coverage.Missing,
            };
        }

        private static string KindOf(LeftOutKind kind) => kind is LeftOutKind.StruckOut ? "struck-out" : kind.ToString();

        private static string FirstRow(Table table) =>
            string.Join(" | ", table.Rows[0].Cells.Select(cell => string.Join(' ', BlockText.Texts(cell.Blocks).Select(text => text.PlainText))));
    }
}
