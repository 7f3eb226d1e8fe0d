using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Cli.Demo;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Features.Chasing;
using StocksGreen.Induction.Features.Staffing.Requirements;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Ui;

namespace StocksGreen.Induction.Tests.Pages;

/// <summary>A school whose pages were walked by everybody who may send something that others may not, and every form that they met.</summary>
public sealed class WalkedSchool : IAsyncLifetime
{
    private const int MostPagesOfOneKind = 2;

    /// <summary>Everybody who may send something that others may not.</summary>
    internal static readonly string[] Viewers = [DemoStaffList.Headteacher, DemoStaffList.Office, "Hannah Rosewarne", "Kofi Mensah", "Aisha Bello", DemoStaffList.NewStarter];

    /// <summary>Pages that no walk reaches, and why each has a test of its own.</summary>
    internal static readonly string[] WalkedElsewhere =
    [
        "/set-up", // closed once there is a school: ClosedDoorTests
        "/sign-in", "/link/{Secret}", "/kiosk", // for nobody yet: SignInTests
        "/visit", "/check", "/check/{Written}", // for anybody: RemindingTests, CheckPageTests
        "/my-reading/{Version:guid}/sign", // opens when all is read: ForgedFormTests
    ];

    internal DataFolder Folder { get; private set; } = null!;

    internal RunningApp App { get; private set; } = null!;

    internal IReadOnlyList<RouteEndpoint> Endpoints { get; private set; } = null!;

    internal IReadOnlyList<WalkedForm> Forms { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Folder = await DemoStore.CopyAsync(whole: true);
        App = await RunningApp.StartAsync(Folder);
        Endpoints = [.. App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        var more = await BeginMoreAsync();
        Forms = [.. await WalkAsync(), .. more];
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
        var list = await office.UploadAsync(Urls.StaffImport, "upload", "Form.File", "Unique ID,Name,Staff type,Job title,E-mail,Joined\n900,Wanda Walker,Employee,Teacher,w.walker@stocksgreen.example,01/09/2026\n"u8.ToArray());
        var person = await App.AddPersonAsync("Wilma Walker");
        var (exemption, policy, chosen) = await App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var social = await db.Policies.SingleAsync(row => row.Title == "Social Media Policy");
            var head = new Actor(await App.IdOfAsync(DemoStaffList.Headteacher), DemoStaffList.Headteacher, AccessRoles.Staff | AccessRoles.Headteacher, new IdentityProof("password", DemoStore.Now), "test");
            (await services.GetRequiredService<ExemptPerson>().ExecuteAsync(head, person, social.Id, "Walks.", RunningApp.Today, null, default)).Value();
            return ((await db.Exemptions.SingleAsync(row => row.StaffId == person)).Id, social.Id, (await services.GetRequiredService<ChoosePeople>().ExecuteAsync(head, [person], default)).Value());
        });
        return
        [
            Of(DemoStaffList.Headteacher, Urls.EndExemption(exemption), "end", ("Form.Reason", "Walked")),
            Of(DemoStaffList.Office, list.Location!, "apply"),
            Of(DemoStaffList.Office, Urls.ChasePreview(chosen), "send"),
            Of(DemoStaffList.Office, Urls.Mail, "again", ("Form.Mail", Guid.NewGuid().ToString())),
            Of(DemoStaffList.Headteacher, Urls.Policies, "publish"),
            Of(DemoStaffList.Office, Urls.Checks(policy), "samples"),
        ];

        static WalkedForm Of(string viewer, string page, string name, params (string Name, string Value)[] fields) => new(viewer, page, page, name, [], [], [.. Visitor.Pairs([("_handler", name), .. fields])]);
    }

    /// <summary>Opens what each viewer's pages lead to: of every kind of page two.</summary>
    private async Task<List<WalkedForm>> WalkAsync()
    {
        var found = new List<WalkedForm>();
        foreach (var viewer in Viewers)
        {
            using var visitor = await Visitor.AsAsync(App, viewer);
            var opened = new Dictionary<string, int>(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Queue<string>([Urls.Home, .. Endpoints.Where(IsPage).Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0).Select(endpoint => endpoint.RoutePattern.RawText!)]);
            while (open.TryDequeue(out var url))
            {
                if (!seen.Add(url) || PatternOf(url) is not { } pattern || !IsWalked(pattern) || (opened[pattern] = opened.GetValueOrDefault(pattern) + 1) > MostPagesOfOneKind)
                {
                    continue;
                }

                var answer = await visitor.GetAsync(url);
                if (answer.Location is { } location)
                {
                    open.Enqueue(location);
                }
                else if (answer.Status is HttpStatusCode.OK && answer.ContentHeaders.ContentType?.MediaType == "text/html")
                {
                    found.AddRange(WalkedForm.On(viewer, url, answer).Where(form => form.Action != Urls.SignOut));
                    foreach (var link in answer.Document.Links.OfType<IHtmlAnchorElement>().Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith('/')))
                    {
                        open.Enqueue(link.Split('#')[0]);
                    }
                }
            }
        }

        return [.. found.DistinctBy(form => (form.Viewer, PatternOf(form.Page), form.Name, form.Fields.Count))];
    }

    private bool IsWalked(string pattern) => !WalkedElsewhere.Contains(pattern) && pattern is not ("/kiosk/end" or "/error" or "/not-found")
        && Endpoints.First(endpoint => endpoint.RoutePattern.RawText == pattern) is var endpoint && (IsPage(endpoint) || pattern == Urls.Home || pattern.EndsWith("go-on", StringComparison.Ordinal));

    internal static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    /// <summary>The most literal pattern that an address fits.</summary>
    internal string? PatternOf(string url) => Endpoints
        .Where(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(url.Split('?')[0], []))
        .OrderBy(endpoint => endpoint.RoutePattern.Parameters.Count).ThenBy(endpoint => IsPage(endpoint) ? 0 : 1).FirstOrDefault()?.RoutePattern.RawText;
}
