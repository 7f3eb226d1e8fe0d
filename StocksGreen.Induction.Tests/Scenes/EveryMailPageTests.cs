using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Entities;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Reminders;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Letters;
using StocksGreen.Induction.Tests.Journeys;
using StocksGreen.Induction.Tests.Support.Browser;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Scenes;

/// <summary>The office's pages about mail, and the way to them from the list.</summary>
public sealed class EveryMailPageTests(SharedSchool school, SharedBrowser browser) : BrowserTest(school, browser)
{
    private static readonly DigestText Words = new("Stocks Green Primary School", "https://induction.school.example");

    private static readonly SemaphoreSlim Making = new(1);

    private static readonly Dictionary<string, Func<RunningApp, IPage, Task>> All = new(StringComparer.Ordinal)
    {
        ["mail, no server"] = async (app, page) =>
        {
            await OneOfEachAsync(app);
            await page.GotoAsync(Urls.Mail);
        },
        ["mail, nothing to send again"] = async (app, page) =>
        {
            await OneOfEachAsync(app);
            await page.GotoAsync(Urls.Mail);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).First.ClickAsync();
        },
        ["letter, ten to sign"] = (app, page) => ReadAsync(app, page, "Amelia Hart"),
        ["letter, overdue"] = (app, page) => ReadAsync(app, page, "Callum Brightwell"),
        ["letter, to a line lead"] = async (app, page) =>
        {
            var late = await DigestAsync(app, "Callum Brightwell");
            await page.SetContentAsync(Words.Write(new TeamDigest(late.Person, [new TeamDigest.Member(late.Person, late.ToSign)])).Html);
        },
        ["chase, looked at first"] = async (app, page) =>
        {
            await page.GotoAsync(Urls.ChasePreview(await ChosenAsync(app)));
            await page.GetByText("Read the mail").First.ClickAsync();
        },
    };

    public static TheoryData<string> Scenes => [.. All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Scenes))]
    public async Task A_page_is_accessible_on_phone_and_desk_by_day_and_night_and_never_scrolls_sideways(string scene)
    {
        var page = await OpenForALookAsync(DemoStaffList.Office);
        await All[scene](App, page);
        await EveryPageTests.ShowsNothingWrongAsync(page, isLetter: scene.StartsWith("letter", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task From_the_list_the_office_looks_at_the_mails_and_records_them_in_two_presses()
    {
        var page = await OpenAsync(Device.Desk, await App.IdOfAsync(DemoStaffList.Office));
        var list = new ChaseScreen(page);
        await list.GoAsync();
        await page.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        await list.DoAsync("Remind");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chase 1 person" })).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Write to" }))
            .ToHaveAttributeAsync(
                "href",
                new System.Text.RegularExpressions.Regex("^mailto:.*subject=.*go-on", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Record that I wrote to this person" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Recorded: you wrote to one person.");
    }

    protected override Task<RunningApp> StartAppAsync() => School.WholeAppAsync();

    /// <summary>A letter as a mail program shows it.</summary>
    private static async Task ReadAsync(RunningApp app, IPage page, string fullName) =>
        await page.SetContentAsync(Words.Write(await DigestAsync(app, fullName)).Html);

    private static Task<Digest> DigestAsync(RunningApp app, string fullName) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var facts = await db.ReadSchoolFactsAsync(CancellationToken.None);
            return Digest.From(facts.RequirementsAt(RunningApp.Today)).Single(digest => digest.Person.FullName == fullName);
        });

    /// <summary>A mail in every state, as a server that is set up would leave them.</summary>
    private static async Task OneOfEachAsync(RunningApp app)
    {
        await Making.WaitAsync();
        try
        {
            await app.AskAsync(MakeAsync);
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<int> MakeAsync(IServiceProvider services)
    {
        await using (var look = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync())
        {
            if (await look.OutboxMails.AnyAsync())
            {
                return 0;
            }
        }

        (NoticeResult? Result, string Words)[] states =
        [
            (NoticeResult.Refused, "550 5.1.1 no such person here"),
            (NoticeResult.CameBack, "5.2.2 552 the mailbox is full"),
            (NoticeResult.InDoubt, "The program stopped while the mail server was being given this letter, so its answer was not heard."),
            (NoticeResult.GivenUp, "mail.school.example cannot be reached: connection refused"),
            (NoticeResult.Accepted, "250 2.0.0 Ok"),
            (NoticeResult.Withdrawn, "A newer mail takes its place."),
            (null, "mail.school.example cannot be reached: connection refused"),
            (null, ""),
        ];
        return await services
            .GetRequiredService<EvidenceWriter>()
            .WriteAsync(
                async (db, log) =>
                {
                    var people = await db
                        .People.Where(person => person.Email != null && person.EndsOn == null)
                        .OrderBy(person => person.FullName)
                        .Take(states.Length)
                        .ToListAsync();
                    foreach (var (person, (result, words)) in people.Zip(states))
                    {
                        var notice = new Notice(
                            Guid.NewGuid(),
                            DemoStore.Now.AddHours(-1),
                            $"digest/2026-09-14/{person.Id}",
                            NoticeKind.Digest,
                            person.Id,
                            person.Email!,
                            "3 policies to read and sign, the first by Friday 18 September",
                            Sha256Hex.Compute("text"),
                            [],
                            [],
                            "The school’s reminders"
                        );
                        await db.QueueAsync(log, notice, person.FullName, "text", "<p>text</p>", CancellationToken.None);
                        var mail = db.OutboxMails.Local.Single(row => row.Id == notice.Id);
                        mail.Claim(DemoStore.Now);
                        if (result is { } ended)
                        {
                            mail.End(DemoStore.Now, ended, words);
                            log.Record(new NoticeOutcome(Guid.NewGuid(), DemoStore.Now, notice.Id, ended, "mail server mail.school.example:587", words));
                        }
                        else
                        {
                            mail.TryLater(DemoStore.Now, words, isEndless: false);
                        }
                    }

                    return people.Count;
                },
                CancellationToken.None
            );
    }

    private static Task<Guid> ChosenAsync(RunningApp app) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var office = await app.IdOfAsync(DemoStaffList.Office);
            var people = await db
                .People.Where(person => person.EndsOn == null)
                .OrderBy(person => person.FullName)
                .Select(person => person.Id)
                .Take(12)
                .ToListAsync();
            var selection = new ChaseSelection(Guid.NewGuid(), office, DemoStore.Now, people);
            db.ChaseSelections.Add(selection);
            await db.SaveChangesAsync();
            return selection.Id;
        });
}
