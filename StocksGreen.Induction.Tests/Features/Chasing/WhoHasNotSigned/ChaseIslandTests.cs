using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Shell;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Hosting;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Chasing.WhoHasNotSigned;

/// <summary>The office's live list on a school's real store.</summary>
public sealed class ChaseIslandTests : BunitContext, IAsyncLifetime
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    private DataFolder folder = null!;
    private BunitJSModuleInterop browser = null!;

    public async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        ServiceRegistration.AddEverything(Services, folder, mayWrite: true);
        Services.AddSingleton<TimeProvider>(new DemoClock(DemoStore.Now));
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        browser = JSInterop.SetupModule("./js/address.js");
        browser.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task The_list_opens_with_a_sentence_and_most_overdue_first()
    {
        var island = await IslandAsync(DemoStaffList.Office);

        Assert.Matches("^[0-9]+ people are overdue, [0-9]+ due within the next five school days\\.$", island.Find(".page__lead").ShownWords());
        Assert.Equal("yes", island.Find("[data-interactive]").GetAttribute("data-interactive"));
    }

    [Fact]
    public async Task Search_takes_no_notice_of_case_and_of_words_order()
    {
        var island = await IslandAsync(DemoStaffList.Office);

        await island.Find("#search").InputAsync("HALVORSEN ingrid");

        island.WaitForAssertion(() => Assert.Equal("1 person, most overdue first.", island.Find("[role=status]").ShownWords()));
        Assert.Equal("Choose Ingrid Halvorsen", Assert.Single(island.FindAll("tbody .tick")).ShownWords());
        Assert.Equal(Urls.WhoHasNotSignedBy([("search", "HALVORSEN ingrid")]), JSInterop.Invocations["show"][^1].Arguments[0]);
    }

    /// <summary>
    /// On a slow line an answer comes when more was typed. Whether it writes an older text over that hangs on one thing: that the box's event is known to
    /// change its value. A browser then keeps what stands there,
    /// and the next answer is calculated from it. Without it "ingrid halvorsen" became "ingridhalosen" at 60 ms.
    /// </summary>
    [Fact]
    public async Task An_answer_that_comes_late_does_not_write_over_what_was_typed_since()
    {
        var island = await IslandAsync(DemoStaffList.Office);
        using var tree = new Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder();
        typeof(ChaseIsland)
            .GetMethod("BuildRenderTree", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(island.Instance, [tree]);
#pragma warning disable BL0006 // There is no other way to see what the event is said to change.
        var typed = tree.GetFrames()
            .Array.Where(frame => frame is { FrameType: Microsoft.AspNetCore.Components.RenderTree.RenderTreeFrameType.Attribute, AttributeName: "oninput" })
            .Select(frame => frame.AttributeEventUpdatesAttributeName)
            .ToList();
#pragma warning restore BL0006

        // Of the search, and of the name of a view.
        Assert.Equal(["value", "value"], typed);
    }

    [Fact]
    public async Task What_is_typed_stays_in_the_box_while_the_list_is_looked_up()
    {
        var island = await IslandAsync(DemoStaffList.Office);

        await island.Find("#search").InputAsync("i");
        await island.Find("#search").InputAsync("ingrid h");
        island.Render();

        Assert.Equal("ingrid h", island.Find("#search").GetAttribute("value"));
    }

    [Fact]
    public async Task Someone_who_is_paused_or_exempt_cannot_be_chosen()
    {
        var island = await IslandAsync(DemoStaffList.Office);

        foreach (var standing in new[] { "Paused", "Exempt" })
        {
            await island.FindAll(".chip").Single(chip => chip.ShownWords().StartsWith(standing, StringComparison.Ordinal)).ClickAsync();
            Assert.Equal("1 person, most overdue first.", island.Find("[role=status]").ShownWords());
            Assert.Empty(island.FindAll("tbody .tick"));
        }
    }

    [Fact]
    public async Task A_list_that_was_kept_opens_as_it_was()
    {
        var island = await IslandAsync(
            DemoStaffList.Office,
            filter: ChaseFilter.Parse(name =>
                name switch
                {
                    "standing" => "Overdue",
                    "search" => "brightwell",
                    "page" => "9",
                    _ => null,
                }
            )
        );

        Assert.Equal("1 person, most overdue first.", island.Find("[role=status]").ShownWords());
        Assert.Equal("brightwell", island.Find("#search").GetAttribute("value"));
        Assert.StartsWith("Overdue", island.Find(".chip[aria-current]").ShownWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_one_found_is_said_of_the_search_and_not_as_if_everyone_had_signed()
    {
        var island = await IslandAsync(DemoStaffList.Office, filter: new ChaseFilter(Search: "zzzz"));

        Assert.Equal("No one matches “zzzz”. Clear the search", island.Find(".empty").ShownWords());
        await island.Find(".empty a").ClickAsync();
        Assert.Empty(island.FindAll(".empty"));
        Assert.Null(island.Find("#search").GetAttribute("value"));

        var narrowed = await IslandAsync(DemoStaffList.Office, filter: new ChaseFilter(Standing: ChaseStanding.Exempt, JobTitle: "Lunchtime supervisor"));
        Assert.Equal("No one who has something to sign is left by these filters. Clear the filters", narrowed.Find(".empty").ShownWords());
    }

    [Fact]
    public async Task Sentence_chips_and_list_count_the_same_people()
    {
        var island = await IslandAsync(DemoStaffList.Office);
        var overdue = island.Find(".page__lead").ShownWords().Split(' ')[0];

        await island.FindAll(".chip").Single(chip => chip.ShownWords() == $"Overdue {overdue}").ClickAsync();

        Assert.Equal($"{overdue} people, most overdue first.", island.Find("[role=status]").ShownWords());
    }

    [Fact]
    public async Task Whom_someone_chose_before_the_connection_was_lost_is_chosen_again_and_said()
    {
        var id = await IdOfAsync("Ingrid Halvorsen");
        KeepsInBrowser(1, id.ToString());

        var island = await IslandAsync(DemoStaffList.Office);

        island.WaitForAssertion(() => Assert.Equal("1 person is still chosen.", island.Find("[role=status]").ShownWords()));
        Assert.Contains("1 person chosen", island.Find("[role=region]").ShownWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_too_large_to_be_kept_is_not_lost_without_a_word()
    {
        KeepsInBrowser(1204);

        var island = await IslandAsync(DemoStaffList.Office);

        island.WaitForAssertion(() =>
            Assert.Equal(
                "The connection was lost, and with it whom you had chosen: 1,204 people. Choose them again.",
                island.Find("[role=status]").ShownWords()
            )
        );
    }

    [Fact]
    public async Task A_contact_is_recorded_only_after_saying_how()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            await SigningKeyStartup.PrepareAsync(scope.ServiceProvider, Xunit.TestContext.Current.CancellationToken);
        }

        var dialogs = Render<MudProviders>();
        var island = await IslandAsync(DemoStaffList.Office, filter: new ChaseFilter(Search: "ingrid halvorsen"));
        await island.Find("tbody .tick input").ChangeAsync(true);
        // The press ends when the dialog is answered.
        var pressed = island.FindAll("button").Single(button => button.ShownWords() == "Record contact").ClickAsync();

        dialogs.WaitForAssertion(() => Assert.Equal("How did you remind Ingrid Halvorsen?", dialogs.Find("h2").ShownWords()));
        await dialogs.FindAll("button").Single(button => button.ShownWords() == "Record it").ClickAsync();
        Assert.Equal("Choose how you reminded them.", dialogs.Find("[role=alert]").ShownWords());
        await dialogs.FindAll(".choice").Single(way => way.ShownWords() == "By telephone").QuerySelector("input")!.ChangeAsync(true);
        await dialogs.FindAll("button").Single(button => button.ShownWords() == "Record it").ClickAsync();

        await pressed;
        island.WaitForAssertion(() => Assert.Equal("Recorded: 1 person reminded by telephone today.", island.Find("[role=status]").ShownWords()));
        Assert.DoesNotContain("chosen", island.Find("[role=region]").ShownWords(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_left_while_their_panel_is_open_is_answered_in_words()
    {
        var dialogs = Render<MudProviders>();
        var island = await IslandAsync(DemoStaffList.Office, filter: new ChaseFilter(Search: "ingrid halvorsen"));
        var opened = island.Find("tbody th a").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Equal("Ingrid Halvorsen", dialogs.Find("h2").ShownWords()));
        Assert.Contains("To sign", dialogs.Find(".panel").ShownWords(), StringComparison.Ordinal);
        var id = await IdOfAsync("Ingrid Halvorsen");
        await using (var db = await Services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(Token))
        {
            await db.People.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsOn, new DateOnly(2020, 1, 1)), Token);
        }

        await dialogs.FindAll("button").Single(button => button.ShownWords() == "Remind").ClickAsync();

        Assert.StartsWith("Ingrid Halvorsen is not on the staff list any more", dialogs.Find(".panel [role=status]").ShownWords(), StringComparison.Ordinal);
        await dialogs.FindAll("button").Single(button => button.ShownWords() == "Close").ClickAsync();
        await opened;
    }

    [Fact]
    public async Task A_view_without_a_name_is_refused_and_one_name_means_one_list()
    {
        var island = await IslandAsync(DemoStaffList.Office, filter: new ChaseFilter(Standing: ChaseStanding.Overdue));
        await island.Find(".fold__form").SubmitAsync();
        Assert.Equal("Enter a name of up to 60 characters.", island.Find("#view-error").ShownWords());

        foreach (var standing in new[] { "Overdue", "Paused" })
        {
            await island.FindAll(".chip").Single(chip => chip.ShownWords().StartsWith(standing, StringComparison.Ordinal)).ClickAsync();
            await island.Find("#view").InputAsync(" Mine ");
            await island.Find(".fold__form").SubmitAsync();
        }

        var view = Assert.Single(island.FindAll(".fold__line a"));
        Assert.Equal(("Mine", Urls.WhoHasNotSignedBy([("standing", "Paused")])), (view.ShownWords(), view.GetAttribute("href")));
        Assert.Empty((await IslandAsync(DemoStaffList.Headteacher)).FindAll(".fold__line"));
    }

    [Fact]
    public async Task A_teacher_is_shown_nothing() => Assert.Empty((await IslandAsync(DemoStaffList.Teacher)).FindAll("p, table, input"));

    [Fact]
    public async Task A_session_that_has_ended_leads_to_sign_in()
    {
        var island = await IslandAsync(DemoStaffList.Office, stamp: "of an earlier password");

        Assert.Empty(island.FindAll("p, table, input"));
        Assert.EndsWith(Urls.SignInReturningTo(Urls.WhoHasNotSigned), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    /// <summary>Roles are asked of the store at every command, whatever the page got when it was opened.</summary>
    [Fact]
    public async Task A_role_that_was_taken_away_shows_nothing_at_the_next_press()
    {
        var island = await IslandAsync(DemoStaffList.Office);
        var office = await IdOfAsync(DemoStaffList.Office);
        await using (
            var db = await Services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken)
        )
        {
            await db
                .Users.Where(account => account.StaffId == office)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Roles, AccessRoles.Staff), Xunit.TestContext.Current.CancellationToken);
        }

        await island.Find("#search").InputAsync("halvorsen");

        island.WaitForAssertion(() => Assert.Empty(island.FindAll("table, .tick")));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        DemoStore.Delete(folder);
    }

    private async Task<IRenderedComponent<ChaseIsland>> IslandAsync(string fullName, string? stamp = null, ChaseFilter? filter = null)
    {
        var user = await PrincipalAsync(fullName, stamp);
        return Render<ChaseIsland>(parameters =>
            parameters.Add(island => island.Filter, filter ?? new ChaseFilter()).AddCascadingValue(Task.FromResult(new AuthenticationState(user)))
        );
    }

    private void KeepsInBrowser(int count, params string[] ids) =>
        browser.Setup<ChaseIsland.KeptChoice?>("kept", _ => true).SetResult(new ChaseIsland.KeptChoice(count, ids));

    private async Task<StaffId> IdOfAsync(string fullName)
    {
        await using var db = await Services
            .GetRequiredService<IDbContextFactory<InductionDb>>()
            .CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken);
        return (await db.People.SingleAsync(person => person.FullName == fullName, Xunit.TestContext.Current.CancellationToken)).Id;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(string fullName, string? stamp)
    {
        await using var db = await Services
            .GetRequiredService<IDbContextFactory<InductionDb>>()
            .CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken);
        var id = (await db.People.SingleAsync(person => person.FullName == fullName, Xunit.TestContext.Current.CancellationToken)).Id;
        var account = await db.Users.SingleAsync(row => row.StaffId == id, Xunit.TestContext.Current.CancellationToken);
        var row = OpenedSession.Row(account.Id, stamp ?? account.SecurityStamp, DemoStore.Now);
        db.Sessions.Add(row);
        await db.SaveChangesAsync(Xunit.TestContext.Current.CancellationToken);
        return OpenedSession.Principal(row, new Actor(id, fullName, account.Roles, new IdentityProof("password", DemoStore.Now), row.Name));
    }
}
