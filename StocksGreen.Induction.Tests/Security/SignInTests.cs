using System.Net;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Signing in and out over plain HTTP.</summary>
public sealed class SignInTests(SharedSchool school)
{
    private const string NotRight = "The e-mail address or the password is not right.";

    [Fact]
    public async Task A_wrong_password_and_an_unknown_e_mail_get_the_same_page()
    {
        var app = await school.AppAsync();
        var person = await app.AddPersonAsync("Wilfred Lock", password: "three plain words");
        var email = await app.EmailOfAsync(person);
        using var visitor = Visitor.Of(app);

        var wrong = await visitor.SignInAsync(email, "four plain words");
        var unknown = await visitor.SignInAsync("unknown@stocksgreen.example", "four plain words");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Contains(NotRight, wrong.Document.QuerySelector("[role=alert]")!.ShownWords(), StringComparison.Ordinal);
        Assert.DoesNotContain("four plain words", wrong.Body, StringComparison.Ordinal);
        Assert.Equal(unknown.Status, wrong.Status);
        Assert.Equal(unknown.Essence.Replace("unknown@stocksgreen.example", email, StringComparison.Ordinal), wrong.Essence);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_too()
    {
        var app = await school.AppAsync();
        var email = await app.EmailOfAsync(await app.AddPersonAsync("Winifred Lock", password: "three plain words"));
        using var visitor = Visitor.Of(app);
        for (var tries = 1; tries <= 5; tries++)
        {
            await visitor.SignInAsync(email, "wrong");
        }

        var answer = await visitor.SignInAsync(email, "three plain words");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains(
            "Too many wrong tries from here. Wait some minutes, or use a passkey or a one-time link.",
            answer.Document.QuerySelector("[role=alert]")!.ShownWords(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("people")]
    public async Task A_forged_return_address_leads_home(string returnUrl)
    {
        using var visitor = Visitor.Of(await school.AppAsync());

        var answer = await visitor.SignInAsync(DemoSchool.Email(DemoStaffList.Teacher), DemoSchool.Password, returnUrl);

        Assert.Equal((HttpStatusCode.Redirect, Urls.Home), (answer.Status, answer.Location));
    }

    [Theory]
    [InlineData(DemoStaffList.Office, Urls.Today)]
    [InlineData(DemoStaffList.Headteacher, Urls.Today)]
    [InlineData(DemoStaffList.Governor, Urls.Reports)]
    [InlineData(DemoStaffList.Teacher, Urls.MyReading)]
    public async Task Everybody_starts_where_their_work_is(string fullName, string start)
    {
        using var visitor = await Visitor.AsAsync(await school.AppAsync(), fullName);

        Assert.Equal(start, (await visitor.GetAsync(Urls.Home)).Location);
    }

    [Fact]
    public async Task Signing_out_takes_a_form_of_ours_and_ends_the_session()
    {
        using var visitor = await Visitor.AsAsync(await school.AppAsync(), "Marek Kowalczyk");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await visitor.GetAsync(Urls.SignOut)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(Urls.SignOut, [])).Status);
        var page = await visitor.GetAsync(Urls.MyReading);
        Assert.Equal(HttpStatusCode.OK, page.Status);

        var token = page.Document.QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(Urls.SignIn, (await visitor.PostAsync(Urls.SignOut, Visitor.Pairs(("__RequestVerificationToken", token)))).Location);
        Assert.Equal(Urls.SignInReturningTo(Urls.MyReading), (await visitor.GetAsync(Urls.MyReading)).Location);
    }

    [Fact]
    public async Task A_link_signs_in_once_and_opening_it_uses_nothing_up()
    {
        var app = await school.AppAsync();
        var link = await app.LinkForAsync(await app.AddPersonAsync("Lottie Once"));
        using var first = Visitor.Of(app);
        using var second = Visitor.Of(app);
        Assert.Equal("Good to see you, Lottie", (await first.GetAsync(link)).Title);
        var stale = await second.HiddenFieldsAsync(link, "link");

        Assert.Equal(Urls.Password, (await first.SubmitAsync(link, "link")).Location);

        Assert.Equal(
            (HttpStatusCode.Gone, "This link no longer works"),
            (await second.PostAsync(link, stale)) is var answer ? (answer.Status, answer.Title) : default
        );
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_new_link_ends_the_earlier_one()
    {
        var app = await school.AppAsync();
        var person = await app.AddPersonAsync("Lettice Twice");
        var earlier = await app.LinkForAsync(person);
        await app.LinkForAsync(person);
        using var visitor = Visitor.Of(app);

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(earlier)).Status);
    }
}
