using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>
/// A reader on a phone on which no script runs, while the school publishes over what they read and signed; one school for all, each test with a policy of its
/// own.
/// </summary>
public sealed class LaterVersionJourney(SharedSchool school, SharedBrowser browser, OwnSchool own) : BrowserTest(school, browser), IClassFixture<OwnSchool>
{
    private const string FullName = "Ottilie Marsh";
    private static readonly AudienceDuty[] Employees = [new(Audience.Employee, Duty.FullSignature, null)];

    public override async ValueTask DisposeAsync()
    {
        await App.HasIntactEvidenceAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [BrowserFact]
    public async Task A_teacher_signs_is_asked_for_one_changed_part_and_keeps_two_signed_copies_and_a_minor_change_asks_for_nothing()
    {
        var person = await App.AddPersonAsync(FullName);
        var first = await App.PublishAsync(Pond("Two adults stand by."), Employees);
        var phone = await OpenAsync(Device.PhoneWithoutScript, person);
        await phone.GotoAsync(Urls.MyReading);
        await phone.GetByRole(AriaRole.Link, new() { Name = "Start reading (Pond Policy)" }).ClickAsync();
        await ConfirmAsync(phone, "Key details", "1 Before", "2 At the pond");
        await SignAsync(phone, statements: 2);

        var second = await App.PublishAsync(Pond("Three adults stand by."), Employees, summary: "Three adults are needed, not two.");
        await phone.GotoAsync(Urls.MyReading);
        await Expect(phone.GetByText("1 of 3 parts has changed, about 1 minute")).ToBeVisibleAsync();
        await Expect(phone.GetByText("Three adults are needed, not two.")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "See what has changed (Pond Policy)" }).ClickAsync();
        await Expect(phone.Locator("del")).ToHaveTextAsync("[removed: Two]");
        await Expect(phone.Locator("ins")).ToHaveTextAsync("[added: Three]");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Read 2 At the pond" }).ClickAsync();
        await ConfirmAsync(phone, "2 At the pond");
        await Expect(phone.GetByText("What has changed: 2 At the pond")).ToBeVisibleAsync();
        await SignAsync(phone, statements: 2);

        await phone.GotoAsync(Urls.MyReading);
        await Expect(phone.GetByRole(AriaRole.Button, new() { Name = "Signed copy of Pond Policy (PDF)" })).ToHaveCountAsync(2);
        await App.PublishAsync(Pond("Three adults stand by the water."), Employees, ChangeWeight.Minor);
        await phone.ReloadAsync();
        await Expect(phone.GetByText("Version 3 made minor changes; your signature stands.")).ToBeVisibleAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "Pond Policy" })).ToHaveCountAsync(0);
        Assert.Equal(
            [first, second],
            (await App.SignaturesOfAsync(person)).OrderBy(signature => signature.EvidenceNumber).Select(signature => signature.VersionId)
        );
    }

    [BrowserFact]
    public async Task Anyone_who_is_reading_when_a_newer_version_comes_is_told_and_goes_on_there()
    {
        var person = await App.AddPersonAsync(FullName);
        var first = await App.PublishAsync(Pond("Two adults stand by.", "Pool Policy"), Employees);
        var phone = await OpenAsync(Device.PhoneWithoutScript, person);
        await phone.GotoAsync(Urls.Part(first, 0));
        await ConfirmAsync(phone, "Key details");
        await App.PublishAsync(Pond("Three adults stand by.", "Pool Policy"), Employees);

        await phone.GetByRole(AriaRole.Button, new() { Name = "Confirm section 1 and go on" }).ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "There is a newer version" })).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "Go on with version 2" }).ClickAsync();
        await ConfirmAsync(phone, "Key details", "1 Before", "2 At the pond");
        await SignAsync(phone, statements: 2);

        Assert.Single(await App.SignaturesOfAsync(person));
    }

    [BrowserFact]
    public async Task A_contractor_reads_two_parts_and_signs_one_statement_and_a_visitor_only_takes_note()
    {
        AudienceDuty[] duties = [.. Employees, new(Audience.Contractor, Duty.ShortSignature, [0, 2]), new(Audience.Visitor, Duty.ReminderOnly, [2])];
        var version = await App.PublishAsync(Pond("Two adults stand by.", "Lake Policy"), duties);
        var phone = await OpenAsync(Device.PhoneWithoutScript, await App.AddPersonAsync(FullName, audience: Audience.Contractor));
        await phone.GotoAsync(Urls.Part(version, 0));
        await ConfirmAsync(phone, "Key details", "2 At the pond");
        await SignAsync(phone, statements: 1);

        var visitor = await OpenAsync(Device.PhoneWithoutScript, await App.AddPersonAsync("Vivian Guest", audience: Audience.Visitor));
        await visitor.GotoAsync(Urls.MyReading);
        await Expect(visitor.GetByText("What concerns you: 2 At the pond.")).ToBeVisibleAsync();
        await visitor.GetByRole(AriaRole.Link, new() { Name = "Read it, about 1 minute (Lake Policy)" }).ClickAsync();
        await Expect(visitor.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(["2 At the pond"]);
    }

    protected override Task<RunningApp> StartAppAsync() => Task.FromResult(own.App);

    private static PolicyContent Pond(string rule, string title = "Pond Policy") =>
        SmallPolicy.Text with
        {
            Title = title,
            Sections =
            [
                new PolicySection("1", "Before", 1, [new Paragraph(RichText.FromPlainText("Count the pupils."))]),
                new PolicySection(
                    "2",
                    "At the pond",
                    1,
                    [new Paragraph(RichText.FromPlainText(rule)), new Paragraph(RichText.FromPlainText("Nobody wades in."))]
                ),
            ],
        };

    private static async Task ConfirmAsync(IPage phone, params string[] headings)
    {
        foreach (var heading in headings)
        {
            await Expect(
                    phone.GetByRole(
                        AriaRole.Heading,
                        new()
                        {
                            Level = 1,
                            Name = heading,
                            Exact = true,
                        }
                    )
                )
                .ToBeVisibleAsync();
            await phone.GetByRole(AriaRole.Button, new() { Name = "Confirm " }).ClickAsync();
        }
    }

    private static async Task SignAsync(IPage phone, int statements)
    {
        await Expect(phone.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(statements);
        for (var i = 0; i < statements; i++)
        {
            await phone.GetByRole(AriaRole.Checkbox).Nth(i).CheckAsync();
        }
        await phone.GetByRole(AriaRole.Radio, new() { Name = "Nothing to declare" }).CheckAsync();

        await phone.GetByLabel("Your full name").FillAsync(FullName);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign this policy" }).ClickAsync();
        await Expect(phone.GetByText("Signed on 14 September 2026")).ToBeVisibleAsync();
    }
}
