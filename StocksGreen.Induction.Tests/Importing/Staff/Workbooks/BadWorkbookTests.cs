using System.Globalization;
using System.IO.Compression;
using System.Text;
using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

/// <summary>A workbook that cannot be read is answered in a sentence that says what to do, at a cost that is counted.</summary>
public class BadWorkbookTests
{
    private const string Damaged = "This looks like a workbook, but it is damaged or cut short.";
    private const string Protected = "This workbook is protected by a password.";
    private const string TooMuch = "This workbook holds far more than a staff list does, so it was not read.";

    private static readonly TestSheet Sheet = new(
        "Staff",
        ["Staff ID", "Name", "Work email", "Job title", "Start date"],
        ["1", "Ada Fenn", "a.fenn@larkrise.example", "Teacher", new DateOnly(2020, 9, 1)],
        ["2", "Bram Gale", "b.gale@larkrise.example", "Cook", new DateOnly(2021, 9, 1)]
    );

    [Fact]
    public void A_workbook_under_a_password_is_never_begun()
    {
        Refuses(Protected, XlsFile.Compound("EncryptedPackage", new byte[5000]));
        Refuses(Protected, XlsFile.Compound("encryptedPACKAGE", new byte[5000]));
        Refuses(Protected, XlsFile.Compound("EncryptionInfo", Encoding.UTF8.GetBytes("<keyEncryptors spinCount=\"2147483647\"/>")));
    }

    [Fact]
    public void Another_document_in_the_clothes_of_a_workbook_is_named()
    {
        Refuses("This is a Word document, not a staff list.", XlsFile.Compound("WordDocument", new byte[5000]));
        Refuses("This is a file of an old Office program, but no workbook.", XlsFile.Compound("PowerPoint Document", new byte[5000]));
        Refuses("This is a Word document, not a staff list.", Zip("word/document.xml"));
        Refuses("This is a presentation, not a staff list.", Zip("ppt/presentation.xml"));
        Refuses("This is an OpenDocument file.", Zip("mimetype", "content.xml"));
        Refuses("This is a file of Numbers.", Zip("Index/Document.iwa"));
        Refuses("This is a binary workbook (.xlsb).", Zip("xl/workbook.bin"));
        Refuses("This is a compressed archive.", Zip("staff.csv"));
    }

    [Fact]
    public void A_workbook_that_is_cut_short_or_damaged_is_refused()
    {
        var (xlsx, xls) = (XlsxFile.Of(Sheet), XlsFile.Of(Sheet));
        var parts = XlsxFile.Parts(Sheet);
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][..400];

        Refuses(Damaged, xlsx[..(xlsx.Length / 2)]);
        Refuses(Damaged, xlsx[..4]);
        Refuses(Damaged, xls[..1536]);
        Refuses("This is a file of an old Office program, but no workbook.", xls[..8]);
        Refuses(Damaged, XlsxFile.Zip(parts));
        Refuses(Damaged, Zip("xl/workbook.xml"));
    }

    [Fact]
    public void A_document_type_is_never_expanded()
    {
        var parts = XlsxFile.Parts(Sheet);
        parts["xl/worksheets/sheet1.xml"] =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + parts["xl/worksheets/sheet1.xml"].Replace("Ada Fenn", "&b;", StringComparison.Ordinal);

        Refuses(Damaged, XlsxFile.Zip(parts));
        Refuses(
            Damaged,
            Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"a\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")
        );
    }

    [Fact]
    public void What_unpacks_to_far_more_than_a_list_is_not_read()
    {
        var parts = XlsxFile.Parts(Sheet);
        parts["xl/sharedStrings.xml"] = new string(' ', 70 * 1024 * 1024);
        Refuses(TooMuch, XlsxFile.Zip(parts));
    }

    [Fact]
    public void A_sheet_that_is_read_a_hundred_times_over_is_given_up()
    {
        var parts = XlsxFile.Parts([.. Enumerable.Range(0, 90).Select(i => Sheet with { Name = $"S{i}" })]);
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]
            .Replace("<sheetData>", "<sheetData>" + new string(' ', 40_000_000), StringComparison.Ordinal);
        parts["xl/_rels/workbook.xml.rels"] = string.Join(
            "sheet1.xml",
            parts["xl/_rels/workbook.xml.rels"]
                .Split(Enumerable.Range(1, 90).Select(i => $"sheet{i.ToString(CultureInfo.InvariantCulture)}.xml").ToArray(), StringSplitOptions.None)
        );
        Refuses(Damaged, XlsxFile.Zip(parts));
    }

    [Fact]
    public void Rows_columns_sheets_and_cells_over_the_bounds_are_refused()
    {
        object?[] person = ["1", "Ada Fenn", "a.fenn@larkrise.example", "Teacher"];
        Refuses("This file has more than 20,000 lines", XlsxFile.Of(new TestSheet("Staff", [Sheet.Rows[0], .. Enumerable.Repeat(person, 20_000)])));
        Refuses("Line 2 has a cell of more than 32767 characters.", XlsxFile.Of(new TestSheet("Staff", Sheet.Rows[0], ["1", new string('x', 33_000)])));
        Refuses(TooMuch, XlsxFile.Of([.. Enumerable.Range(0, 101).Select(i => Sheet with { Name = $"S{i}" })]));
        Refuses(TooMuch, Changed("r=\"E3\"", "r=\"ZZZZZZ3\""));
        Refuses(TooMuch, Changed("<row r=\"3\"", "<row r=\"1999999999\""));
        Refuses(
            TooMuch,
            XlsxFile.Of(new TestSheet("Staff", [Sheet.Rows[0], .. Enumerable.Repeat<object?[]>([.. Enumerable.Repeat(new string('x', 30_000), 26)], 14)]))
        );
    }

    /// <summary>The parser would walk to it row by row.</summary>
    [Fact]
    public void A_sheet_that_says_it_has_thousands_of_millions_of_rows_is_refused()
    {
        var file = XlsFile.Of(Sheet);
        // Record of the dimensions: kind, length, first row, one more than the last row.
        var at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 14, 0, 0, 0, 0, 0, 3, 0, 0, 0]);
        file[at + 11] = 0x2C;

        Refuses(TooMuch, file);
    }

    [Fact]
    public void A_lonely_row_far_below_the_list_costs_no_list()
    {
        var list = Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(Changed("<row r=\"3\"", "<row r=\"1048576\""), StaffFiles.Today)).List;

        Assert.Equal(["Ada Fenn", "Bram Gale"], list.People.Select(person => person.FullName));
    }

    [Fact]
    public void A_workbook_without_headings_or_with_hidden_sheets_alone_is_refused()
    {
        Refuses("No row of headings was found in the first 200 rows of any sheet that is shown.", XlsxFile.Of(new TestSheet("Rota", ["Monday", "Tuesday"])));
        Refuses("No row of headings was found in the first 200 rows of any sheet that is shown.", XlsxFile.Of(Sheet with { IsHidden = true }));
        Refuses("No row of headings was found in the first 200 rows of any sheet that is shown.", XlsxFile.Of(Sheet with { HiddenRows = [0] }));
    }

    public static TheoryData<string> Formats => ["xlsx", "xls"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Whatever_byte_is_changed_the_workbook_is_recognised_or_refused(string format)
    {
        var whole = format == "xls" ? XlsFile.Of(Sheet) : XlsxFile.Of(Sheet);
        var random = new Random(format.Length);
        var refused = 0;
        for (var i = 0; i < 200; i++)
        {
            var file = whole.ToArray();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                // The header and the directory of an .xls file are at its start, the directory of an .xlsx file at its end.
                var at =
                    random.Next(2) == 0 ? random.Next(file.Length)
                    : format == "xls" ? random.Next(1600)
                    : file.Length - 1 - random.Next(700);
                file[at] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
            }

            if (StaffFile.Parse(file, StaffFiles.Today) is StaffFileOutcome.Refused refusal)
            {
                refused++;
                Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal);
            }
        }

        Assert.InRange(refused, 1, 199);
    }

    private static byte[] Changed(string what, string to)
    {
        var parts = XlsxFile.Parts(Sheet);
        Assert.Contains(what, parts["xl/worksheets/sheet1.xml"], StringComparison.Ordinal);
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].Replace(what, to, StringComparison.Ordinal);
        return XlsxFile.Zip(parts);
    }

    private static void Refuses(string start, byte[] file) => Assert.StartsWith(start, StaffFiles.Refused(file), StringComparison.Ordinal);

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                zip.CreateEntry(name);
            }
        }

        return bytes.ToArray();
    }
}
