using System.Text;
using StocksGreen.Induction.Importing.Staff;
using StocksGreen.Induction.Tests.Importing.Staff.Workbooks;

namespace StocksGreen.Induction.Tests.Importing.Staff;

/// <summary>Exports with titles above their headings, and accounts of rooms, devices, leavers and pupils, in each form in which offices get them.</summary>
public sealed class AwkwardExportTests
{
    private static readonly Dictionary<string, (byte[] File, string[] People, int[] Ignored)> Exports = new(StringComparer.Ordinal)
    {
        ["mailboxes of Exchange"] = (
            Text(
                "\"Display Name\",\"Email Address\",\"Recipient Type\",\"Last Logon\"\n\"Amy Brown\",\"abrown@wren.example\",\"UserMailbox\",\"2026-11-01\"\n"
                    + "\"Hall Booking\",\"hall@wren.example\",\"RoomMailbox\",\"\"\n\"Minibus\",\"minibus@wren.example\",\"EquipmentMailbox\",\"\"\n"
                    + "\"Admissions\",\"admissions@wren.example\",\"SharedMailbox\",\"\"\n"
                    + "\"Year 3 Parents\",\"y3@wren.example\",\"MailUniversalDistributionGroup\",\"\"\n"
            ),
            ["- | Amy Brown | abrown@wren.example | - | employee | - | - | 2"],
            [3, 4, 5, 6]
        ),
        ["mailboxes with their SMTP addresses"] = (
            Text(
                "Display name,Primary SMTP address,Recipient type details,Job title\nAmy Brown,abrown@wren.example,User mailbox,Teacher\n"
                    + "Hall Booking,hall@wren.example,Room,\nBen Cole,bcole@wren.example,User,Caretaker\n"
            ),
            ["- | Amy Brown | abrown@wren.example | Teacher | employee | - | - | 2", "- | Ben Cole | bcole@wren.example | Caretaker | employee | - | - | 4"],
            [3]
        ),
        ["users of Google under units of the school's own"] = (
            Text(
                "First Name,Last Name,Email Address,Org Unit Path,Status,Last Sign In\nAmy,Brown,abrown@wren.example,/Teaching Staff,Active,2026/11/20\n"
                    + "Cal,Dunn,cdunn@wren.example,/Students/2019 Intake,Active,2026/11/20\nDot,Egan,degan@wren.example,/Alumni,Active,2026/11/20\n"
                    + "Smartboard,Room 4,sb4@wren.example,/Classroom Devices,Active,Never\nEli,Frost,efrost@wren.example,/Teaching Staff,Suspended,2024/11/20\n"
                    + "Fay,Green,fgreen@wren.example,/Admin Staff,Archived,2024/11/20\nMeet,Hub,hub@wren.example,/IT/Meeting Rooms,Active,Never\n"
            ),
            ["- | Amy Brown | abrown@wren.example | - | employee | - | - | 2"],
            [3, 4, 5, 6, 7, 8]
        ),
        ["users of Entra"] = (
            Text(
                "userPrincipalName,displayName,surname,mail,givenName,objectId,userType,jobTitle,department,accountEnabled\n"
                    + "abrown@wren.example,Amy Brown,Brown,abrown@wren.example,Amy,1,Member,Class Teacher,Staff,TRUE\n"
                    + "gs_outlook.example#EXT#@wren.example,Gail Stone,Stone,gs@outlook.example,Gail,2,Guest,,,TRUE\n"
                    + "hroom@wren.example,Hub Room,,hroom@wren.example,,3,Member,,,FALSE\n"
                    + "ipad12@wren.example,iPad 12,,ipad12@wren.example,iPad,4,Member,,,TRUE\n"
                    + "svc-backup@wren.example,svc-backup,,svc-backup@wren.example,,5,Member,,,TRUE\n"
                    + "j.ho2021@wren.example,Jo Ho,Ho,j.ho2021@wren.example,Jo,6,Member,Student,Year 5,TRUE\n"
                    + "kking@wren.example,Kit King (Y6),King,kking@wren.example,Kit,7,Member,,Pupils,TRUE\n"
            ),
            ["- | Amy Brown | abrown@wren.example | Class Teacher | employee | - | - | 2"],
            [3, 4, 5, 6, 7, 8]
        ),
        ["two lines of headings below a title"] = (
            Text(
                "Wren Primary School,,,,\nStaff list as at 25/11/2026,,,,\n,,,,\nName,,Contact,,Employment\nSurname,Forename,Email,Job title,Start date\n"
                    + "Brown,Amy,abrown@wren.example,Teacher,1 Sept 2020\n"
                    + "\"de Souza\",Ana,adesouza@wren.example,\"TA\nMDSA\",03/01/2022\n,,,,\nTotal staff: 2,,,,\n"
            ),
            [
                "- | Amy Brown | abrown@wren.example | Teacher | employee | 2020-09-01 | - | 6",
                "- | Ana de Souza | adesouza@wren.example | TA MDSA | employee | 2022-01-03 | - | 7",
            ],
            [1, 2, 4, 10]
        ),
        ["two contracts with semicolons"] = (
            Text(
                "Full name;E-mail;Post;Contract start;Contract end\nAmy Brown;abrown@wren.example;Teacher;01.09.2020;\n"
                    + "Amy Brown;abrown@wren.example;SENCO;01.09.2022;\nDr. Ben Cole-Hart;bcole@wren.example;Headteacher;2019-09-01;31.08.2026\n"
            ),
            [
                "- | Amy Brown | abrown@wren.example | Teacher; SENCO | employee | 2020-09-01 | - | 2",
                "- | Ben Cole-Hart | bcole@wren.example | Headteacher | employee | 2019-09-01 | 2026-08-31 | 4",
            ],
            []
        ),
        ["text with tabs that is called .xls"] = (
            Text(
                "Employee\tKnown as\tWork email\tRole\tDate joined\nBrown, Amy (Mrs)\t\tabrown@wren.example\tTeacher\t01-Sep-20\n"
                    + "O'Neil, Sean\tShaun\tsoneil@wren.example\tCaretaker\t15-Jan-24\n"
            ),
            [
                "- | Amy Brown | abrown@wren.example | Teacher | employee | 2020-09-01 | - | 2",
                "- | Sean O'Neil | soneil@wren.example | Caretaker | employee | 2024-01-15 | - | 3",
            ],
            []
        ),
        ["a workbook with merged titles"] = (XlsxFile.Of(Titled), TitledPeople, [1, 2]),
        ["an old workbook with merged titles"] = (XlsFile.Of(Titled), TitledPeople, [1, 2]),
        ["a page with a merged title that is called .xls"] = (
            Text(
                "<html><body><table><tr><td colspan=4><b>Wren Primary School</b></td></tr><tr><td colspan=4>Staff list</td></tr><tr></tr>"
                    + "<tr><th>Surname<th>Forename<th>Work email<th>Start date</tr><tr><td>Brown<td>Amy<td>abrown@wren.example<td>01/09/2020</tr>"
                    + "<tr><td>Cole<td>Ben<td>bcole@wren.example<td>15/01/2024</tr></table></body></html>"
            ),
            TitledPeople,
            [1, 2]
        ),
    };

    private static TestSheet Titled =>
        new(
            "Staff",
            ["Wren Primary School"],
            ["Staff list", null, null, null],
            [null],
            ["Surname", "Forename", "Work email", "Start date"],
            ["Brown", "Amy", "abrown@wren.example", new DateOnly(2020, 9, 1)],
            ["Cole", "Ben", "bcole@wren.example", new DateOnly(2024, 1, 15)]
        )
        {
            Merged = [(0, 0, 0, 3), (1, 1, 0, 3)],
        };

    private static string[] TitledPeople =>
        ["- | Amy Brown | abrown@wren.example | - | employee | 2020-09-01 | - | 5", "- | Ben Cole | bcole@wren.example | - | employee | 2024-01-15 | - | 6"];

    public static TheoryData<string> Names => [.. Exports.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_awkward_export_names_the_staff_and_tells_of_every_other_line(string name)
    {
        var (file, people, ignored) = Exports[name];

        var list = Assert.IsType<StaffFileOutcome.Recognised>(StaffFile.Parse(file, StaffFiles.Today)).List;

        Assert.Equal(people, list.People.Select(StaffFiles.Line));
        Assert.Equal(ignored, list.Ignored.Select(note => note.Line).Order());
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
