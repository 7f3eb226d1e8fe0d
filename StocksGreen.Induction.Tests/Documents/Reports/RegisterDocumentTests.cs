using StocksGreen.Induction.Documents.Layout;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Tests.Support.Pdf;

namespace StocksGreen.Induction.Tests.Documents.Reports;

public sealed class RegisterDocumentTests
{
    [PdfToolsFact]
    public async Task Four_hundred_rows_run_over_pages_that_each_repeat_the_head()
    {
        var register = DocumentSamples.Register(400);
        var pdf = RegisterDocument.Create(register);

        await PdfAssert.IsSoundAsync(pdf);
        var look = await PdfLook.AtAsync(pdf);
        Assert.True(look.Pages.Count > 10);
        Assert.All(look.Pages, page => Assert.Contains(page, word => word.Text is "Standing" or "Signed"));
        var text = await PdfTools.PlainTextOfAsync(pdf);
        Assert.Contains("200 of 400", text, StringComparison.Ordinal);
        Assert.Contains("Confidential: contains names", text, StringComparison.Ordinal);
        Assert.All(register.Rows, row => Assert.Contains(row.Name, text, StringComparison.Ordinal));
    }

    [PdfToolsFact]
    public async Task A_repeated_head_is_not_read_out_again()
    {
        var elements = await PdfAssert.ElementsOfAsync(RegisterDocument.Create(DocumentSamples.Register(60)));

        // Eight columns of who is overdue and of every row, four of the matrix.
        Assert.Equal((2 * 8) + 4, elements.Split("/Scope /Column").Length - 1);
        Assert.Equal(3, elements.Split("THead").Length - 1);
    }

    [PdfToolsFact]
    public async Task A_register_without_rows_says_so()
    {
        var pdf = RegisterDocument.Create(DocumentSamples.Register(0));

        await PdfAssert.IsSoundAsync(pdf);
        Assert.Contains("no one required", await PdfTools.PlainTextOfAsync(pdf), StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task The_first_page_is_everyone_by_surname_against_every_policy()
    {
        var pdf = RegisterDocument.Create(School(35, 13));

        await PdfAssert.IsSoundAsync(pdf);
        var pages = (await PdfTools.RunAsync(pdf, "pdftotext", ["-layout", "-enc", "UTF-8"], ["-"])).Output.Split('\f');
        var people = pages[0]
            .Split('\n')
            .Where(line => line.StartsWith("Person", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ToList();
        Assert.Equal(35, people.Count);
        Assert.Equal("Person 1 Arne ✓ 01/09/26 D 18/09/26 O 11/09/26 P E ✓ 01/09/26 D 18/09/26 O 11/09/26 P E ✓ 01/09/26 3 of 7", people[0]);
        Assert.StartsWith("Person 2 de Bell ✓", people[^1], StringComparison.Ordinal);
        Assert.All(people.Skip(1).SkipLast(1), line => Assert.Contains(" Cox ", line, StringComparison.Ordinal));
        Assert.Contains("105 of 245", pages[0], StringComparison.Ordinal);
        Assert.Contains("Overdue (70)", pages[1], StringComparison.Ordinal);
    }

    [PdfToolsFact]
    public async Task More_policies_than_a_page_is_wide_make_another_table_and_nobody_is_lost()
    {
        var text = await PdfTools.PlainTextOfAsync(RegisterDocument.Create(School(3, 27)));

        Assert.All((string[])["Policies 1 to 12 of 23", "Policies 13 to 23 of 23"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        // In each of two tables, then a line for each of five that are overdue and for each of all.
        Assert.Equal(2 + 5 + 23, text.Split("Person 1 Arne").Length - 1);
    }

    [Fact]
    public void Two_people_of_one_name_have_a_line_each_and_those_who_left_none()
    {
        var rows = School(3, 1).Rows;
        var register = School(3, 1) with { Rows = [rows[0], rows[1] with { Name = rows[0].Name }, rows[2] with { HasLeft = true }] };

        var matrix = Assert.Single(RegisterMatrix.Compose(register).OfType<Grid>());

        Assert.Equal([rows[0].Name, rows[0].Name, "Signed"], matrix.Rows.Select(row => string.Concat(row[0].Runs.Select(run => run.Text))));
    }

    [PdfToolsFact]
    public async Task It_says_plainly_what_is_not_set_and_not_signed()
    {
        var row = DocumentSamples.Register(1).Rows[0] with { Due = null, SignedAt = null, Kind = StandingKind.Paused, Role = "" };
        var text = await PdfTools.PlainTextOfAsync(
            RegisterDocument.Create(DocumentSamples.Register(0) with { Rows = [row], Scope = "Social Media Policy only" })
        );

        Assert.Contains("not set Paused not signed", text, StringComparison.Ordinal);
        Assert.Contains("Stocks Green Primary School · As at 14 September 2026 · Social Media Policy only", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes() =>
        Assert.Equal(RegisterDocument.Create(DocumentSamples.Register(40)), RegisterDocument.Create(DocumentSamples.Register(40)));

    /// <summary>Each person stands in one of six ways with each policy, one after the other; the sixth is not asked at all.</summary>
    private static Register School(int people, int policies)
    {
        string[] surnames = ["Arne", "de Bell", "Cox"];
        return DocumentSamples.Register(1) with
        {
            Rows =
            [
                .. Enumerable
                    .Range(0, people)
                    .SelectMany(person => Enumerable.Range(0, policies).Select(policy => (person, policy)))
                    .Where(place => place.policy % 6 != 5)
                    .Select(place =>
                        DocumentSamples.Register(1).Rows[0] with
                        {
                            Person = new StaffId(new Guid(place.person + 1, 0, 0, new byte[8])),
                            Name = $"Person {place.person + 1} {surnames[Math.Min(place.person, 2)]}",
                            Policy = $"{(char)('A' + (place.policy / 10))}{place.policy % 10} Online Safeguarding Policy",
                            Kind = (StandingKind)(place.policy % 6),
                            Due = new DateOnly(2026, 9, place.policy % 6 == 2 ? 11 : 18),
                            SignedAt = place.policy % 6 == 0 ? new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero) : null,
                        }
                    ),
            ],
        };
    }
}
