using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>A school whose pages were walked by everyone who may send something that others may not, and every form that they met.</summary>
public sealed class WalkedSchool : IAsyncLifetime
{
    private const int MostPagesOfOneKind = 2;

    /// <summary>Everyone who may send something that others may not.</summary>
    internal static readonly string[] Viewers =
    [
        DemoStaffList.Headteacher,
        DemoStaffList.Office,
        "Hannah Rosewarne",
        "Kofi Mensah",
        "Aisha Bello",
        DemoStaffList.NewStarter,
    ];

    /// <summary>Pages that no walk reaches, and why each has a test of its own.</summary>
    internal static readonly string[] WalkedElsewhere =
    [
        "/set-up", // closed once there is a school: ClosedDoorTests
        "/sign-in",
        "/link/{Secret}",
        "/kiosk", // for nobody yet: SignInTests
        "/visit",
        "/check",
        "/check/{Written}", // for anyone: CheckPageTests
        "/policy-pictures/{sha256:length(64)}", // no policy of the demonstration shows one: PolicyFilesTests
        "/keeping", // asks only where retention has not run for long: NineYearsTests
        "/mail/set-up",
        "/sign-in/by-mail",
        "/second-step/app",
        "/second-step/recovery-codes", // led to by other forms alone: SecondStepPagesTests and the tests of ways in
        "/my-reading/{Version:guid}/sign", // opens when all is read: ForgedFormTests
    ];

    internal DataFolder Folder { get; private set; } = null!;

    internal RunningApp App { get; private set; } = null!;

    internal IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = null!;

    internal IReadOnlyList<WalkedForm> Forms { get; private set; } = null!;

    /// <summary>Patterns of every page and file that was looked at.</summary>
    internal HashSet<string> Looked { get; } = new(StringComparer.Ordinal);

    /// <summary>For every pattern that was answered, an address at which there is something.</summary>
    internal Dictionary<string, string> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>Who looked at which address, and had thereby added to the evidence.</summary>
    internal List<string> LooksThatWrote { get; } = [];

    /// <summary>Addresses and sentences in which a role is named as a policy's head prints it: "(Designated Safeguarding Lead (s))".</summary>
    internal List<string> RolesAsPrinted { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Folder = await DemoStore.CopyAsync(whole: true);
        App = await RunningApp.StartAsync(Folder);
        Endpoints = [.. App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        var more = await BeginMoreAsync();
        Forms = [.. await WalkAsync([.. more.Select(form => form.Page), .. await NotLinkedAsync()]), .. more];
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        DemoStore.Delete(Folder);
    }

    /// <summary>Forms that show only in states that the demonstration is not in, each of something that is really there.</summary>
    private async Task<IReadOnlyList<WalkedForm>> BeginMoreAsync()
    {
        using var office = await Visitor.AsAsync(App, DemoStaffList.Office);
        var list = await office.UploadAsync(
            Urls.StaffImport,
            "upload",
            "Form.File",
            "Unique ID,Name,Staff type,Job title,E-mail,Joined\n900,Wanda Walker,Employee,Teacher,w.walker@stocksgreen.example,01/09/2026\n"u8.ToArray()
        );
        var draft = await office.UploadAsync(
            Urls.PolicyImport,
            "import",
            "Form.File",
            "Walking Policy\n\n1. Routes\n\nAsk [insert name] first.\n"u8.ToArray(),
            "walking.txt"
        );
        var scan = await office.UploadAsync(Urls.PolicyImport, "import", "Form.File", ScanFile.Of(1), "walking scan.pdf");
        var pages = await office.PostAsync(
            Urls.PolicyImport,
            [
                .. (await office.HiddenFieldsAsync(Urls.PolicyImport, "import")).Where(field => field.Key != "_handler"),
                .. Visitor.Pairs([("_handler", "pages"), ("Pages.Held", scan.Document.QuerySelector("input[name='Pages.Held']")!.GetAttribute("value")!)]),
            ]
        );
        var person = await App.AddPersonAsync("Wilma Walker");
        var (exemption, policy, chosen) = await App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var social = await db.Policies.SingleAsync(row => row.Title == "Social Media Policy");
            var head = new Actor(
                await App.IdOfAsync(DemoStaffList.Headteacher),
                DemoStaffList.Headteacher,
                AccessRoles.Staff | AccessRoles.Headteacher,
                new IdentityProof("password", DemoStore.Now),
                "test"
            );
            (await services.GetRequiredService<ExemptPerson>().ExecuteAsync(head, person, social.Id, "Walks.", RunningApp.Today, null, default)).Value();
            return (
                (await db.Exemptions.SingleAsync(row => row.StaffId == person)).Id,
                social.Id,
                (await services.GetRequiredService<ChoosePeople>().ExecuteAsync(head, [person], default)).Value()
            );
        });
        return
        [
            Of(DemoStaffList.Headteacher, Urls.EndExemption(exemption), "end", ("Form.Reason", "Walked")),
            Of(DemoStaffList.Office, list.Location!, "apply"),
            Of(DemoStaffList.Office, $"{draft.Location}/left-out", "decide", ("Form.Do", "Stays all Placeholder")),
            Of(DemoStaffList.Office, pages.Location!, "upload"),
            Of(DemoStaffList.Office, $"{pages.Location}/0", "page", ("Form.Heading", "Page 1"), ("Form.Text", "Walked")),
            Of(DemoStaffList.Office, $"{Urls.OnPaperSheet}?policy={policy}", "sheet", ("Form.Witness", "Walked")),
            Of(DemoStaffList.Office, Urls.ChasePreview(chosen), "send"),
            Of(DemoStaffList.Office, Urls.InviteAll([person]), "invite"),
            Of(DemoStaffList.Office, Urls.Mail, "again", ("Form.Mail", Guid.NewGuid().ToString())),
            Of(DemoStaffList.Headteacher, Urls.Policies, "publish"),
            Of(DemoStaffList.Office, Urls.QuizQuestions(policy), "samples"),
        ];

        static WalkedForm Of(string viewer, string page, string name, params (string Name, string Value)[] fields) =>
            new(viewer, page, page, name, [], [], [.. Visitor.Pairs([("_handler", name), .. fields])]);
    }

    /// <summary>What no link of a page leads to: where mails, forms and signing lead.</summary>
    private Task<List<string>> NotLinkedAsync() =>
        App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var signed = await db.Attestations.Select(row => new { row.VersionId, row.StaffId }).ToListAsync();
            List<VersionId> ofViewers = [];
            foreach (var viewer in Viewers)
            {
                var id = await App.IdOfAsync(viewer);
                ofViewers.AddRange(signed.Where(row => row.StaffId == id).Select(row => row.VersionId).Take(1));
            }

            var policy = (await db.Policies.FirstAsync()).Id;
            var reader = await App.IdOfAsync(Viewers[2]);
            return (List<string>)
                [
                    .. ofViewers.Distinct().SelectMany(version => new[] { Urls.Signed(version), Urls.GoOnReading(version) }),
                    $"{Urls.Draft((await db.Drafts.OrderBy(draft => draft.CreatedAt).FirstAsync()).Id)}/parts",
                    $"{Urls.InductionRecords}?person={reader}",
                    $"{Urls.SignOffSheets}?policy={policy}",
                    Urls.InviteAll([reader]),
                    $"{Urls.People}/pause?person={reader}",
                    $"{Urls.People}/leaving?person={reader}",
                ];
        });

    /// <summary>Opens what each viewer's pages lead to: of every kind of page two.</summary>
    /// <param name="also">Addresses to begin with.</param>
    private async Task<List<WalkedForm>> WalkAsync(IReadOnlyList<string> also)
    {
        var found = new List<WalkedForm>();
        foreach (var viewer in Viewers)
        {
            using var visitor = await Visitor.AsAsync(App, viewer);
            var opened = new Dictionary<string, int>(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>([
                Urls.Home,
                .. also,
                .. Endpoints.Where(IsPage).Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0).Select(endpoint => endpoint.RoutePattern.RawText!),
            ]);
            var head = await HeadAsync();
            while (open.TryDequeue(out var url))
            {
                if (
                    !seen.Add(url)
                    || PatternOf(url) is not { } pattern
                    || !IsWalked(pattern, out var most)
                    || (opened[pattern] = opened.GetValueOrDefault(pattern) + 1) > most
                )
                {
                    continue;
                }

                var answer = await visitor.GetAsync(url);
                if (await HeadAsync() is var now && now != head)
                {
                    LooksThatWrote.Add($"{viewer}: {url}");
                    head = now;
                }

                if (answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect)
                {
                    Looked.Add(pattern);
                    Addresses.TryAdd(pattern, url);
                }

                if (answer.Location is { } location)
                {
                    open.Enqueue(location);
                }
                else if (answer.Status is HttpStatusCode.OK && answer.ContentHeaders.ContentType?.MediaType == "text/html")
                {
                    found.AddRange(WalkedForm.On(viewer, url, answer).Where(form => form.Action != Urls.SignOut));
                    var document = answer.Document;
                    foreach (
                        var link in document
                            .Links.OfType<IHtmlAnchorElement>()
                            .Select(link => link.GetAttribute("href"))
                            .Concat(document.Forms.Select(form => form.GetAttribute("action")))
                            .Concat(document.QuerySelectorAll("button").Select(button => button.GetAttribute("formaction")))
                            .OfType<string>()
                            .Where(link => link.StartsWith('/'))
                    )
                    {
                        open.Enqueue(link.Split('#')[0]);
                    }

                    RolesAsPrinted.AddRange(
                        document
                            .QuerySelectorAll("main p, main li")
                            .Select(element => element.TextContent)
                            .Where(text => text.Contains("(s)).", StringComparison.Ordinal) || text.Contains("Lead (s)", StringComparison.Ordinal))
                            .Select(text => $"{url}: {text}")
                    );
                }
            }
        }

        return [.. found.DistinctBy(form => (form.Viewer, PatternOf(form.Page), form.Name, form.Fields.Count))];
    }

    /// <param name="most">How many of its kind are looked at: of files one.</param>
    private bool IsWalked(string pattern, out int most)
    {
        var endpoint = Endpoints.First(endpoint => endpoint.RoutePattern.RawText == pattern);
        most = IsPage(endpoint) ? MostPagesOfOneKind : 1;
        return !WalkedElsewhere.Contains(pattern) && pattern is not ("/kiosk/end" or "/error" or "/not-found") && Answers(pattern, HttpMethods.Get);
    }

    /// <summary>Whether a page or a file, and no style sheet, answers a method there.</summary>
    internal bool Answers(string pattern, string method) =>
        Endpoints.Any(endpoint =>
            endpoint.RoutePattern.RawText == pattern
            && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && (IsPage(endpoint) || endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
        );

    private Task<long> HeadAsync() =>
        App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.Evidence.MaxAsync(entry => entry.Number);
        });

    internal static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>The most literal pattern that an address fits.</summary>
    internal string? PatternOf(string url) =>
        Endpoints
            .Where(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(url.Split('?')[0], []))
            .OrderBy(endpoint => endpoint.RoutePattern.Parameters.Count)
            .ThenBy(endpoint => IsPage(endpoint) ? 0 : 1)
            .FirstOrDefault()
            ?.RoutePattern.RawText;
}
