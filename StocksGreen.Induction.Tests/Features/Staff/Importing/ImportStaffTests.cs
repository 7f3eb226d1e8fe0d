using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.KeyRoles;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.KeyRoles;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Features.Staff.Importing;
using StocksGreen.Induction.Importing.Staff;
using StocksGreen.Induction.Tests.Importing.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Staff.Importing;

public sealed class ImportStaffTests : IAsyncLifetime
{
    private const string Headings = "Staff ID,Name,Email,Job title,Start date,Leaving date,Line manager\n";

    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task New_people_are_added_with_accounts_and_line_leads_in_one_go()
    {
        var list = List(
            "1,Siân Pritchard,s.p@school.example,Deputy headteacher,01/09/2015,,\n2,Amelia Hart,a.h@school.example,Teaching "
                + "assistant,14/09/2026,,Siân Pritchard\n"
        );

        var applied = await ApplyAsync(list);

        Assert.Equal(["Siân Pritchard", "Amelia Hart"], applied.Plan.New.Select(one => one.Facts.FullName));
        await using var db = await school.DbAsync();
        var amelia = await db.People.SingleAsync(person => person.StaffNumber == "2", TestContext.Current.CancellationToken);
        Assert.Equal("Siân Pritchard", (await db.People.SingleAsync(person => person.Id == amelia.LineLead, TestContext.Current.CancellationToken)).FullName);
        Assert.Equal(
            AccessRoles.Staff,
            (await db.Users.SingleAsync(account => account.Email == "a.h@school.example", TestContext.Current.CancellationToken)).Roles
        );
        Assert.All(
            await db.PersonChanges.Where(change => change.StaffId != school.Headteacher.StaffId).ToListAsync(TestContext.Current.CancellationToken),
            change => Assert.Equal((PersonChangeKind.Added, "staff.csv (SHA-256 abc)"), (change.Change, change.Source))
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Importing_the_same_list_again_changes_nothing()
    {
        var list = List("1,Siân Pritchard,s.p@school.example,Deputy headteacher,01/09/2015,,\n2,Amelia Hart,,Teaching assistant,14/09/2026,31/08/2027,1\n");
        await ApplyAsync(list);
        var before = await school.ScalarAsync("SELECT COUNT(*) || (SELECT MAX(Number) FROM Evidence) FROM People");

        var again = await ApplyAsync(list);

        Assert.Equal((0, 0, 2), (again.Plan.New.Count, again.Plan.Changed.Count, again.Plan.Unchanged.Count));
        Assert.Equal(before, await school.ScalarAsync("SELECT COUNT(*) || (SELECT MAX(Number) FROM Evidence) FROM People"));
    }

    [Fact]
    public async Task Someone_with_a_new_payroll_number_is_found_by_the_old_one()
    {
        await ApplyAsync(List("0102,Iwan Thorne,i.t@school.example,Class teacher,01/09/2018,,\n"));

        var applied = await ApplyAsync(
            List("0102,Iwan Thorne,i.t@school.example,Class teacher,01/09/2018,31/08/2024,\n0214,Iwan Thorne,i.t@school.example,Choir leader,01/09/2024,,\n")
        );

        Assert.Empty(applied.Plan.New);
        Assert.Empty(applied.Plan.Refused);
        Assert.Equal(("0214", "Choir leader"), (applied.Plan.Changed.Single().Facts.StaffNumber, applied.Plan.Changed.Single().Facts.JobTitle));
    }

    /// <summary>Anyone who bears the named governor's name, and has an account of a governor, reads what the headteacher declares.</summary>
    [Fact]
    public async Task A_list_of_the_office_gives_nobody_the_name_of_the_named_governor()
    {
        await ApplyAsync(List("7,Priya Nair,p.n@school.example,Parent governor,01/09/2024,,\n"));
        (
            await school.AskAsync(
                (ChangeKeyRole change) =>
                    change.ExecuteAsync(
                        school.Headteacher,
                        KeyRole.NamedGovernor,
                        "Mrs June Cooke, chair of governors",
                        new DateOnly(2026, 9, 1),
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();

        var renamed = await ApplyAsync(List("7,June Cooke,p.n@school.example,Chair of governors,01/09/2024,,\n"));

        Assert.Equal(
            "June Cooke is the name of the named governor, and only the headteacher gives it to someone; Priya Nair keeps the name on the list.",
            Assert.Single(renamed.Plan.Notes).Text
        );
        await using var db = await school.DbAsync();
        var priya = await db.People.SingleAsync(person => person.StaffNumber == "7", TestContext.Current.CancellationToken);
        Assert.Equal(("Priya Nair", "Chair of governors"), (priya.FullName, priya.JobTitle));
    }

    [Fact]
    public async Task A_change_says_from_what_to_what()
    {
        await ApplyAsync(List("1,Amelia Hart,a.h@school.example,Teaching assistant,14/09/2026,,\n"));

        var changed = Assert.Single(
            (
                await ApplyAsync(
                    List(
                        "1,Amelia Jones,a.j@school.example,Teaching assistant,14/09/2026,31/08/2027,\n1,Amelia Jones,a.j@school.example,Breakfast "
                            + "club,14/09/2026,31/08/2027,\n"
                    )
                )
            )
                .Plan
                .Changed
        );

        Assert.Equal(
            [
                new FactChange("Name", "Amelia Hart", "Amelia Jones"),
                new FactChange("E-mail", "a.h@school.example", "a.j@school.example"),
                new FactChange("Role", "Teaching assistant", "Teaching assistant; Breakfast club"),
                new FactChange("Last day", "", "31 August 2027"),
            ],
            changed.Changes
        );
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Accounts WHERE UserName = 'a.j@school.example'"));
    }

    [Fact]
    public async Task Two_people_may_exchange_their_addresses()
    {
        await ApplyAsync(List("1,Amelia Hart,one@school.example,Cook,14/09/2026,,\n2,Maria Santos,two@school.example,Cook,14/09/2026,,\n"));

        Assert.Equal(
            2,
            (await ApplyAsync(List("1,Amelia Hart,two@school.example,Cook,14/09/2026,,\n2,Maria Santos,one@school.example,Cook,14/09/2026,,\n")))
                .Plan
                .Changed
                .Count
        );
        Assert.Equal(
            "two@school.example",
            await school.ScalarAsync("SELECT Email FROM Accounts WHERE StaffId = (SELECT Id FROM People WHERE StaffNumber = '1')")
        );
    }

    [Fact]
    public async Task An_address_that_someone_else_keeps_is_refused_with_its_line()
    {
        await ApplyAsync(List("1,Amelia Hart,one@school.example,Cook,14/09/2026,,\n"));

        var plan = await PlanAsync(List("2,Maria Santos,one@school.example,Cook,14/09/2026,,\n"));

        Assert.Empty(plan.New);
        Assert.Equal(
            [new LineNote(2, "The e-mail one@school.example is that of Amelia Hart, who has the staff ID 1. Correct the file, or the entry under People.")],
            plan.Refused
        );
    }

    [Fact]
    public async Task Nobody_is_joined_by_name_or_email_without_the_offices_word()
    {
        var daniel = await school.HireAsync("Daniel Okafor");
        var list = List("7,Daniel Okafor,d.o@school.example,Caretaker,01/09/2020,,\n");

        var silent = await ApplyAsync(list);
        Assert.Equal((0, 0, "the same name"), (silent.Plan.New.Count, silent.Plan.Changed.Count, Assert.Single(silent.Plan.Doubts).Why));
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM People WHERE StaffNumber = '7'"));

        var joined = await ApplyAsync(list, Answer(2, DoubtAnswer.SamePerson));
        Assert.Equal(daniel.StaffId, Assert.Single(joined.Plan.Changed).Existing);
        Assert.Equal((0, 1), ((await PlanAsync(list)).Doubts.Count, (await PlanAsync(list)).Unchanged.Count));
    }

    [Fact]
    public async Task The_office_may_say_that_a_namesake_is_someone_new()
    {
        await school.HireAsync("Daniel Okafor");

        var added = await ApplyAsync(List("7,Daniel Okafor,d.o@school.example,Caretaker,01/09/2020,,\n"), Answer(2, DoubtAnswer.SomeoneNew));

        Assert.Single(added.Plan.New);
        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM People WHERE FullName = 'Daniel Okafor'"));
    }

    [Fact]
    public async Task Anyone_who_is_no_longer_in_the_list_leaves_only_when_the_office_says_so()
    {
        await ApplyAsync(List("1,Amelia Hart,,Cook,14/09/2026,,\n2,Maria Santos,,Cook,14/09/2026,,\n"));
        var list = List("1,Amelia Hart,,Cook,14/09/2026,,\n");

        var maria = Assert.Single((await ApplyAsync(list)).Plan.Leaving);
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM People WHERE EndsOn IS NOT NULL"));
        var answers = ImportAnswers.None with { Leaving = new HashSet<StaffId> { maria.Id } };
        Assert.Equal([new ValidationError("LastDay", "Give the last day of those who have left.")], (await TryAsync(list, answers)).Errors());

        Assert.Equal(1, Assert.IsType<StaffImportOutcome.Applied>((await TryAsync(list, answers with { LastDay = new DateOnly(2026, 9, 18) })).Value()).Ended);
        Assert.Equal("2026-09-18", await school.ScalarAsync("SELECT EndsOn FROM People WHERE StaffNumber = '2'"));
        Assert.Empty((await PlanAsync(list)).Leaving);
    }

    [Fact]
    public async Task Who_has_come_back_starts_anew_and_who_was_ended_by_hand_is_not_let_in_by_an_old_list()
    {
        await ApplyAsync(List("1,Amelia Hart,,Cook,14/09/2020,31/08/2026,\n3,Elin Bowen,,Cook,01/09/2020,31/12/2026,\n"));
        Assert.Equal(
            ["Amelia Hart left on 31 August 2026, so they are not added."],
            (await PlanAsync(List("1,Amelia Hart,,Cook,14/09/2020,31/08/2026,\n"))).Refused.Select(note => note.Text)
        );

        var plan = (await ApplyAsync(List("3,Elin Bowen,,Cook,01/09/2020,,\n"))).Plan;
        Assert.Equal((0, "2026-12-31"), (plan.Changed.Count, await school.ScalarAsync("SELECT EndsOn FROM People WHERE StaffNumber = '3'")));
        Assert.StartsWith(
            "Elin Bowen has the last day 31 December 2026 on the list and none in the file",
            Assert.Single(plan.Notes).Text,
            StringComparison.Ordinal
        );

        school.Clock.Now = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await ApplyAsync(List("3,Elin Bowen,,Cook,01/03/2027,,\n"));
        Assert.Equal("2027-03-01/none", await school.ScalarAsync("SELECT StartsOn || '/' || COALESCE(EndsOn, 'none') FROM People WHERE StaffNumber = '3'"));
        Assert.Equal("Returned", await school.ScalarAsync("SELECT Change FROM PersonChanges ORDER BY EvidenceNumber DESC LIMIT 1"));
    }

    [Fact]
    public async Task What_is_applied_is_what_was_shown()
    {
        var list = List("1,Amelia Hart,,Cook,14/09/2026,,\n");
        var shown = (await PlanAsync(list)).Fingerprint;
        await school.HireAsync("Amelia Hart");

        Assert.IsType<StaffImportOutcome.ShownAnew>((await TryAsync(list, ImportAnswers.None, shown)).Value());
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM People WHERE StaffNumber IS NOT NULL"));
        Assert.IsType<StaffImportOutcome.Applied>((await TryAsync(list, Answer(2, DoubtAnswer.SamePerson), (await PlanAsync(list)).Fingerprint)).Value());
    }

    [Fact]
    public async Task Of_an_import_that_fails_nothing_is_kept()
    {
        await school.SqlAsync("CREATE TRIGGER broken BEFORE INSERT ON People WHEN NEW.StaffNumber = '2' BEGIN SELECT RAISE(ABORT, 'the disk is full'); END;");

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            TryAsync(List("1,Amelia Hart,a@school.example,Cook,14/09/2026,,\n2,Maria Santos,m@school.example,Cook,14/09/2026,,\n"), ImportAnswers.None)
        );

        Assert.Equal(
            "0 0",
            await school.ScalarAsync(
                "SELECT (SELECT COUNT(*) FROM People WHERE StaffNumber IS NOT NULL) || ' ' || (SELECT COUNT(*) FROM PersonChanges WHERE Source IS NOT NULL)"
            )
        );
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Accounts"));
    }

    [Fact]
    public async Task The_office_changes_nothing_about_how_the_headteacher_signs_in()
    {
        await school.SqlAsync("UPDATE People SET StaffNumber = '1' WHERE FullName = 'Helen Ashdown'");

        var plan = (await ApplyAsync(List("1,Helen Ashdown,stolen@school.example,Headteacher,14/09/2026,01/09/2027,\n"))).Plan;

        Assert.Equal((0, 1), (plan.Changed.Count, plan.Notes.Count));
        Assert.Null(
            await school.AskAsync(
                (ImportStaff import) =>
                    import.PlanAsync(office with { Roles = AccessRoles.Staff }, List("1,A B,,Cook,14/09/2026,,\n"), TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public void Whatever_a_list_holds_planning_it_over_what_it_has_made_plans_no_change() =>
        Check.One(
            RandomCases.Fifty,
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[]>(),
                seeds =>
                {
                    string[] names = ["Amelia Hart", "Daniel Okafor", "Maria Santos", "Elin Bowen"];
                    string[] days = ["01/09/2020", "", "01/09/2027"];
                    string[] ends = ["", "", "31/08/2028", "01/01/2020"];
                    var lines = seeds
                        .Select((seed, i) => new Random((seed * 31) + i))
                        .Select(random =>
                            $"{(random.Next(4) == 0 ? "" : random.Next(1, 9))},{names[random.Next(4)]},"
                            + $"{(random.Next(2) == 0 ? "" : $"{random.Next(4)}@school.example")},Cook "
                            + $"{random.Next(3)},{days[random.Next(3)]},{ends[random.Next(4)]},{random.Next(1, 9)}\n"
                        );
                    if (StaffFiles.Read(Headings + string.Concat(lines)) is not StaffFileOutcome.Recognised { List: var list })
                    {
                        return;
                    }

                    var today = new DateOnly(2026, 9, 14);
                    var first = new ImportPlanner([], Array.Empty<Absence>().ToLookup(absence => absence.StaffId), _ => true, _ => true, today).Of(
                        list,
                        ImportAnswers.None
                    );
                    var ids = first.New.ToDictionary(one => one.Person.Line, _ => StaffId.New());
                    var people = first
                        .New.Select(one =>
                            StaffMember.From(
                                ids[one.Person.Line],
                                one.LeadLine is { } line && ids.TryGetValue(line, out var lead) ? one.Facts with { LineLead = lead } : one.Facts
                            )
                        )
                        .ToList();
                    var second = new ImportPlanner(people, Array.Empty<Absence>().ToLookup(absence => absence.StaffId), _ => true, _ => true, today).Of(
                        list,
                        ImportAnswers.None
                    );

                    Assert.Empty(second.Changed);
                    Assert.Empty(second.New);
                    Assert.Empty(second.Leaving);
                }
            )
        );

    /// <summary>Raw: as Arbor writes a line manager.</summary>
    [Theory]
    [InlineData("Mr Hipkiss Peter")]
    [InlineData("Hipkiss, Peter")]
    [InlineData("Peter Hipkiss")]
    public async Task A_line_lead_is_found_whichever_of_their_names_comes_first(string lead)
    {
        var plan = await PlanAsync(List($"1,Peter Hipkiss,,Headteacher,01/09/2015,,\n2,Amelia Hart,,Cook,14/09/2026,,\"{lead}\"\n"));

        Assert.Empty(plan.Notes);
        Assert.Equal(plan.New[0].Person.Line, plan.New[1].LeadLine);
    }

    [Fact]
    public async Task A_first_day_that_is_no_date_is_named_as_the_reason()
    {
        var refused = Assert.Single((await PlanAsync(List("1,Amelia Hart,,Cook,2026-13-45,,\n"))).Refused);

        Assert.Equal("The first day of Amelia Hart (“2026-13-45”) cannot be read as one date. Correct it in the file, or add them under People.", refused.Text);
    }

    /// <summary>The certificate prints the name on the list.</summary>
    [Theory]
    [InlineData(false, "Siobhán O'Brien-Smith")]
    [InlineData(true, "Shiv O'Brien-Smith")]
    public async Task The_legal_name_is_listed_unless_the_office_says_otherwise(bool preferred, string fullName)
    {
        var list = StaffFiles.Recognised(
            "Staff ID,Legal forename,Preferred forename,Surname,Job title,Start date\n1,Siobhán,Shiv,O'Brien-Smith,Cook,01/09/2024\n"
        );

        var applied = await ApplyAsync(list, ImportAnswers.None with { ArePreferredNamesUsed = preferred });

        Assert.Equal([fullName], applied.Plan.New.Select(one => one.Facts.FullName));
        await using var db = await school.DbAsync();
        Assert.Equal(
            fullName,
            (await db.People.SingleAsync(person => person.Id == Assert.Single(applied.Added), TestContext.Current.CancellationToken)).FullName
        );
    }

    private static StaffList List(string rows) => StaffFiles.Recognised(Headings + rows);

    private static ImportAnswers Answer(int line, DoubtAnswer answer) =>
        ImportAnswers.None with
        {
            Doubts = new Dictionary<int, DoubtAnswer> { [line] = answer },
        };

    private async Task<ImportPlan> PlanAsync(StaffList list) =>
        (await school.AskAsync((ImportStaff import) => import.PlanAsync(office, list, TestContext.Current.CancellationToken)))!;

    private async Task<StaffImportOutcome.Applied> ApplyAsync(StaffList list, ImportAnswers? answers = null) =>
        Assert.IsType<StaffImportOutcome.Applied>((await TryAsync(list, answers ?? ImportAnswers.None)).Value());

    private Task<Result<StaffImportOutcome>> TryAsync(StaffList list, ImportAnswers answers, string? shown = null) =>
        school.AskAsync(
            (ImportStaff import) =>
                import.ApplyAsync(office, list, answers, shown, StaffUploads.Source("staff.csv", "abc"), upload: null, TestContext.Current.CancellationToken)
        );
}
