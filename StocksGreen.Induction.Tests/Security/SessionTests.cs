using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Sessions are kept on the server: what a browser shows is worth nothing once they are over there.</summary>
public sealed class SessionTests(OwnSchool own) : IClassFixture<OwnSchool>
{
    private const string Password = "three plain words";

    private RunningApp App => own.App;

    [Fact]
    public async Task A_cookie_that_was_copied_before_is_dead_once_someone_has_signed_out()
    {
        using var visitor = await Visitor.AsAsync(App, await App.AddPersonAsync("Cora Copied"));
        using var copy = Visitor.CopyOf(App, visitor);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync(Urls.MyReading)).Status);

        await visitor.SignOutAsync();

        Assert.Equal(Urls.SignInReturningTo(Urls.MyReading), (await copy.GetAsync(Urls.MyReading)).Location);
    }

    [Fact]
    public async Task A_cookie_that_was_changed_opens_nothing()
    {
        using var visitor = await Visitor.AsAsync(App, await App.AddPersonAsync("Edda Edited"));
        var cookie = visitor.Cookies.Single(one => one.Name == "induction").Value;
        foreach (var at in new[] { 10, cookie.Length / 2, cookie.Length - 10 })
        {
            using var copy = Visitor.Of(App);
            copy.Forge(App, "induction", cookie[..at] + (cookie[at] == 'A' ? 'B' : 'A') + cookie[(at + 1)..]);

            Assert.Equal(Urls.SignInReturningTo(Urls.MyReading), (await copy.GetAsync(Urls.MyReading)).Location);
        }
    }

    [Fact]
    public async Task A_role_that_is_taken_away_opens_nothing_from_the_next_request_on()
    {
        var person = await App.AddOfficeWorkerAsync("Rolf Taken");
        using var visitor = await Visitor.AsAsync(App, person);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Urls.People)).Status);

        await App.SetRolesAsync(person, AccessRoles.Staff);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Urls.People)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Urls.MyReading)).Status);
    }

    [Fact]
    public async Task Leaving_ends_sessions_at_once()
    {
        var person = await App.AddPersonAsync("Lee Ving", daysInPost: 30);
        using var visitor = await Visitor.AsAsync(App, person);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Urls.MyReading)).Status);

        await App.EndAsync(person, LondonDay(-1));

        Assert.Equal(Urls.SignInReturningTo(Urls.MyReading), (await visitor.GetAsync(Urls.MyReading)).Location);
    }

    [Fact]
    public async Task Another_password_ends_every_other_session_and_this_one_goes_on()
    {
        var email = await App.EmailOfAsync(await App.AddPersonAsync("Petra Changes", password: Password));
        using var here = Visitor.Of(App);
        using var there = Visitor.Of(App);
        await here.SignInAsync(email, Password);
        await there.SignInAsync(email, Password);

        var answer = await here.SubmitAsync(
            Urls.Password,
            "password",
            ("Form.Current", Password),
            ("Form.New", "another three plain words"),
            ("Form.Again", "another three plain words")
        );

        Assert.Equal(Urls.PasswordChanged, answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Urls.MyReading)).Status);
        Assert.Equal(Urls.SignInReturningTo(Urls.MyReading), (await there.GetAsync(Urls.MyReading)).Location);
    }

    [Fact]
    public async Task People_see_where_they_are_signed_in_and_end_what_they_do_not_know()
    {
        var email = await App.EmailOfAsync(await App.AddPersonAsync("Sina Seen", password: Password));
        Visitor[] all = [Visitor.Of(App), Visitor.Of(App), Visitor.Of(App)];
        foreach (var one in all)
        {
            await one.SignInAsync(email, Password);
        }

        var page = await all[0].GetAsync(Urls.SignedInHere);
        Assert.Equal("Where you are signed in", page.Title);
        var ends = page.Document.QuerySelectorAll<IHtmlButtonElement>("button[name=Ends]").Select(button => button.Value).ToList();
        Assert.Equal(2, ends.Count);

        await all[0].SubmitAsync(Urls.SignedInHere, "end", ("Ends", ends[0]));
        Assert.Single(all.Skip(1), one => one.GetAsync(Urls.MyReading).Result.Status is HttpStatusCode.OK);
        await all[0].SubmitAsync(Urls.SignedInHere, "end-others");
        Assert.DoesNotContain(all.Skip(1), one => one.GetAsync(Urls.MyReading).Result.Status is HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await all[0].GetAsync(Urls.MyReading)).Status);
        Array.ForEach(all, one => one.Dispose());
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_someone_else()
    {
        using var one = await Visitor.AsAsync(App, await App.AddPersonAsync("Una One"));
        using var other = await Visitor.AsAsync(App, await App.AddPersonAsync("Otto Other"));
        var name = await App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return (await db.Sessions.OrderBy(row => row.OpenedAt).ToListAsync()).Select(row => row.Name).ToList();
        });

        foreach (var any in name)
        {
            await other.SubmitAsync(Urls.SignedInHere, "end", ("Ends", any));
            if ((await other.GetAsync(Urls.MyReading)).Status is not HttpStatusCode.OK)
            {
                break;
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync(Urls.MyReading)).Status);
    }

    [Fact]
    public async Task However_busy_the_office_signs_in_again_after_twelve_hours_and_staff_on_their_own_device_after_thirty_days()
    {
        var began = App.Clock.Now;
        using var office = await Visitor.AsAsync(App, await App.AddOfficeWorkerAsync("Orla Office"));
        using var staff = Visitor.Of(App);
        var email = await App.EmailOfAsync(await App.AddPersonAsync("Rhea Remembered", password: Password));
        var opened = await staff.SubmitAsync(Urls.SignIn, "sign-in", ("Form.Email", email), ("Form.Password", Password), ("Form.IsOwnDevice", "true"));
        // The school's clock is behind the browser's, which would throw the cookie away.
        staff.Forge(
            App,
            "induction",
            opened.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("induction=", StringComparison.Ordinal))[10..].Split(';')[0]
        );
        try
        {
            for (var hour = 1; hour < 12; hour++)
            {
                App.Clock.Now = began + TimeSpan.FromHours(hour);
                Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(Urls.MyReading)).Status);
            }

            App.Clock.Now = began + TimeSpan.FromHours(12);
            Assert.Equal(HttpStatusCode.Redirect, (await office.GetAsync(Urls.MyReading)).Status);
            App.Clock.Now = began + TimeSpan.FromDays(29);
            Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(Urls.MyReading)).Status);
            App.Clock.Now = began + TimeSpan.FromDays(30);
            Assert.Equal(HttpStatusCode.Redirect, (await staff.GetAsync(Urls.MyReading)).Status);
        }
        finally
        {
            App.Clock.Now = began;
        }
    }

    /// <summary>The office made a link for a colleague who has a password, and opened it itself.</summary>
    [Fact]
    public async Task Who_comes_in_by_the_offices_link_does_not_become_someone_else()
    {
        var person = await App.AddPersonAsync("Vera Victim", password: Password);
        using var office = Visitor.Of(App);
        await office.SubmitAsync(await App.OfficeLinkForAsync(person), "link");

        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(Urls.MyDeclarations)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.Passkeys)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.SignedInHere)).Status);
        var password = await office.GetAsync(Urls.Password);
        Assert.Empty(password.Document.QuerySelectorAll("input[name='Form.New']"));
        Assert.DoesNotContain("it was used", password.Body, StringComparison.Ordinal);
        await App.ConfirmEverythingAsync(person);
        var url = Urls.Sign((await App.VersionAsync()).Id);
        var refused = await SignAsync(office, url, "Vera Victim", proof: null);
        Assert.Contains(
            "Show again that it is you: you came in by a link or code that Ruth Pemberton made.",
            refused.Document.QuerySelector(".error-summary")!.ShownWords(),
            StringComparison.Ordinal
        );
        Assert.Empty(await App.SignaturesOfAsync(person));

        // Vera signs in with her password: she is told, and says that she knows.
        using var vera = Visitor.Of(App);
        await vera.SignInAsync(await App.EmailOfAsync(person), Password);
        var told = await vera.GetAsync(Urls.MyReading);
        Assert.Contains(
            "Ruth Pemberton made a sign-in link for you on 14 September 2026; it was used at 08:50 from the address 127.0.0.1.",
            told.Document.QuerySelector("aside.banner")!.ShownWords().Replace("::1", "127.0.0.1", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        await vera.PostAsync(Urls.WaysInTold, Visitor.Pairs(("__RequestVerificationToken", await vera.TokenAsync())));
        Assert.Null((await vera.GetAsync(Urls.MyReading)).Document.QuerySelector("aside.banner"));
        Assert.Contains("it was used at 08:50", (await vera.GetAsync(Urls.SignedInHere)).Body, StringComparison.Ordinal);
    }

    /// <summary>Induction first, and the password after signing.</summary>
    [Fact]
    public async Task A_new_starter_reads_signs_and_sets_a_password_by_the_offices_link_and_the_record_says_so()
    {
        var person = await App.AddPersonAsync("Nora New");
        using var nora = Visitor.Of(App);
        Assert.Equal(Urls.Password, (await nora.SubmitAsync(await App.OfficeLinkForAsync(person), "link")).Location);
        await App.ConfirmEverythingAsync(person);
        var signed = await SignAsync(nora, Urls.Sign((await App.VersionAsync()).Id), "Nora New", proof: null);
        Assert.Equal(HttpStatusCode.Redirect, signed.Status);
        var identity = await IdentityAsync(person);
        Assert.Equal(("one-time link", "Ruth Pemberton"), (identity.Method, identity.GivenBy));

        var set = await nora.SubmitAsync(Urls.Password, "password", ("Form.New", "a first long password"), ("Form.Again", "a first long password"));

        Assert.Equal(Urls.PasswordChanged, set.Location);
        Assert.Empty((await nora.GetAsync(Urls.Password)).Document.QuerySelectorAll("input[name='Form.New']"));
        using var again = Visitor.Of(App);
        Assert.Equal(Urls.Home, (await again.SignInAsync(await App.EmailOfAsync(person), "a first long password")).Location);
    }

    /// <summary>Over HTTP, from the very address at which everyone else sits: the worst that a stranger can do.</summary>
    [Fact]
    public async Task A_stranger_who_guesses_keeps_out_nobody_on_a_known_device_and_no_other_way_in()
    {
        var person = await App.AddPersonAsync("Gerda Guessed", password: Password);
        var email = await App.EmailOfAsync(person);
        using var gerda = Visitor.Of(App);
        await gerda.SignInAsync(email, Password);
        using var stranger = Visitor.Of(App);
        var fields = await stranger.HiddenFieldsAsync(Urls.SignIn, "sign-in");

        for (var tries = 0; tries < 100; tries++)
        {
            await stranger.PostAsync(Urls.SignIn, [.. fields, .. Visitor.Pairs(("Form.Email", email), ("Form.Password", $"guess {tries}"))]);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SignInAsync(email, Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await gerda.GetAsync(Urls.MyReading)).Status);
        await gerda.SignOutAsync();
        Assert.Equal(Urls.Home, (await gerda.SignInAsync(email, Password)).Location);
        using var byLink = Visitor.Of(App);
        Assert.Equal(Urls.Home, (await byLink.SubmitAsync(await App.LinkForAsync(person), "link")).Location);

        // The office sees that tries have to wait, and lets her try again from anywhere.
        using var office = await Visitor.AsAsync(App, "Ruth Pemberton");
        Assert.Contains("Let them try again now", (await office.GetAsync(Urls.Person(person))).Body, StringComparison.Ordinal);
        await office.SubmitAsync(Urls.Person(person), "forgive");
        using var elsewhere = Visitor.Of(App);
        Assert.Equal(Urls.Home, (await elsewhere.SignInAsync(email, Password)).Location);
        Assert.Equal(1, await CountForgivenAsync(person));
    }

    private static DateOnly LondonDay(int days) => RunningApp.Today.AddDays(days);

    private static async Task<Answer> SignAsync(Visitor visitor, string url, string name, string? proof) =>
        await visitor.SubmitAsync(
            url,
            "sign",
            [
                ("Form.AffirmsRead", "true"),
                ("Form.AffirmsUnderstood", "true"),
                ("Form.Declaration", "NothingToDeclare"),
                ("Form.TypedName", name),
                .. proof is null ? Array.Empty<(string, string)>() : [("Form.Proof", proof)],
            ]
        );

    private async Task<AttestationFacts.IdentityFacts> IdentityAsync(StaffId person) =>
        AttestationFacts.Parse((await App.EvidenceAsync(Assert.Single(await App.SignaturesOfAsync(person)).EvidenceNumber)).Payload!).Identity;

    private Task<int> CountForgivenAsync(StaffId person) =>
        App.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            return await db.AccessEntries.CountAsync(row => row.About == person && row.Act == AccessAct.Unlocked);
        });
}
