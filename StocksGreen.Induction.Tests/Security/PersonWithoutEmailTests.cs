using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Forms;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>
/// Caretakers, lunchtime staff and volunteers often have no e-mail: they are added and changed by hand, and sign in by a one-time code from the office.
/// </summary>
public sealed class PersonWithoutEmailTests(SharedSchool school)
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Someone_without_an_email_is_added_changed_and_let_in(string empty)
    {
        var app = await school.AppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        var name = $"Tom Kitchener {Guid.NewGuid():N}";

        var added = await office.SubmitAsync(
            Urls.AddPerson,
            "add",
            ("Person.FullName", name),
            ("Person.Email", empty),
            ("Person.JobTitle", "Kitchen assistant"),
            ("Person.Audience", "Employee"),
            ("Person.StartsOn", "2026-09-14"),
            ("Person.StaffNumber", empty)
        );

        var person = await PersonAsync(app, name);
        Assert.Equal(Urls.PersonAdded(person.Id), added.Location);
        Assert.Equal((null, null), (person.Email, person.StaffNumber));
        Assert.Matches("[0-9]{3} [0-9]{3}", (await office.SubmitAsync(Urls.Person(person.Id), "link", ("Form.Way", "Code"))).Document.Body!.ShownWords());

        Assert.Equal(Urls.PersonChanged(person.Id, "edited"), (await EditAsync(office, person, empty, "Cook")).Location);
        Assert.Equal((null, "Cook"), (await PersonAsync(app, name) is var changed ? changed.Email : "", (await PersonAsync(app, name)).JobTitle));
    }

    [Fact]
    public async Task An_email_can_be_taken_away_and_one_that_is_none_is_still_refused()
    {
        var app = await school.AppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        var name = $"Vera Volunteer {Guid.NewGuid():N}";
        var id = await app.AddPersonAsync(name);

        var refused = await EditAsync(office, await PersonAsync(app, name), "vera at school", "Helper");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(
            "Enter a full e-mail address, such as a.hart@school.example, or leave it empty.",
            refused.Document.Body!.ShownWords(),
            StringComparison.Ordinal
        );

        Assert.Equal(Urls.PersonChanged(id, "edited"), (await EditAsync(office, await PersonAsync(app, name), "", "Helper")).Location);
        Assert.Null((await PersonAsync(app, name)).Email);
    }

    /// <summary>A browser sends a field that was left empty as an empty text.</summary>
    [Fact]
    public void A_field_that_may_stay_empty_may_stay_empty_in_every_form()
    {
        var optional = typeof(Program)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null)
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => (Type: type, Property: property)))
            .Where(field =>
                field.Property.PropertyType == typeof(string)
                && field.Property.CanWrite
                && !field.Property.IsDefined(typeof(RequiredAttribute))
                && field.Property.GetCustomAttributes<ValidationAttribute>().Any()
            )
            .ToList();

        Assert.Contains(optional, field => field.Property.Name == "Email");
        Assert.All(
            optional,
            field =>
            {
                var form = Activator.CreateInstance(field.Type)!;
                field.Property.SetValue(form, "");
                Assert.DoesNotContain(FormValidation.Errors(form), error => error.Key == field.Property.Name);
            }
        );
    }

    private static Task<Answer> EditAsync(Visitor office, StaffMember person, string email, string jobTitle) =>
        office.SubmitAsync(
            Urls.Person(person.Id),
            "edit",
            ("Person.FullName", person.FullName),
            ("Person.Email", email),
            ("Person.JobTitle", jobTitle),
            ("Person.Audience", "Employee"),
            ("Person.StartsOn", "2026-09-14"),
            ("Person.LineLead", "")
        );

    private static Task<StaffMember> PersonAsync(RunningApp app, string name) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.People.AsNoTracking().SingleAsync(row => row.FullName == name);
        });
}
