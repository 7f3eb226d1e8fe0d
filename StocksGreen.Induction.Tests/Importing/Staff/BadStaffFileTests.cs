using System.Text;
using StocksGreen.Induction.Importing.Staff;
using StocksGreen.Induction.Tests.Support;

namespace StocksGreen.Induction.Tests.Importing.Staff;

public class BadStaffFileTests
{
    private const string Headings = "Staff ID,Surname,Forename,Email,Role,Start date\n";

    [Fact]
    public void A_file_that_is_no_staff_list_is_refused_in_a_sentence_that_says_what_to_do()
    {
        Assert.Equal("This file is empty. Check that it is the right file.", StaffFiles.Refused(""));
        Assert.Equal("This file is empty. Check that it is the right file.", StaffFiles.Refused("\uFEFF \r\n\r\n"));
        Assert.StartsWith(
            "This is a web page or XML without a table",
            StaffFiles.Refused("<html><body><p>Surname</p></body></html>"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "This is a web page or XML without a table",
            StaffFiles.Refused("<?xml version='1.0'?><staff><one/></staff>"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("This is a PDF.", StaffFiles.Refused("%PDF-1.7\n"), StringComparison.Ordinal);
        Assert.StartsWith(
            "No row of headings was found",
            StaffFiles.Refused("1,Hart,Amelia,a.hart@school.example\n2,Santos,Maria,m.santos@school.example\n"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("No row of headings was found", StaffFiles.Refused("Dear all,\nhere is the list you asked for.\n"), StringComparison.Ordinal);
        Assert.Equal("There is nobody under the headings in line 1.", StaffFiles.Refused(Headings));
    }

    [Fact]
    public void A_name_in_any_script_is_taken()
    {
        string[] names = ["محمد علي", "नमिता शर्मा", "山田 太郎", "김 철수", "שרה כהן", "Ọlá Adébáyọ̀"];
        var list = StaffFiles.Recognised("Name,Job title\n" + string.Concat(names.Select(name => name + ",معلم\n")));

        Assert.Equal(names.Select(name => name.Normalize(NormalizationForm.FormC)), list.People.Select(person => person.FullName));
        Assert.All(list.People, person => Assert.Equal(["معلم"], person.Roles));
    }

    [Fact]
    public void A_character_that_no_list_has_is_named_with_its_line()
    {
        Assert.StartsWith(
            "Line 3 holds a character that no staff list has",
            StaffFiles.Refused(Headings + "1,Hart,Amelia,,Cook,01/09/2020\n2,San\0tos,Maria,,Cook,01/09/2020\n"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Line 2 holds a character that no staff list has",
            StaffFiles.Refused(Headings.Replace("\n", "\r", StringComparison.Ordinal) + "1,Ha\u0001rt,Amelia,,Cook,01/09/2020\r"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_named_with_its_line()
    {
        Assert.Equal(
            "A quotation mark that is opened in the row of line 3 is never closed, so nobody can say where its cells end. Correct that line, or "
                + "export the list again.",
            StaffFiles.Refused(Headings + "1,Hart,Amelia,,Cook,01/09/2020\n2,\"Santos,Maria,,Cook,01/09/2020\n3,Bello,Aisha,,Cook,01/09/2020\n")
        );
        Assert.Equal(
            "A quotation mark that is opened in the row of line 2 is closed in the middle of a cell, so nobody can say where its cells end. Correct "
                + "that line, or export the list again.",
            StaffFiles.Refused(Headings + "1,\"Hart,Amelia,,Cook,01/09/2020\n2,\"Santos\",Maria,,Cook,01/09/2020\n")
        );
        Assert.Equal(
            "The row of line 2 goes over 13 lines: perhaps a quotation mark is out of place. Correct that line, or export the list again.",
            StaffFiles.Refused(
                Headings
                    + "1,\"Hart,Amelia,,Cook,01/09/2020\n"
                    + string.Concat(Enumerable.Range(2, 11).Select(i => $"{i},Santos,Maria,,Cook,01/09/2020\n"))
                    + "13,Bello\",Aisha,,Cook,01/09/2020\n"
            )
        );
    }

    [Fact]
    public void A_heading_that_stands_twice_over_different_columns_is_refused()
    {
        var same = StaffFiles.Recognised("Staff ID,Name,Email,Email\n1,Amelia Hart,a@school.example,A@school.example\n2,Maria Santos,,m@school.example\n");

        Assert.Equal(["a@school.example", "m@school.example"], same.People.Select(person => person.Email));
        Assert.Equal(
            "The heading “Email” stands in line 1 more than once, and the columns differ, so nobody can say which counts. Take one of them out and "
                + "choose the file again.",
            StaffFiles.Refused("Staff ID,Name,Email,Email\n1,Amelia Hart,a@school.example,b@school.example\n")
        );
    }

    [Fact]
    public void A_file_over_the_bounds_is_refused()
    {
        Assert.Equal("This file has 20.0 MB. A staff list has 5 MB at most: check that it is the right file.", StaffFiles.Refused(new byte[20 * 1024 * 1024]));
        Assert.StartsWith(
            "This file has more than 20,000 lines",
            StaffFiles.Refused(Headings + string.Concat(Enumerable.Repeat("1,H\n", 200_000))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "This file has more than 20,000 lines",
            StaffFiles.Refused(new string('\n', 200_000) + Headings + "1,Hart,Amelia,a.hart@school.example,Cook,01/09/2020\n"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Line 2 has a cell of more than 32767 characters",
            StaffFiles.Refused(Headings + "1," + new string('x', (5 * 1024 * 1024) - 100)),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Line 2 has ", StaffFiles.Refused(Headings + new string(',', 5_000_000)), StringComparison.Ordinal);
        Assert.StartsWith("No row of headings was found", StaffFiles.Refused(new string('"', 5_000_000)), StringComparison.Ordinal);
    }

    public static TheoryData<string> Shapes => [.. Large.Keys];

    private static readonly Dictionary<string, (int Size, Func<int, string> Text)> Large = new(StringComparer.Ordinal)
    {
        ["lines"] = (50_000, size => Headings + string.Concat(Enumerable.Repeat("1,H\n", size))),
        ["empty lines"] = (50_000, size => new string('\n', size) + Headings),
        ["one cell"] = (1_250_000, size => Headings + "1," + new string('x', size)),
        ["cells of one line"] = (1_250_000, size => Headings + new string(',', size)),
        ["quotation marks"] = (1_250_000, size => new string('"', size)),
        ["tables"] = (
            1_000,
            size =>
                Headings + string.Concat(Enumerable.Range(0, size).Select(i => i % 2 == 0 ? "Name,Email,Role\n" : "Surname,Forename,Job title,Start date\n"))
        ),
        ["one person"] = (
            1_000,
            size => Headings + string.Concat(Enumerable.Range(0, size).Select(i => $"{i},Hart,Amelia,a.hart@school.example,Cook {i},01/09/2020\n"))
        ),
        ["roles without a name"] = (
            1_000,
            size => "Name,Email,Role\nAmelia Hart,a.hart@school.example,Cook\n" + string.Concat(Enumerable.Range(0, size).Select(i => $",,Cook {i}\n"))
        ),
        ["people"] = (
            1_500,
            size => Headings + string.Concat(Enumerable.Range(0, size).Select(i => $"{i % 2200},Hart,Amelia,a{i % 2200}@school.example,Cook {i},01/09/2020\n"))
        ),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_file_is_answered_in_proportion_to_its_size(string shape)
    {
        var (size, text) = Large[shape];
        Work.AssertGrowsWithItsInput(
            size,
            length =>
            {
                var file = text(length);
                return () => Assert.NotNull(StaffFiles.Read(file));
            }
        );
    }

    [Fact]
    public void A_name_that_a_spreadsheet_would_run_is_not_taken()
    {
        var list = StaffFiles.Recognised(
            Headings
                + "1,Hart,Amelia,,Cook,01/09/2020\n2,\"=cmd|' /C calc'!A0\",,,Cook,01/09/2020\n3,@SUM(1),,,Cook,01/09/2020\n"
                + "4,<script>alert(1)</script>,Mia,,Cook,01/09/2020\n"
        );

        Assert.Equal(["Amelia Hart"], list.People.Select(person => person.FullName));
        Assert.Equal([3, 4, 5], list.Ignored.Select(note => note.Line));
    }

    [Fact]
    public void A_file_in_any_encoding_that_schools_meet_gives_the_same_people()
    {
        const string Text = "Staff ID\tName\tRole\tStart date\r\n1\tSiân O’Sullivan\tClass teacher\t01/09/2020\r\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Text),
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            Encoding.Unicode.GetBytes(Text),
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
        ];

        Assert.All(
            files,
            file =>
                Assert.Equal(
                    "1 | Siân O’Sullivan | - | Class teacher | employee | 2020-09-01 | - | 2",
                    StaffFiles.Line(Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(file, StaffFiles.Today)).List.People.Single())
                )
        );
    }
}
