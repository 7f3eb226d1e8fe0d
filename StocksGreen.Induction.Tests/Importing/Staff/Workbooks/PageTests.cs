using System.Text;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

/// <summary>Web pages and XML that a system calls .xls.</summary>
public class PageTests
{
    private const string Heads = "<tr><th>Staff ID</th><th>Name</th><th>Work email</th><th>Job title</th><th>Start date</th></tr>";

    [Fact]
    public void A_table_of_a_web_page_is_read_as_a_browser_shows_it()
    {
        var list = StaffFiles.Recognised(
            """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel">
            <head><title>Export</title><style>td { mso-number-format: "\@"; } <table></style></head>
            <body><!-- <table><tr><td>Name</td></tr></table> -->
            <table><tr><td colspan=2>Larkrise&nbsp;Primary</td></tr></table>
            <TABLE border="1">
            <tr><td colspan="5">Staff &amp; helpers &#8211; autumn</td></tr>
            """
                + Heads
                + """

                <tr><td x:str>0042<td>F&eacute;e <b>Marsh</b><td><a href="#">f.marsh@larkrise.example</a>
                <td>Teacher<br>of music<td>01/09/2020
                <tr><td rowspan="2">43</td><td rowspan='2'>Gus Nye</td><td rowspan=2>g.nye@larkrise.example</td><td>Cook</td><td>01/09/2019</td></tr>
                <tr><td>Cleaner</td><td>01/09/2021</td></tr>
                <tr style="display: none"><td>44</td><td>Hal Orr</td><td>h.orr@larkrise.example</td><td>Cook</td><td>01/09/2019</td></tr>
                <tr><td>45</td><td>Ivy <table><tr><td>Pell</td></tr></table></td><td>i.pell@larkrise.example</td>
                <td>Cook, rated < 5</td><td>01/09/2019</td></tr>
                </TABLE></body></html>
                """
        );

        Assert.Equal(
            [
                "0042 | Fée Marsh | f.marsh@larkrise.example | Teacher of music | employee | 2020-09-01 | - | 3",
                "43 | Gus Nye | g.nye@larkrise.example | Cook; Cleaner | employee | 2019-09-01 | - | 4",
                "45 | Ivy Pell | i.pell@larkrise.example | Cook, rated < 5 | employee | 2019-09-01 | - | 7",
            ],
            list.People.Select(StaffFiles.Line)
        );
        Assert.Equal([1, 6], list.Ignored.Select(note => note.Line));
        Assert.Equal(
            [
                "“Table 2” was read; its headings are those of a staff list.",
                "Other sheets have no headings of a staff list and were not read: “Table 1”.",
                "Joined with line 4: staff ID 43 is Gus Nye, here as Cleaner.",
            ],
            list.Warnings.Select(note => note.Text)
        );
    }

    [Fact]
    public void A_page_in_the_letters_of_Windows_gives_the_same_names()
    {
        var page = CodePagesEncodingProvider
            .Instance.GetEncoding(1252)!
            .GetBytes($"<table>{Heads}<tr><td>1</td><td>Siân O’Grady</td><td>s.ogrady@larkrise.example</td><td>Cook</td><td>01/09/2020</td></tr></table>");

        Assert.Equal("Siân O’Grady", Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(page, StaffFiles.Today)).List.People.Single().FullName);
    }

    [Fact]
    public void A_page_that_breaks_off_keeps_its_last_row() =>
        Assert.Equal(
            ["Liv Sands", "Max Tarn"],
            StaffFiles
                .Recognised(
                    $"<table>{Heads}<tr><td>1<td>Liv Sands<td>l.sands@larkrise.example<td>Cook<td>01/09/2020"
                        + "<tr><td>2<td>Max Tarn<td>m.tarn@larkrise.example<td>Cook"
                )
                .People.Select(person => person.FullName)
        );

    [Fact]
    public void A_sheet_in_XML_is_read_like_a_workbook()
    {
        var list = StaffFiles.Recognised(
            """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="Staff"><Table>
            <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">Larkrise</Data></Cell></Row>
            <Row ss:Index="3"><Cell><Data ss:Type="String">Staff ID</Data></Cell><Cell><Data ss:Type="String">Name</Data></Cell>
            <Cell ss:Index="4"><Data ss:Type="String">Job title</Data></Cell><Cell><Data ss:Type="String">Start date</Data></Cell></Row>
            <Row><Cell><Data ss:Type="Number">7</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="urn:html">Jo <B>Quill</B></ss:Data></Cell>
            <Cell ss:Index="4"><Data ss:Type="String">Cook</Data></Cell><Cell><Data ss:Type="DateTime">2020-09-01T00:00:00.000</Data></Cell></Row>
            <Row ss:Hidden="1"><Cell><Data ss:Type="Number">8</Data></Cell><Cell><Data ss:Type="String">Kit Rowe</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """
        );

        Assert.Equal(["7 | Jo Quill | - | Cook | employee | 2020-09-01 | - | 4"], list.People.Select(StaffFiles.Line));
        Assert.Equal([1, 5], list.Ignored.Select(note => note.Line));
    }

    [Fact]
    public void A_page_over_the_bounds_is_refused()
    {
        Assert.StartsWith(
            "This file has more than 20,000 lines",
            StaffFiles.Refused("<table>" + string.Concat(Enumerable.Repeat("<tr><td>x", 30_000))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A row of this page has more than 1,000 cells",
            StaffFiles.Refused("<table><tr>" + string.Concat(Enumerable.Repeat("<td>x", 1_001))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A row of this page has more than 1,000 cells",
            StaffFiles.Refused("<table><tr><td colspan=999999><td colspan=2>"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("A row of this page has a cell", StaffFiles.Refused("<table><tr><td>" + new string('x', 70_000)), StringComparison.Ordinal);
        Assert.StartsWith(
            "This workbook holds far more than a staff list does",
            StaffFiles.Refused(
                "<table><tr>"
                    + string.Concat(Enumerable.Repeat($"<td rowspan=9999>{new string('x', 30_000)}", 100))
                    + string.Concat(Enumerable.Repeat("<tr>", 9_000))
            ),
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string> Shapes => [.. Large.Keys];

    private static readonly Dictionary<string, Func<int, string>> Large = new(StringComparer.Ordinal)
    {
        ["brackets"] = size => "<table>" + new string('<', size),
        ["open tags"] = size => "<table>" + string.Concat(Enumerable.Repeat("<td ", size / 4)),
        ["open comments"] = size => "<table>" + string.Concat(Enumerable.Repeat("<!--", size / 4)),
        ["open scripts"] = size => "<table>" + string.Concat(Enumerable.Repeat("<script>", size / 8)),
        ["tables within tables"] = size => string.Concat(Enumerable.Repeat("<table><tr><td>", size / 15)),
        ["quotation marks"] = size => "<table><tr " + new string('"', size),
        ["ampersands"] = size => "<table><tr>" + string.Concat(Enumerable.Repeat("<td>&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&<tr>", size / 50)),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_page_is_answered_in_proportion_to_its_size(string shape) =>
        Work.AssertGrowsWithItsInput(
            1_000_000,
            length =>
            {
                var file = Large[shape](length);
                return () => Assert.NotNull(StaffFiles.Read(file));
            }
        );
}
