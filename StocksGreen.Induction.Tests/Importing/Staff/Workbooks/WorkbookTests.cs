using StocksGreen.Induction.Importing.Staff;

namespace StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

/// <summary>A workbook gives the people that a person sees in it, whether it is .xlsx or .xls.</summary>
public class WorkbookTests
{
    private static readonly string[] Headings = ["Staff ID", "Name", "Work email", "Job title", "Start date", "Leaving date"];

    public static TheoryData<string> Formats => ["xlsx", "xls"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Dates_numbers_and_accents_are_read_as_the_cells_show_them(string format)
    {
        var list = Recognised(
            format,
            new TestSheet(
                "Staff",
                ["Larkrise Primary School"],
                [],
                Headings,
                [new TestSheet.Formatted(42, "0000"), "Zoë Ó Dálaigh", "z.odalaigh@larkrise.example", "Teacher", new DateOnly(2021, 9, 1), null],
                [107, "Petra Novák", "p.novak@larkrise.example", "Cook", new TestSheet.Formatted(43709, "mmm-yy"), new DateOnly(2027, 8, 31)],
                ["0108", "Idris Bell", "i.bell@larkrise.example", "Caretaker", "14 June 2019", null]
            )
            {
                Merged = [(0, 0, 0, 5)],
            }
        );

        Assert.Equal(
            [
                "0042 | Zoë Ó Dálaigh | z.odalaigh@larkrise.example | Teacher | employee | 2021-09-01 | - | 4",
                "107 | Petra Novák | p.novak@larkrise.example | Cook | employee | 2019-09-01 | 2027-08-31 | 5",
                "0108 | Idris Bell | i.bell@larkrise.example | Caretaker | employee | 2019-06-14 | - | 6",
            ],
            list.People.Select(StaffFiles.Line)
        );
        Assert.Equal([new LineNote(1, "Above the headings.")], list.Ignored);
        Assert.Equal([new LineNote(5, "The first day (“Sep 2019”) names no day, so the first of that month was taken: 1 September 2019.")], list.Warnings);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_sheet_with_the_staff_list_is_chosen_and_the_others_are_named(string format)
    {
        var list = Recognised(
            format,
            new TestSheet("Read me", ["Ask Wren in the office"]),
            new TestSheet(
                "Left 2019",
                ["Staff ID", "Name", "Work email", "Job title", "Start date", "Leaving date", "Category"],
                ["1", "Una Gone", "u.gone@larkrise.example", "Cook", "01/09/2001", "31/08/2019", "Support"]
            ),
            new TestSheet("Main list", Headings, ["2", "Wren Ashdown", "w.ashdown@larkrise.example", "Clerk", "01/09/2020", ""]),
            new TestSheet("Lookups", ["Roles"], ["Cook"]) { IsHidden = true }
        );

        Assert.Equal(["2 | Wren Ashdown | w.ashdown@larkrise.example | Clerk | employee | 2020-09-01 | - | 2"], list.People.Select(StaffFiles.Line));
        Assert.Equal(
            [
                "“Main list” was read; its headings are those of a staff list.",
                "“Left 2019” (2 rows) has headings of a staff list too, and was not read. If its people are staff, save it as a file of its own and import "
                    + "that too.",
                "Other sheets have no headings of a staff list and were not read: “Read me”.",
                "Other sheets are hidden in the workbook and were not read: “Lookups”.",
            ],
            list.Warnings.Select(note => note.Text)
        );
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_hidden_is_told_of(string format)
    {
        var list = Recognised(
            format,
            new TestSheet(
                "Staff",
                Headings,
                ["1", "Ada Fenn", "a.fenn@larkrise.example", "Teacher", "01/09/2020", ""],
                ["2", "Bram Gale", "b.gale@larkrise.example", "Teacher", "01/09/2020", ""],
                ["3", "Cora Holt", "c.holt@larkrise.example", "Teacher", "01/09/2020", ""]
            )
            {
                HiddenRows = [2],
                HiddenColumns = [0],
            }
        );

        Assert.Equal(["Ada Fenn", "Cora Holt"], list.People.Select(person => person.FullName));
        Assert.Equal(
            [new LineNote(3, "This row is hidden in the workbook, so it was not taken. Show it and choose the file again to import it.")],
            list.Ignored
        );
        Assert.Equal([new LineNote(1, "The column “Staff ID” is hidden in the workbook, and was read all the same.")], list.Warnings);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_cell_that_is_merged_downwards_counts_in_each_of_its_rows(string format)
    {
        var list = Recognised(
            format,
            new TestSheet(
                "Record",
                ["Staff ID", "Name", "Work email", "Employment", null],
                [null, null, null, "Job title", "Start date"],
                ["1", "Ada Fenn", "a.fenn@larkrise.example", "Teacher", new DateOnly(2020, 9, 1)],
                [null, null, null, "Phonics lead", new DateOnly(2022, 9, 1)],
                ["2", "Bram Gale", "b.gale@larkrise.example", "Cook", new DateOnly(2020, 9, 1)]
            )
            {
                Merged = [(0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 2, 2), (0, 0, 3, 4), (2, 3, 0, 0), (2, 3, 1, 1), (2, 3, 2, 2)],
            }
        );

        Assert.Equal(
            [
                "1 | Ada Fenn | a.fenn@larkrise.example | Teacher; Phonics lead | employee | 2020-09-01 | - | 3",
                "2 | Bram Gale | b.gale@larkrise.example | Cook | employee | 2020-09-01 | - | 5",
            ],
            list.People.Select(StaffFiles.Line)
        );
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_sheet_that_is_called_after_a_group_says_who_is_in_it(string format)
    {
        var list = Recognised(
            format,
            new TestSheet("Governors", ["Name", "Role", "Email"], ["Ada Fenn", "Parent", "a.fenn@mail.example"], ["Bram Gale", "Clerk", "b.gale@mail.example"])
        );

        Assert.Equal(["governor", "employee"], list.People.Select(person => person.Audience.ToString().ToLowerInvariant()));
    }

    private static StaffList Recognised(string format, params TestSheet[] sheets) =>
        Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(format == "xls" ? XlsFile.Of(sheets) : XlsxFile.Of(sheets), StaffFiles.Today)).List;
}
