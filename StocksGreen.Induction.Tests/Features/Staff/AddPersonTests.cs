using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Staff;
using StocksGreen.Induction.Features.Staff.Listing;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Staff;

public sealed class AddPersonTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_person_is_listed_with_an_account_when_there_is_an_email()
    {
        var id = await AddedAsync(office, Form(" Amelia Hart ", " amelia@school.example "));

        await using var db = await school.DbAsync();
        var person = await db.People.SingleAsync(row => row.Id == id, TestContext.Current.CancellationToken);
        var account = await db.Users.SingleAsync(row => row.StaffId == id, TestContext.Current.CancellationToken);
        Assert.Equal(
            ("Amelia Hart", "amelia@school.example", "Teaching assistant", Audience.Employee, new DateOnly(2026, 9, 21), null),
            (person.FullName, person.Email, person.JobTitle, person.Audience, person.StartsOn, person.EndsOn)
        );
        Assert.Equal(("amelia@school.example", AccessRoles.Staff), (account.Email, account.Roles));
    }

    [Fact]
    public async Task A_person_without_an_email_is_listed_and_has_no_account()
    {
        var id = await AddedAsync(office, Form("Ingrid Halvorsen", "  ", Audience.Volunteer));

        var listed = (await school.AskAsync((PeopleQuery query) => query.ExecuteAsync(office, TestContext.Current.CancellationToken))).Single(line =>
            line.Person.Id == id
        );
        Assert.Equal((null, null), (listed.Person.Email, listed.Roles));
    }

    [Theory]
    [InlineData("amelia@school.example", "Someone is already listed with the e-mail amelia@school.example.")]
    [InlineData("AMELIA@school.example", "Someone is already listed with the e-mail AMELIA@school.example.")]
    public async Task One_email_belongs_to_one_person(string email, string sentence)
    {
        await AddedAsync(office, Form("Amelia Hart", "amelia@school.example"));
        var before = await CountAsync();

        Assert.Equal([sentence], await RefusedAsync(office, Form("Amelia Harte", email)));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task An_email_that_is_none_is_refused_and_nobody_is_listed()
    {
        var before = await CountAsync();

        Assert.Equal(["Enter a full e-mail address, such as a.hart@school.example."], await RefusedAsync(office, Form("Amelia Hart", "amelia")));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Only_the_headteacher_makes_someone_an_office_worker()
    {
        var form = Form("Another Office Worker", "another@school.example");
        form.IsOffice = true;

        Assert.Equal(["You may not give that role. Ask the headteacher."], await RefusedAsync(office, form));
        var id = await AddedAsync(school.Headteacher, form);
        await using var db = await school.DbAsync();
        Assert.Equal(
            AccessRoles.Staff | AccessRoles.Office,
            (await db.Users.SingleAsync(row => row.StaffId == id, TestContext.Current.CancellationToken)).Roles
        );
    }

    [Fact]
    public async Task A_governor_sees_the_governors_report_and_signs_like_everybody()
    {
        var id = await AddedAsync(office, Form("Priya Nair", "priya@school.example", Audience.Governor));

        await using var db = await school.DbAsync();
        Assert.Equal(
            AccessRoles.Staff | AccessRoles.Governor,
            (await db.Users.SingleAsync(row => row.StaffId == id, TestContext.Current.CancellationToken)).Roles
        );
    }

    [Fact]
    public async Task Staff_and_governors_add_nobody()
    {
        Assert.True((await AddAsync(office with { Roles = AccessRoles.Staff }, Form("Amelia Hart", null))).IsNotFound());
        Assert.True((await AddAsync(office with { Roles = AccessRoles.Governor }, Form("Amelia Hart", null))).IsNotFound());
        Assert.Empty(
            await school.AskAsync((PeopleQuery query) => query.ExecuteAsync(office with { Roles = AccessRoles.Staff }, TestContext.Current.CancellationToken))
        );
    }

    [Theory]
    [InlineData(1026)]
    [InlineData(1966)]
    [InlineData(2029)]
    public async Task A_first_day_that_is_a_slip_of_the_pen_is_refused(int year)
    {
        var form = Form("Amelia Hart", null);
        form.StartsOn = new DateOnly(year, 9, 1);

        Assert.Equal(["Check the first day in post: it is too far away."], await RefusedAsync(office, form));
    }

    [Fact]
    public async Task The_list_is_by_name_without_regard_to_capitals()
    {
        await AddedAsync(office, Form("zoë Fairbairn", null));
        await AddedAsync(office, Form("Émile Zeller", null));

        var names = (await school.AskAsync((PeopleQuery query) => query.ExecuteAsync(office, TestContext.Current.CancellationToken))).Select(line =>
            line.Person.FullName
        );

        Assert.Equal(["Émile Zeller", "Helen Ashdown", "Ruth Pemberton", "zoë Fairbairn"], names);
    }

    private static PersonForm Form(string fullName, string? email, Audience audience = Audience.Employee) =>
        new()
        {
            FullName = fullName,
            Email = email,
            JobTitle = "Teaching assistant ",
            Audience = audience,
            StartsOn = new DateOnly(2026, 9, 21),
        };

    private Task<object?> CountAsync() => school.ScalarAsync("SELECT (SELECT COUNT(*) FROM People) || ' ' || (SELECT COUNT(*) FROM Accounts)");

    private async Task<StaffId> AddedAsync(Actor actor, PersonForm form) => (await AddAsync(actor, form)).Value();

    private async Task<IReadOnlyList<string>> RefusedAsync(Actor actor, PersonForm form) =>
        [.. (await AddAsync(actor, form)).Errors().Select(error => error.Sentence)];

    private Task<Result<StaffId>> AddAsync(Actor actor, PersonForm form) =>
        school.AskAsync((AddPerson add) => add.ExecuteAsync(actor, form, null, TestContext.Current.CancellationToken));
}
