using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Importing.Policies.Word;
using StocksGreen.Induction.Tests.Scenes;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;
using static Microsoft.Playwright.Assertions;

namespace StocksGreen.Induction.Tests.Journeys;

/// <summary>From a document in Word to a signature under what has changed.</summary>
public sealed class PublishingJourney(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    [BrowserFact]
    public async Task The_office_imports_mends_and_publishes_a_policy_and_a_teacher_signs_what_a_later_version_changes()
    {
        var office = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        await ImportAsync(office, "Two adults watch.");

        await Expect(Heading(office, "Swimming Policy")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Merge into the one above (2 Clothes)" }).ClickAsync();
        await Expect(Heading(office, "2 Clothes", 3)).ToHaveCountAsync(0);
        await office.GetByRole(AriaRole.Button, new() { Name = "Undo: Merged “2 Clothes” into “1 Getting there”" }).ClickAsync();
        await Expect(Heading(office, "2 Clothes", 3)).ToBeVisibleAsync();

        await office.GetByRole(AriaRole.Link, new() { Name = "Edit or split (2 Clothes)" }).ClickAsync();
        await office.GetByLabel("Text", new() { Exact = true }).FillAsync("Costumes and towels go in one bag.");
        await office.ReloadAsync();
        await Expect(office.GetByText("This is what you had typed and not saved yet.")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Save this section" }).ClickAsync();
        await Expect(office.GetByText("Costumes and towels go in one bag.")).ToBeVisibleAsync();

        await office.GetByRole(AriaRole.Link, new() { Name = "Compare and publish" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Publish it" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Rowheader, new() { Name = "Swimming Policy" })).ToBeVisibleAsync();

        var person = await App.AddPersonAsync("Swithin Poole", daysInPost: 40);
        var phone = await OpenAsync(Device.PhoneWithoutScript, person);
        await ReadAndSignAsync(phone, "Start reading (Swimming Policy)", confirm: 4);

        await ImportAsync(office, "Three adults watch.");
        await office.GetByRole(AriaRole.Link, new() { Name = "Compare and publish" }).ClickAsync();
        await Expect(office.GetByText("As version 2, over version 1 of 14 September 2026: 2 unchanged, 2 changed.")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Publish it" }).ClickAsync();
        await Expect(office.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose why the policy was reviewed.");
        await DecideAsync(office, "2 Clothes", "Minor");
        await DecideAsync(office, "3 In the water", "Material");
        await office.GetByLabel("Why the policy was reviewed").SelectOptionAsync("Local concern");
        await office.GetByRole(AriaRole.Button, new() { Name = "Keep for later and see who is asked" }).ClickAsync();
        await Expect(office.GetByText("1 person reads and signs what has changed")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "Publish it" }).ClickAsync();
        await Expect(Heading(office, "Publishing")).ToBeVisibleAsync();

        await phone.GotoAsync(Urls.MyReading);
        await phone.GetByRole(AriaRole.Link, new() { Name = "See what has changed (Swimming Policy)" }).ClickAsync();
        await Expect(phone.Locator("ins", new() { HasText = "Three" })).ToBeVisibleAsync();
        await ReadAndSignAsync(phone, "Read 3 In the water", confirm: 1);
        Assert.Equal(2, (await App.SignaturesOfAsync(person)).Count);
    }

    protected override Task<RunningApp> StartAppAsync() => School.WholeAppAsync();

    private static async Task ImportAsync(IPage office, string watching)
    {
        var file = new WordFile()
            .P("Swimming Policy", "Title")
            .P("Stocks Green Primary School")
            .P("1. Getting there", "Heading1")
            .P("We walk to the pool.")
            .P("2. Clothes", "Heading1")
            .P("Costumes go in a bag.")
            .P("3. In the water", "Heading1")
            .P(watching)
            .ToBytes();
        await office.GotoAsync(Urls.PolicyImport);
        await office
            .GetByLabel("The document")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "swimming.docx",
                    MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    Buffer = file,
                }
            );
        await office.GetByRole(AriaRole.Button, new() { Name = "Import and look at it" }).ClickAsync();
    }

    private static async Task DecideAsync(IPage office, string section, string weight)
    {
        var card = office.GetByRole(AriaRole.Region, new() { Name = section });
        await card.GetByLabel(weight, new() { Exact = true }).CheckAsync();
        await card.GetByLabel($"Why “{section}” was changed").FillAsync("Learnt last term.");
    }

    private static async Task ReadAndSignAsync(IPage phone, string link, int confirm)
    {
        await phone.GotoAsync(phone.Url.Contains("/changes", StringComparison.Ordinal) ? phone.Url : Urls.MyReading);
        await phone.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        for (var i = 0; i < confirm; i++)
        {
            await phone.GetByRole(AriaRole.Button, new() { Name = "Confirm " }).ClickAsync();
        }

        await phone.GetByRole(AriaRole.Checkbox).Nth(0).CheckAsync();
        await phone.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        await phone.GetByRole(AriaRole.Radio, new() { Name = "Nothing to declare" }).CheckAsync();
        await phone.GetByLabel("Your full name").FillAsync("Swithin Poole");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Sign this policy" }).ClickAsync();
        await Expect(phone.GetByText("Signed on 14 September 2026")).ToBeVisibleAsync();
    }

    private static ILocator Heading(IPage page, string name, int level = 1) =>
        page.GetByRole(
            AriaRole.Heading,
            new()
            {
                Name = name,
                Level = level,
                Exact = true,
            }
        );
}
