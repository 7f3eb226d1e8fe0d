using StocksGreen.Induction.Documents.Reports;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Features.Visitors;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Visitors;

/// <summary>Those who sign nothing: visitors at reception, and parents before an event.</summary>
public sealed class VisitorReminderTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor office = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        office = await school.HireOfficeAsync();
        version = await school.PublishAsync(duties: [.. SmallPolicy.ForEverybody, new AudienceDuty(Audience.Visitor, Duty.ReminderOnly, [1])]);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_visitor_is_kept_with_name_organisation_time_version_and_the_words_shown_and_nothing_else()
    {
        (await RemindAsync("  Ellis \n Barraclough ", " Weald Surveying ")).Value();

        var visitor = await school.LatestAsync<VisitorReminder>();
        Assert.Equal(
            new VisitorReminder(visitor.Id, school.Clock.Now, "Ellis Barraclough", "Weald Surveying", version, 1, "## 1 Arriving\n\nSign in at the office.")
            {
                EvidenceNumber = visitor.EvidenceNumber,
            },
            visitor
        );
    }

    [Fact]
    public async Task The_same_visitor_on_the_same_day_is_one_visit_however_the_name_is_spelt()
    {
        await RemindAsync();
        school.Clock.Now += TimeSpan.FromHours(3);
        await RemindAsync("ellis BARRACLOUGH");
        Assert.Equal(1, await school.CountAsync<VisitorReminder>());
        school.Clock.Now += TimeSpan.FromDays(1);
        await RemindAsync();

        Assert.Equal(2, await school.CountAsync<VisitorReminder>());
    }

    [Fact]
    public async Task A_visitor_has_a_name_of_a_sensible_length()
    {
        Assert.Equal([new ValidationError("Name", "Enter your name.")], (await RemindAsync(" ")).Errors());
        Assert.Equal(["Name", "Organisation"], (await RemindAsync(new string('x', 121), new string('x', 121))).Errors().Select(error => error.Key));
        Assert.Equal(0, await school.CountAsync<VisitorReminder>());
    }

    [Theory]
    [InlineData("Ellis \u202Ehguolcarrab")]
    [InlineData("Ellis\u0000Barraclough")]
    [InlineData("Ellis\u200BBarraclough")]
    [InlineData("Ellis\uD800")]
    public async Task A_name_with_what_cannot_be_seen_is_refused(string name)
    {
        Assert.Equal([new ValidationError("Name", PlainLine.Refusal)], (await RemindAsync(name)).Errors());
        Assert.Equal([new ValidationError("Organisation", PlainLine.Refusal)], (await RemindAsync("Ellis", name)).Errors());
    }

    [Fact]
    public async Task A_version_that_was_published_over_is_read_again()
    {
        await school.PublishAsync(SmallPolicy.Amended);

        Assert.Equal([new ValidationError("Name", "The policy was published again just now. Please read it again.")], (await RemindAsync()).Errors());
    }

    [Fact]
    public async Task A_prankster_cannot_fill_the_register()
    {
        for (var visitor = 0; visitor < RemindVisitor.MostFromAnAddress; visitor++)
        {
            (await RemindAsync($"Visitor {visitor}")).Value();
        }

        Assert.Equal([new ValidationError("Name", "This page is busy. Please tell the school office your name.")], (await RemindAsync("One more")).Errors());
        (await RemindAsync("Someone elsewhere", address: "2001:db8::1")).Value();
        // A visitor is shown all that visitors are to read, and is one visitor all the same.
        var first = version;
        version = await school.PublishAsync(
            SmallPolicy.Text with
            {
                Title = "Fire Policy",
            },
            duties: [.. SmallPolicy.ForEverybody, new AudienceDuty(Audience.Visitor, Duty.ReminderOnly, [1])]
        );
        (await RemindAsync("Visitor 1")).Value();
        version = first;
        school.Clock.Now += TimeSpan.FromMinutes(61);
        (await RemindAsync("One more")).Value();
    }

    [Fact]
    public async Task The_office_sees_who_was_reminded_and_teachers_and_governors_do_not()
    {
        await RemindAsync();

        Assert.Equal(["Ellis Barraclough"], (await SeenAsync(office))!.Select(visitor => visitor.FullName));
        Assert.Null(await SeenAsync(await school.HireAsync("Daniel Okafor")));
        Assert.Null(await SeenAsync(await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor)));
    }

    /// <summary>A visitor reads all that visitors are shown at once; the list names people and not policies.</summary>
    [Fact]
    public async Task A_visit_is_one_line_and_one_visitor_whatever_it_showed()
    {
        var fire = await school.PublishAsync(
            SmallPolicy.Text with
            {
                Title = "Fire Policy",
            },
            duties: [.. SmallPolicy.ForEverybody, new AudienceDuty(Audience.Visitor, Duty.ReminderOnly, [1])]
        );
        await VisitAsync("Ellis Barraclough");
        await VisitAsync("Ellis Barraclough");
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await VisitAsync("Amara Nwosu");
        var first = school.Clock.Now.AddMinutes(-1);
        school.Clock.Now += TimeSpan.FromDays(1);
        await VisitAsync("Ellis Barraclough");

        var seen = await SeenAsync(office);

        Assert.Equal(
            [("Ellis Barraclough", school.Clock.Now), ("Amara Nwosu", first.AddMinutes(1)), ("Ellis Barraclough", first)],
            seen!.Select(visit => (visit.FullName, visit.At))
        );
        Assert.All(seen!, visit => Assert.Equal(["Fire Policy, version 1", "Visitors Policy, version 1"], visit.Shown));
        Assert.Equal(6, await school.CountAsync<VisitorReminder>());
        var report = await school.AskAsync(
            (GovernorsReportQuery query) => query.ExecuteAsync(school.Headteacher, LondonTime.DateIn(school.Clock.Now), TestContext.Current.CancellationToken)
        );
        Assert.Equal(3, report!.Activity.VisitorsReminded);

        async Task VisitAsync(string name) =>
            (
                await school.AskAsync(
                    (RemindVisitor remind) => remind.ExecuteAsync(name, "", [version, fire], "192.0.2.7", TestContext.Current.CancellationToken)
                )
            ).Value();
    }

    private Task<IReadOnlyList<RemindedVisitor>?> SeenAsync(Actor actor) =>
        school.AskAsync((RemindersQuery query) => query.VisitorsAsync(actor, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Visitors_are_shown_the_sections_that_speak_of_them_where_nothing_else_was_decided()
    {
        var text = SmallPolicy.Text with
        {
            Title = "Other Policy",
            Sections = [SmallPolicy.Text.Sections[0], SmallPolicy.Text.Sections[1] with { Title = "Visitors and badges" }],
        };
        await school.PublishAsync(text);

        var policies = await school.AskAsync((VisitorPolicyQuery query) => query.ExecuteAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            [("Other Policy", "1.1 Visitors and badges"), ("Visitors Policy", "1 Arriving")],
            policies.Select(policy => (policy.Version.Text.Title, Assert.Single(policy.Parts).Heading))
        );
    }

    [Fact]
    public async Task A_reminder_to_parents_is_kept_with_event_wording_channel_and_date_once()
    {
        (await RecordAsync(office, Fair)).Value();
        (await RecordAsync(office, Fair)).Value();

        var reminder = await school.LatestAsync<EventReminder>();
        Assert.Equal(
            (1, "Summer fair", new DateOnly(2026, 9, 20), new DateOnly(2026, 9, 14), "Newsletter", "Please share no pictures.", "Ruth Pemberton"),
            (
                await school.CountAsync<EventReminder>(),
                reminder.Event,
                reminder.EventOn,
                reminder.SentOn,
                reminder.Channel,
                reminder.Wording,
                reminder.RecordedByName
            )
        );
    }

    [Fact]
    public async Task Everything_that_is_missing_from_a_reminder_is_told_at_once()
    {
        Assert.Equal(
            ["Event", "EventOn", "SentOn", "Channel", "Wording"],
            (await RecordAsync(office, new EventReminderForm("", null, null, " ", null))).Errors().Select(error => error.Key)
        );
        Assert.Equal(
            [new ValidationError("SentOn", "Enter the day of the reminder. It cannot lie in the future.")],
            (await RecordAsync(office, Fair with { SentOn = new DateOnly(2026, 9, 15) })).Errors()
        );
        Assert.Equal(
            [new ValidationError("SentOn", "The reminder comes before the event.")],
            (await RecordAsync(office, Fair with { EventOn = new DateOnly(2026, 9, 13) })).Errors()
        );
    }

    [Fact]
    public async Task Teachers_record_no_reminders() => Assert.True((await RecordAsync(await school.HireAsync("Daniel Okafor"), Fair)).IsNotFound());

    private static EventReminderForm Fair { get; } =
        new("Summer fair", new DateOnly(2026, 9, 20), new DateOnly(2026, 9, 14), "Newsletter", "Please share no pictures.");

    private Task<Result<Unit>> RecordAsync(Actor actor, EventReminderForm form) =>
        school.AskAsync((RecordEventReminder record) => record.ExecuteAsync(actor, form, TestContext.Current.CancellationToken));

    private Task<Result<Unit>> RemindAsync(string name = "Ellis Barraclough", string from = "Weald Surveying", string address = "192.0.2.7") =>
        school.AskAsync((RemindVisitor remind) => remind.ExecuteAsync(name, from, [version], address, TestContext.Current.CancellationToken));
}
