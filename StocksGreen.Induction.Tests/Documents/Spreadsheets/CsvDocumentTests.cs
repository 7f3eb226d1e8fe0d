using System.Text;
using StocksGreen.Induction.Documents.Spreadsheets;

namespace StocksGreen.Induction.Tests.Documents.Spreadsheets;

public sealed class CsvDocumentTests
{
    [Fact]
    public void A_list_opens_in_Excel_with_its_accents_and_its_dates()
    {
        var bytes = CsvDocument.Create(SheetSamples.TwoPeople);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "Person,Staff number,Due,Signatures,Last chased\r\n"
                + "Chloë Łukasz,007,2026-09-18,3,2026-09-14T16:05:00+01:00\r\n"
                + "\"Novák, Jan \"\"JJ\"\"\",'-1:1 Support,,-2,2026-12-01T09:00:00+00:00\r\n",
            Encoding.UTF8.GetString(bytes[3..])
        );
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-1:1 Support", "'-1:1 Support")]
    [InlineData("+44 1438", "'+44 1438")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    [InlineData("\r=1+1", "\"'\r=1+1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("=HYPERLINK(\"https://example.org\",\"x\")", "\"'=HYPERLINK(\"\"https://example.org\"\",\"\"x\"\")\"")]
    [InlineData("Teacher;=1+1", "\"Teacher;=1+1\"")]
    [InlineData("O’Brien = Smith", "O’Brien = Smith")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" spaced ", "\" spaced \"")]
    public void Text_stays_text_and_is_never_calculated(string text, string written) => Assert.Equal($"Role\r\n{written}\r\n", Written(SheetCell.From(text)));

    [Fact]
    public void Numbers_below_nothing_are_numbers() => Assert.Equal("Role\r\n-3\r\n", Written(SheetCell.From(-3L)));

    [Fact]
    public void A_heading_from_outside_is_doubted_too() =>
        Assert.Equal("'=1\r\n", Encoding.UTF8.GetString(CsvDocument.Create(new Sheet("x", [new SheetColumn("=1")], []))[3..]));

    [Fact]
    public void A_row_with_a_cell_too_few_is_refused() =>
        Assert.Throws<InvalidOperationException>(() =>
            CsvDocument.Create(
                new Sheet(
                    "x",
                    [new SheetColumn("a"), new SheetColumn("b")],
                    [
                        [SheetCell.Blank],
                    ]
                )
            )
        );

    private static string Written(SheetCell cell) =>
        Encoding.UTF8.GetString(
            CsvDocument.Create(
                new Sheet(
                    "x",
                    [new SheetColumn("Role")],
                    [
                        [cell],
                    ]
                )
            )[3..]
        );
}
