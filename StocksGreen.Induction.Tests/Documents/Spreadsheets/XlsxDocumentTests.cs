using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using StocksGreen.Induction.Documents.Spreadsheets;
using OurSheet = StocksGreen.Induction.Documents.Spreadsheets.Sheet;

namespace StocksGreen.Induction.Tests.Documents.Spreadsheets;

public sealed class XlsxDocumentTests
{
    [Fact]
    public void Text_is_text_dates_are_dates_and_numbers_are_numbers()
    {
        using var workbook = Open(XlsxDocument.Create(SheetSamples.TwoPeople));
        var cells = Cells(workbook).Select(cell => (cell.CellReference!.Value, cell.DataType?.InnerText, cell.InnerText, Format(workbook, cell))).ToList();

        Assert.Equal(
            [
                ("A2", "inlineStr", "Chloë Łukasz", "@"),
                ("B2", "inlineStr", "007", "@"),
                ("C2", null, "46283", "dd/mm/yyyy"),
                ("D2", null, "3", "General"),
                ("E2", null, "46279.67013888889", @"dd/mm/yyyy\ hh:mm"),
                ("A3", "inlineStr", "Novák, Jan \"JJ\"", "@"),
                ("B3", "inlineStr", "-1:1 Support", "@"),
                ("D3", null, "-2", "General"),
                ("E3", null, "46357.375", @"dd/mm/yyyy\ hh:mm"),
            ],
            cells.Skip(5)
        );
        Assert.Empty(workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
    }

    [Fact]
    public void The_headings_stay_in_sight_and_the_rows_are_a_table()
    {
        using var workbook = Open(XlsxDocument.Create(SheetSamples.TwoPeople));
        var worksheet = workbook.WorkbookPart!.WorksheetParts.Single();

        Assert.Equal("A2", worksheet.Worksheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.Equal("A1:E3", worksheet.TableDefinitionParts.Single().Table.Reference!.Value);
        Assert.Equal([28d, 16d, 16d, 16d, 20d], worksheet.Worksheet.Descendants<Column>().Select(column => column.Width!.Value));
        Assert.Equal("Who has not signed", workbook.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData(" two  spaces ")]
    [InlineData("a < b & c > \"d\"")]
    [InlineData("👩🏽‍🏫 Ms Ó")]
    [InlineData("line one\nline two")]
    public void What_is_written_is_read_back(string text)
    {
        using var workbook = Open(
            XlsxDocument.Create(
                new OurSheet(
                    "x",
                    [new SheetColumn("Text")],
                    [
                        [SheetCell.From(text)],
                    ]
                )
            )
        );

        Assert.Equal(text, Cells(workbook).Last().InnerText);
    }

    [Theory]
    [InlineData("bell\a", "bell_x0007_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    public void What_XML_cannot_carry_is_spelled_as_the_format_says(string text, string spelled)
    {
        using var workbook = Open(
            XlsxDocument.Create(
                new OurSheet(
                    "x",
                    [new SheetColumn("Text")],
                    [
                        [SheetCell.From(text)],
                    ]
                )
            )
        );

        Assert.Equal(spelled, Cells(workbook).Last().InnerText);
    }

    [Fact]
    public void Half_a_letter_is_told_by_its_number()
    {
        using var workbook = Open(
            XlsxDocument.Create(
                new OurSheet(
                    "x",
                    [new SheetColumn("Text")],
                    [
                        [SheetCell.From("half " + (char)0xD800)],
                    ]
                )
            )
        );

        Assert.Equal("half _xD800_", Cells(workbook).Last().InnerText);
    }

    [Fact]
    public void Days_that_Excel_does_not_know_are_told_in_text()
    {
        using var workbook = Open(
            XlsxDocument.Create(
                new OurSheet(
                    "x",
                    [new SheetColumn("Day")],
                    [
                        [SheetCell.From(new DateOnly(1899, 1, 2))],
                    ]
                )
            )
        );

        Assert.Equal("1899-01-02", Cells(workbook).Last().InnerText);
    }

    [Fact]
    public void Printed_it_is_as_wide_as_a_page_on_its_side_with_its_title_and_headings_on_every_page()
    {
        using var workbook = Open(
            XlsxDocument.Create(SheetSamples.TwoPeople with { Title = "Art & Craft" }, SheetSamples.TwoPeople with { Name = "Who's next" })
        );

        var sheets = workbook.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet).ToList();
        Assert.Equal(2, sheets.Count);
        Assert.All(
            sheets,
            sheet =>
            {
                var setup = sheet.Descendants<PageSetup>().Single();
                Assert.Equal((OrientationValues.Landscape, 9u, 0u), (setup.Orientation!.Value, setup.PaperSize!.Value, setup.FitToHeight!.Value));
                Assert.True(sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value);
            }
        );
        Assert.Equal("&LArt && Craft", sheets[0].Descendants<OddHeader>().Single().Text);
        Assert.Equal("Art & Craft", workbook.PackageProperties.Title);
        Assert.Equal(
            ["'Who has not signed'!$1:$1", "'Who''s next'!$1:$1"],
            workbook.WorkbookPart.Workbook.Descendants<DefinedName>().Select(name => name.Text)
        );
    }

    [Fact]
    public void An_empty_list_is_a_good_workbook()
    {
        using var workbook = Open(XlsxDocument.Create(new OurSheet("a/b: [a name that no tab of a workbook would take]", [new SheetColumn("Text")], [])));

        Assert.Single(Cells(workbook));
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes() => Assert.Equal(XlsxDocument.Create(SheetSamples.TwoPeople), XlsxDocument.Create(SheetSamples.TwoPeople));

    [Fact]
    public void Fifty_thousand_rows_are_written_as_they_are_read()
    {
        var read = 0;
        var rows = Enumerable
            .Range(1, 50_000)
            .Select(number =>
            {
                read = number;
                return (IReadOnlyList<SheetCell>)[SheetCell.From($"Person {number}"), SheetCell.From((long)number)];
            });

        using var workbook = Open(XlsxDocument.Create(new OurSheet("Many", [new SheetColumn("Person"), new SheetColumn("Number")], rows)), validate: false);

        Assert.Equal(50_000, read);
        Assert.Equal("A1:B50001", workbook.WorkbookPart!.WorksheetParts.Single().TableDefinitionParts.Single().Table.Reference!.Value);
    }

    [Fact]
    public void Two_headings_alike_are_refused() =>
        Assert.Throws<ArgumentException>(() => XlsxDocument.Create(new OurSheet("x", [new SheetColumn("Due"), new SheetColumn("due")], [])));

    /// <summary>Opens it and asks Microsoft's own rules whether it is a workbook.</summary>
    private static SpreadsheetDocument Open(byte[] bytes, bool validate = true)
    {
        var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(
            validate
                ? new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016)
                    .Validate(workbook)
                    .Select(error => $"{error.Path?.XPath}: {error.Description}")
                : []
        );
        return workbook;
    }

    private static IEnumerable<Cell> Cells(SpreadsheetDocument workbook) => workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>();

    private static string Format(SpreadsheetDocument workbook, Cell cell)
    {
        var styles = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0)).NumberFormatId!.Value;
        return format switch
        {
            0 => "General",
            49 => "@",
            _ => styles.NumberingFormats!.Elements<NumberingFormat>().Single(own => own.NumberFormatId!.Value == format).FormatCode!.Value!,
        };
    }
}
