using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Accounts.SignIn;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.History;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Staff;

public sealed class ChangePersonTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_report_as_at_a_past_day_keeps_its_figures_whatever_is_entered_afterwards()
    {
        await school.PublishAsync();
        var leaver = await HireRecordedAsync("Robert Evershed");
        var ill = await HireRecordedAsync("Wendy Maltravers");
        var moved = await HireRecordedAsync("Priya Nair");
        school.Clock.Now = TestSchool.Monday.AddDays(20);
        var day = new DateOnly(2026, 10, 4);
        var before = await FiguresAsync(day);
        Assert.Equal(new StandingFigures(Signed: 0, Due: 0, Overdue: 5, Paused: 0, Exempt: 0, Left: 0), before.Overall);

        school.Clock.Now = TestSchool.Monday.AddDays(40);
        (await EndAsync(leaver.StaffId, new DateOnly(2026, 9, 18))).Value();
        (await PauseAsync(ill.StaffId, new DateOnly(2026, 9, 1), null)).Value();
        (await EditAsync(moved.StaffId, form => form.Audience = Audience.Governor)).Value();
        (await AddAsync("Amelia Hart", null, new DateOnly(2026, 9, 1))).Value();

        var after = await FiguresAsync(day);
        Assert.Equal(before.Overall, after.Overall);
        Assert.Equal(before.ByAudience, after.ByAudience);
        Assert.Equal(
            new StandingFigures(Signed: 0, Due: 0, Overdue: 4, Paused: 1, Exempt: 0, Left: 1),
            (await FiguresAsync(new DateOnly(2026, 10, 24))).Overall
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Every_change_is_a_sealed_record_with_all_that_was_known()
    {
        var person = await HireRecordedAsync("Amelia Hart");

        (await EditAsync(person.StaffId, form => form.JobTitle = "SENCO")).Value();

        await using var db = await school.DbAsync();
        var changes = await db
            .PersonChanges.Where(row => row.StaffId == person.StaffId)
            .OrderBy(row => row.EvidenceNumber)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [(PersonChangeKind.Added, "Class teacher"), (PersonChangeKind.Edited, "SENCO")],
            changes.Select(change => (change.Change, change.Facts.JobTitle))
        );
        Assert.Equal(
            [(null, Software.NameAndVersion), (office.StaffId, "Ruth Pemberton")],
            changes.Select(change => ((StaffId?)change.MadeBy, change.MadeByName))
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        var entry = (await school.AskAsync((PersonQuery query) => query.ExecuteAsync(office, person.StaffId, TestContext.Current.CancellationToken)))!;
        Assert.Equal([new FactChange("Role", "Class teacher", "SENCO")], entry.History[0].Changes);
    }

    [Fact]
    public async Task Entering_the_same_again_records_nothing()
    {
        var person = await school.HireAsync("Amelia Hart");

        (await EditAsync(person.StaffId, _ => { })).Value();

        Assert.Equal(0L, await school.ScalarAsync($"SELECT COUNT(*) FROM PersonChanges WHERE StaffId = '{person.StaffId}'"));
    }

    [Fact]
    public async Task What_someone_else_has_changed_meanwhile_is_shown_before_it_is_overwritten()
    {
        var person = await school.HireAsync("Amelia Hart");
        (await EditAsync(person.StaffId, form => form.JobTitle = "SENCO")).Value();

        var result = await school.AskAsync(
            (EditPerson edit) => edit.ExecuteAsync(office, person.StaffId, Form("Amelia Jones"), seen: 0, TestContext.Current.CancellationToken)
        );

        Assert.StartsWith("Someone has changed the entry of Amelia Hart", Assert.Single(result.Errors()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_added_with_one_email_at_the_same_instant_are_one_person_and_a_sentence()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => AddAsync($"Amelia Hart {(char)('A' + i)}", "a.hart@school.example", Monday)))
        );

        Assert.Single(outcomes.OfType<Result<StaffId>.Done>());
        Assert.All(
            outcomes.OfType<Result<StaffId>.Invalid>(),
            refused => Assert.Equal(["Someone is already listed with the e-mail a.hart@school.example."], refused.Errors.Select(error => error.Sentence))
        );
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM Accounts WHERE NormalizedEmail = 'A.HART@SCHOOL.EXAMPLE'"));
    }

    [Fact]
    public async Task A_staff_ID_and_an_email_are_of_one_person()
    {
        var first = (await AddAsync("Amelia Hart", "a.hart@school.example", Monday)).Value();
        (await EditAsync(first, form => (form.Email, form.StaffNumber) = ("a.hart@school.example", "aha"))).Value();
        var second = (await AddAsync("Maria Santos", "m.santos@school.example", Monday)).Value();

        Assert.Equal(["Amelia Hart has the staff ID AHA already."], Sentences(await EditAsync(second, form => form.StaffNumber = "AHA")));
        Assert.Equal(
            ["Amelia Hart is already listed with the e-mail A.Hart@school.example."],
            Sentences(await EditAsync(second, form => form.Email = "A.Hart@school.example"))
        );
    }

    [Fact]
    public async Task The_account_goes_with_the_person()
    {
        var id = (await AddAsync("Amelia Hart", "a.hart@school.example", Monday)).Value();

        (await EditAsync(id, form => (form.Email, form.Audience) = ("a.jones@school.example", Audience.Governor))).Value();
        Assert.Equal(("a.jones@school.example", AccessRoles.Staff | AccessRoles.Governor), await AccountAsync(id));
        (await EditAsync(id, form => (form.Email, form.Audience) = (null, Audience.Employee))).Value();
        Assert.Equal(($"{id}@no-email.invalid", AccessRoles.Staff), await AccountAsync(id));
    }

    [Fact]
    public async Task The_office_does_not_change_how_the_headteacher_signs_in_or_when_they_leave()
    {
        var head = school.Headteacher.StaffId;

        Assert.Equal(
            ["Only the headteacher changes how Helen Ashdown signs in, and when they leave."],
            Sentences(await EditAsync(head, form => form.Email = "office@school.example"))
        );
        Assert.Equal(["Only the headteacher changes how Helen Ashdown signs in, and when they leave."], Sentences(await EndAsync(head, Monday)));
        Assert.True(
            (
                await school.AskAsync(
                    (EndPerson end) =>
                        end.ExecuteAsync(office with { Roles = AccessRoles.Staff }, head, Monday, false, null, TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
        Assert.Equal(
            ["You cannot end your own time here. Someone else does it."],
            Sentences(
                await school.AskAsync((EndPerson end) => end.ExecuteAsync(school.Headteacher, head, Monday, false, null, TestContext.Current.CancellationToken))
            )
        );
    }

    [Fact]
    public async Task A_leaver_is_let_in_no_more_and_what_they_signed_stays()
    {
        var version = await school.PublishAsync();
        var id = (await AddAsync("Robert Evershed", "r.evershed@school.example", new DateOnly(2020, 9, 1), TestSchool.Password)).Value();
        var leaver = new Actor(id, "Robert Evershed", AccessRoles.Staff, new IdentityProof("password", TestSchool.Monday), "session");
        var signed = await school.SignAsync(leaver, version);
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync("r.evershed@school.example"));

        (await EndAsync(id, Monday, stopNow: true)).Value();
        Assert.IsNotType<SignInOutcome.SignedIn>(await SignInAsync("r.evershed@school.example"));
        (await EndReturnAsync(id, null)).Value();
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync("r.evershed@school.example"));

        (await EndAsync(id, Monday.AddDays(-1))).Value();
        Assert.IsNotType<SignInOutcome.SignedIn>(await SignInAsync("r.evershed@school.example"));
        await using var db = await school.DbAsync();
        Assert.Equal(signed, (await db.Attestations.SingleAsync(TestContext.Current.CancellationToken)).Id);
        Assert.Equal(["Give the first day back."], Sentences(await EndReturnAsync(id, null)));
        Assert.Equal(["Their last day was 13 September 2026; the first day back is after it."], Sentences(await EndReturnAsync(id, Monday.AddDays(-1))));
        (await EndReturnAsync(id, Monday)).Value();
        Assert.IsType<SignInOutcome.SignedIn>(await SignInAsync("r.evershed@school.example"));
    }

    [Fact]
    public async Task A_pause_is_open_or_has_an_end_and_no_two_overlap()
    {
        var person = await school.HireAsync("Wendy Maltravers");

        Assert.Equal(["Wendy Maltravers is not paused."], Sentences(await BackAsync(person.StaffId, Monday)));
        Assert.Equal(["Give the first day away."], Sentences(await PauseAsync(person.StaffId, null, null)));
        Assert.Equal(["The first day back is after the first day away."], Sentences(await PauseAsync(person.StaffId, Monday, Monday)));
        (await PauseAsync(person.StaffId, Monday, null)).Value();
        Assert.Equal(["Wendy Maltravers is away then already. End that pause first."], Sentences(await PauseAsync(person.StaffId, Monday.AddDays(30), null)));
        Assert.Equal(
            ["They are away from 14 September 2026; the first day back is not before it."],
            Sentences(await BackAsync(person.StaffId, Monday.AddDays(-3)))
        );
        (await BackAsync(person.StaffId, Monday.AddDays(7))).Value();
        (await PauseAsync(person.StaffId, Monday.AddDays(7), Monday.AddDays(14))).Value();

        await using var db = await school.DbAsync();
        Assert.Equal(
            [(Monday, Monday.AddDays(6)), (Monday.AddDays(7), Monday.AddDays(13))],
            (await db.Absences.ToListAsync(TestContext.Current.CancellationToken))
                .OrderBy(absence => absence.From)
                .Select(absence => (absence.From, absence.Until!.Value))
        );
    }

    private static IEnumerable<string> Sentences<T>(Result<T> result) => result.Errors().Select(error => error.Sentence);

    private static PersonForm Form(string fullName) =>
        new()
        {
            FullName = fullName,
            JobTitle = "Class teacher",
            StartsOn = new DateOnly(2020, 9, 1),
        };

    /// <summary>Someone of whom it is recorded that they were added, as every page does.</summary>
    private async Task<Actor> HireRecordedAsync(string fullName)
    {
        var person = await school.HireAsync(fullName);
        await school
            .Get<EvidenceWriter>()
            .WriteAsync(
                async (db, log) =>
                {
                    log.RecordAdded(
                        await db.People.SingleAsync(row => row.Id == person.StaffId, TestContext.Current.CancellationToken),
                        school.Clock.Now,
                        by: null,
                        source: null
                    );
                    return true;
                },
                TestContext.Current.CancellationToken
            );
        return person;
    }

    private Task<Result<StaffId>> AddAsync(string fullName, string? email, DateOnly startsOn, string? password = null) =>
        school.AskAsync(
            (AddPerson add) =>
                add.ExecuteAsync(
                    office,
                    new PersonForm
                    {
                        FullName = fullName,
                        Email = email,
                        JobTitle = "Teaching assistant",
                        StartsOn = startsOn,
                    },
                    password,
                    TestContext.Current.CancellationToken
                )
        );

    private async Task<Result<Unit>> EditAsync(StaffId id, Action<PersonForm> change)
    {
        await using var db = await school.DbAsync();
        var person = await db.People.SingleAsync(row => row.Id == id, TestContext.Current.CancellationToken);
        var form = new PersonForm
        {
            FullName = person.FullName,
            Email = person.Email,
            JobTitle = person.JobTitle,
            Audience = person.Audience,
            StartsOn = person.StartsOn,
            StaffNumber = person.StaffNumber,
            LineLead = person.LineLead?.Value,
        };
        change(form);
        return await school.AskAsync((EditPerson edit) => edit.ExecuteAsync(office, id, form, null, TestContext.Current.CancellationToken));
    }

    private Task<Result<Unit>> EndAsync(StaffId id, DateOnly lastDay, bool stopNow = false) =>
        school.AskAsync((EndPerson end) => end.ExecuteAsync(office, id, lastDay, stopNow, null, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> EndReturnAsync(StaffId id, DateOnly? firstDay) =>
        school.AskAsync((EndPerson end) => end.ReturnAsync(office, id, firstDay, null, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> PauseAsync(StaffId id, DateOnly? from, DateOnly? back) =>
        school.AskAsync((PausePerson pause) => pause.ExecuteAsync(office, id, from, back, null, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> BackAsync(StaffId id, DateOnly back) =>
        school.AskAsync((PausePerson pause) => pause.EndAsync(office, id, back, null, TestContext.Current.CancellationToken));

    private Task<SignInOutcome> SignInAsync(string email) =>
        school.AskAsync((SignInService desk) => desk.WithPasswordAsync(email, TestSchool.Password, TestContext.Current.CancellationToken));

    private async Task<GovernorsReport> FiguresAsync(DateOnly day) =>
        (await school.AskAsync((GovernorsReportQuery query) => query.ExecuteAsync(school.Headteacher, day, TestContext.Current.CancellationToken)))!;

    private async Task<(string?, AccessRoles)> AccountAsync(StaffId id)
    {
        await using var db = await school.DbAsync();
        var account = await db.Users.SingleAsync(row => row.StaffId == id, TestContext.Current.CancellationToken);
        return (account.Email, account.Roles);
    }
}
