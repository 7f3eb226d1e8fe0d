using System.Globalization;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Requests that no page of ours would make.</summary>
public sealed class ForgedFormTests(SharedSchool school)
{
    private const string NewPack = $"{Urls.Packs}/00000000-0000-0000-0000-000000000000";

    [Fact]
    public async Task A_form_without_our_token_is_refused_in_words()
    {
        var app = await school.AppAsync();
        using var visitor = await Visitor.AsAsync(app, await app.AddPersonAsync("Tobias Token"));

        var answer = await visitor.PostAsync(Urls.Part((await app.VersionAsync()).Id, 0), Visitor.Pairs(("_handler", "confirm")));

        Assert.Equal((HttpStatusCode.BadRequest, "That did not work"), (answer.Status, answer.Title));
        Assert.Contains("Open the page again and send it from there. Nothing was changed.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_persons_token_is_no_good_to_another()
    {
        var app = await school.AppAsync();
        var url = Urls.Part((await app.VersionAsync()).Id, 0);
        using var one = await Visitor.AsAsync(app, await app.AddPersonAsync("Toby Token"));
        using var other = await Visitor.AsAsync(app, await app.AddPersonAsync("Tabitha Token"));

        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsync(url, await one.HiddenFieldsAsync(url, "confirm"))).Status);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("12")]
    [InlineData("-1")]
    [InlineData("2147483648")]
    [InlineData("one")]
    public async Task A_part_that_does_not_exist_is_not_found_and_cannot_be_confirmed(string ordinal)
    {
        var app = await school.AppAsync();
        using var visitor = await Visitor.AsAsync(app, await app.AddPersonAsync("Polly Part"));
        var version = (await app.VersionAsync()).Id;
        var fields = await visitor.HiddenFieldsAsync(Urls.Part(version, 0), "confirm");
        var url = $"{Urls.MyReading}/{version}/part/{ordinal}";

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url)).Status);
        AssertNotFound(await visitor.PostAsync(url, fields));
    }

    /// <summary>The binder takes any number for a choice; stored, it would be a fault of every page that shows it, and evidence is never deleted.</summary>
    [Theory]
    [InlineData("PersonForm.Audience", Urls.AddPerson, "add", "Person.Audience", "Choose the group that the person belongs to.")]
    [InlineData("PersonForm.Audience", null, "edit", "Person.Audience", "Choose the group that the person belongs to.")]
    [InlineData("InductionPackInput.Audience", NewPack, "pack", "Form.Audience", "Choose the group that the pack is for.")]
    [InlineData("RoleForm.Role", Urls.KeyRoles, "role", "Form.Role", "Choose the role that changes hands.")]
    [InlineData("DayForm.Kind", Urls.Calendar, "day", "Form.Kind", "Say what kind of day it is.")]
    public async Task A_number_that_is_no_choice_is_refused_and_not_stored(string property, string? page, string form, string field, string sentence)
    {
        Assert.Contains(property, BoundChoices());
        var app = await school.AppAsync();
        var url = page ?? Urls.Person(await app.AddPersonAsync("Choi Seven"));
        using var head = await Visitor.AsAsync(app, DemoStaffList.Headteacher);

        foreach (var number in new[] { "7", "-1", "2147483647" })
        {
            var before = await EntriesAsync(app);
            var answer = await head.SubmitAsync(
                url,
                form,
                (field, number),
                ("Person.FullName", "Choi Seven"),
                ("Person.JobTitle", "Teacher"),
                ("Person.StartsOn", "2026-09-01"),
                ("Form.Name", "A pack of no group"),
                ("Form.Titles[0]", "Talk"),
                ("Form.Topics[0]", "Topic"),
                ("Form.Due", "5"),
                ("Form.Holder", "Choi Seven"),
                ("Form.From", "2026-09-01"),
                ("Form.First", "2026-09-01"),
                ("Form.StaffWork", "true")
            );

            Assert.Equal((HttpStatusCode.OK, before), (answer.Status, await EntriesAsync(app)));
            Assert.Contains(sentence, answer.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_choice_that_a_form_binds_is_asked_with_a_number() =>
        Assert.Equal(
            BoundChoices(),
            typeof(ForgedFormTests)
                .GetMethod(nameof(A_number_that_is_no_choice_is_refused_and_not_stored))!
                .GetCustomAttributes<InlineDataAttribute>()
                .Select(data => (string)data.Data[0]!)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    /// <summary>"PersonForm.Audience": of every form that a page binds, the properties that are enumerations.</summary>
    private static IEnumerable<string> BoundChoices() =>
        typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.IsDefined(typeof(SupplyParameterFromFormAttribute)))
            .SelectMany(property => property.PropertyType.GetProperties().Select(field => (Form: property.PropertyType, Field: field)))
            .Where(bound => (Nullable.GetUnderlyingType(bound.Field.PropertyType) ?? bound.Field.PropertyType).IsEnum)
            .Select(bound => $"{bound.Form.Name}.{bound.Field.Name}")
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static Task<int> EntriesAsync(RunningApp app) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.Evidence.CountAsync();
        });

    [Fact]
    public async Task A_policy_that_is_not_for_a_person_can_be_neither_read_nor_confirmed_nor_signed()
    {
        var app = await school.AppAsync();
        var person = await app.AddPersonAsync("Conrad Tractor", audience: Audience.Contractor);
        using var contractor = await Visitor.AsAsync(app, person);
        var token = (await contractor.GetAsync(Urls.MyReading)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var id in new[] { (await app.VersionAsync()).Id, VersionId.New() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await contractor.GetAsync(Urls.Part(id, 0))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await contractor.GetAsync(Urls.Sign(id))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await contractor.GetAsync(Urls.Signed(id))).Status);
            AssertNotFound(await contractor.PostAsync(Urls.Part(id, 0), Visitor.Pairs(("_handler", "confirm"), ("__RequestVerificationToken", token))));
            AssertNotFound(
                await contractor.PostAsync(
                    Urls.Sign(id),
                    Visitor.Pairs(("_handler", "sign"), ("__RequestVerificationToken", token), ("Form.AffirmsRead", "true"))
                )
            );
        }

        Assert.Empty(await app.SignaturesOfAsync(person));
    }

    [Fact]
    public async Task A_second_tap_on_confirm_goes_on_as_the_first_did()
    {
        var app = await school.AppAsync();
        using var visitor = await Visitor.AsAsync(app, await app.AddPersonAsync("Dotty Double"));
        var version = (await app.VersionAsync()).Id;
        var fields = await visitor.HiddenFieldsAsync(Urls.Part(version, 0), "confirm");

        var first = await visitor.PostAsync(Urls.Part(version, 0), fields);
        var second = await visitor.PostAsync(Urls.Part(version, 0), fields);

        Assert.Equal(Urls.Part(version, 1), first.Location);
        Assert.Equal(Urls.Part(version, 1), second.Location);
    }

    [Fact]
    public async Task A_part_sent_again_after_the_signature_leads_to_what_was_signed()
    {
        var app = await school.AppAsync();
        using var visitor = await Visitor.AsAsync(app, "Josie Penhaligon");
        var version = (await app.VersionAsync()).Id;
        var token = (await visitor.GetAsync(Urls.MyReading)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await visitor.PostAsync(Urls.Part(version, 3), Visitor.Pairs(("_handler", "confirm"), ("__RequestVerificationToken", token)));

        Assert.Equal(Urls.Sign(version), answer.Location);
        Assert.Equal(Urls.Signed(version), (await visitor.GetAsync(answer.Location!)).Location);
    }

    [Fact]
    public async Task A_signature_over_parts_that_are_not_confirmed_is_refused()
    {
        var app = await school.AppAsync();
        var person = await app.AddPersonAsync("Harriet Hasty");
        using var visitor = await Visitor.AsAsync(app, person);
        var url = Urls.Sign((await app.VersionAsync()).Id);
        var token = (await visitor.GetAsync(Urls.MyReading)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(Urls.Part((await app.VersionAsync()).Id, 0), (await visitor.GetAsync(url)).Location);

        var answer = await visitor.PostAsync(
            url,
            Visitor.Pairs(
                ("_handler", "sign"),
                ("__RequestVerificationToken", token),
                ("Form.AffirmsRead", "true"),
                ("Form.AffirmsUnderstood", "true"),
                ("Form.TypedName", "Harriet Hasty")
            )
        );

        Assert.Contains(
            "Confirm the 12 parts that are still open first.",
            answer.Document.QuerySelector("[role=alert]")!.ShownWords(),
            StringComparison.Ordinal
        );
        Assert.Empty(await app.SignaturesOfAsync(person));
    }

    [Fact]
    public async Task The_office_can_make_no_link_for_the_headteacher()
    {
        var app = await school.AppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);

        var head = await app.IdOfAsync(DemoStaffList.Headteacher);
        var (own, theirs) = (Urls.Person(await app.AddPersonAsync("Robin Ordinary")), Urls.Person(head));

        // The page of the headteacher has no such form, so one of someone else’s page is sent there.
        var answer = await office.PostAsync(theirs, [.. await office.HiddenFieldsAsync(own, "link"), .. Visitor.Pairs(("Form.Way", "Link"))]);

        Assert.Null((await office.GetAsync(theirs)).Document.QuerySelector("form button[name='Form.Way']"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain("/link/", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_up_in_a_name_is_shown_as_it_was_typed()
    {
        const string name = "<b>Robin</b> & \"Bobby\" <script>alert(1)</script>";
        var app = await school.AppAsync();
        var id = await app.AddPersonAsync(name, jobTitle: "<img src=x>");
        using var person = await Visitor.AsAsync(app, id);
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);

        var own = await person.GetAsync(Urls.MyReading);
        var list = await office.GetAsync(Urls.PeopleList("Bobby", null, 1));
        var added = await office.GetAsync(Urls.PersonAdded(id));

        Assert.Equal(name, own.Document.QuerySelector(".site-user__name")!.ShownWords());
        Assert.Contains(list.Document.QuerySelectorAll("th[scope=row]"), cell => cell.QuerySelector("a")!.ShownWords() == name);
        Assert.Contains(name, added.Document.QuerySelector("[role=status]")!.ShownWords(), StringComparison.Ordinal);
        Assert.All([own, list, added], page => Assert.Null(page.Document.QuerySelector("main script, header script, img[src=x]")));
    }

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-09-15")]
    [InlineData("<script>")]
    public async Task A_report_of_a_day_that_is_none_or_has_not_come_is_refused_in_words(string asAt)
    {
        using var headteacher = await Visitor.AsAsync(await school.AppAsync(), DemoStaffList.Headteacher);
        foreach (var report in new[] { Urls.GovernorsReport, Urls.Register })
        {
            var answer = await headteacher.GetAsync(string.Create(CultureInfo.InvariantCulture, $"{report}?asAt={Uri.EscapeDataString(asAt)}"));

            Assert.Equal((HttpStatusCode.Redirect, Urls.ReportsOf(asAt)), (answer.Status, answer.Location));
            var page = await headteacher.GetAsync(answer.Location!);
            Assert.Equal((HttpStatusCode.OK, "Reports"), (page.Status, page.Title));
            Assert.Contains(
                asAt == "2026-09-15" ? "A report cannot be of a day that has not come." : $"“{asAt}” is not a date",
                page.Document.QuerySelector("[role=alert]")!.ShownWords(),
                StringComparison.Ordinal
            );
        }
    }

    /// <summary>A form for what is not there for this person looks like any page that is not there, whether or not others have it.</summary>
    private static void AssertNotFound(Answer answer) => Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (answer.Status, answer.Title));
}
