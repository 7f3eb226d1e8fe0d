using System.Text.Json.Nodes;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Tests.Importing.Staff;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Cli;

public sealed class StaffCommandTests : IDisposable
{
    private readonly DataFolder folder = TestSchool.NewFolder();

    public void Dispose() => TestSchool.Delete(folder);

    [Fact]
    public async Task Inspecting_a_staff_list_prints_people_and_notes_as_JSON_and_nothing_else()
    {
        await WriteAsync("staff.csv", StaffFiles.Corpus("accounts-and-vacancies.csv"));

        var run = await CommandRun.OfAsync(folder.FolderPath, null, "staff", "inspect", "staff.csv");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = JsonNode.Parse(run.Output)!.AsObject();
        Assert.Equal(["people", "ignored", "warnings"], json.Select(field => field.Key));
        Assert.Equal(["staffId", "fullName", "email", "roles", "audience", "start", "end", "line"], json["people"]![0]!.AsObject().Select(field => field.Key));
        Assert.Equal(
            """{"staffId":"1","fullName":"Amelia Hart","email":"a.hart@fir.example","roles":["Teaching """
                + """assistant"],"audience":"employee","start":"2026-09-01","end":null,"line":2}""",
            json["people"]![0]!.ToJsonString()
        );
        Assert.Equal(["line", "reason"], json["ignored"]![0]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_a_sentence()
    {
        await using (var large = File.Create(Path.Combine(folder.FolderPath, "large.csv")))
        {
            large.SetLength(20 * 1024 * 1024);
        }

        await WriteAsync("quote.csv", "Staff ID,Name,Email\n1,\"Hart,a@school.example\n"u8.ToArray());

        (await RunAsync("staff", "inspect", "./missing.csv")).AssertRefused("There is no file ./missing.csv.");
        (await RunAsync("staff", "inspect", ".")).AssertRefused(". is a folder. Name one file.");
        (await RunAsync("staff", "inspect", "./large.csv")).AssertRefused("./large.csv has 20 MB. A staff list has at most 5 MB.");
        (await RunAsync("staff", "inspect", "./quote.csv")).AssertRefused(
            "A quotation mark that is opened in the row of line 2 is never closed, so nobody can say where its cells end. Correct that line, or "
                + "export the list again."
        );
    }

    [Fact]
    public async Task Importing_from_the_command_line_says_what_became_of_each_line_and_a_dry_run_changes_nothing()
    {
        await using var school = await TestSchool.OpenAsync(TestSchool.ProtectLikeTheProgram);
        await school.HireAsync("Daniel Okafor");
        await WriteAsync(
            "staff.csv",
            (
                "Staff ID,Name,Email,Job title,Start date\n1,Amelia Hart,a.hart@school.example,Teaching assistant,01/09/2026\n2,Daniel "u8
                + "Okafor,d.okafor@school.example,Class teacher,01/09/2018\n3,Vacant,,Cook,\n"u8
            ).ToArray()
        );
        const string Tail =
            "Line 3: Skipped: Daniel Okafor has the same name as Daniel Okafor on the list, and no staff ID says that they are one person. Say so "
            + "under People, Import a staff list.\nLine 4: Ignored: “Vacant” is a vacancy, not a person.\n";

        var dry = await CommandRun.OfAsync(folder.FolderPath, null, "staff", "import", "staff.csv", "--dry-run", "--data", school.Folder.FolderPath);
        Assert.Equal(
            (
                0,
                "Line 2: Would add Amelia Hart, Teaching assistant, from 1 September 2026\n"
                    + Tail
                    + "Nothing was changed. New: 1. Changed: 0. Unchanged: 0. Skipped: 1. Perhaps leaving: 0.\n",
                ""
            ),
            (dry.ExitCode, dry.Output, dry.Error)
        );
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM PersonChanges WHERE Source IS NOT NULL"));

        var run = await CommandRun.OfAsync(folder.FolderPath, null, "staff", "import", "staff.csv", "--data", school.Folder.FolderPath);
        Assert.Equal(
            (
                0,
                "Line 2: Added Amelia Hart, Teaching assistant, from 1 September 2026\n"
                    + Tail
                    + "New: 1. Changed: 0. Unchanged: 0. Skipped: 1. Perhaps leaving: 0.\n",
                ""
            ),
            (run.ExitCode, run.Output, run.Error)
        );
        Assert.Equal("Command line", await school.ScalarAsync("SELECT MadeByName FROM PersonChanges WHERE Source IS NOT NULL"));

        var again = await CommandRun.OfAsync(folder.FolderPath, null, "staff", "import", "staff.csv", "--data", school.Folder.FolderPath);
        Assert.EndsWith("New: 0. Changed: 0. Unchanged: 1. Skipped: 1. Perhaps leaving: 0.\n", again.Output, StringComparison.Ordinal);
        (await RunAsync("staff", "import", "./staff.csv", "--data", folder.FolderPath)).AssertRefused(
            "There is no database at ./induction.db. Name its folder with --data."
        );
    }

    private Task WriteAsync(string name, byte[] content) =>
        File.WriteAllBytesAsync(Path.Combine(folder.FolderPath, name), content, TestContext.Current.CancellationToken);

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.HereAsync(folder.FolderPath, arguments);
}
