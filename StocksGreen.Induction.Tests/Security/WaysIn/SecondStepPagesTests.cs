using System.Net;
using Microsoft.Data.Sqlite;
using StocksGreen.Induction.Accounts.SecondStep;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security.WaysIn;

/// <summary>The second step over plain HTTP, in a school that is no demonstration.</summary>
public sealed class SecondStepPagesTests : IAsyncLifetime
{
    private DataFolder folder = null!;
    private RunningApp app = null!;

    public async ValueTask InitializeAsync()
    {
        folder = await DemoStore.CopyAsync();
        await using (var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE School SET IsDemonstration = 0";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        app = await RunningApp.StartAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        DemoStore.Delete(folder);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing_to_whoever_sees_names_and_a_code_leads_on_to_where_they_went()
    {
        using var teacher = Visitor.Of(app);
        await teacher.SignInAsync(DemoStaffList.Teacher);
        Assert.Equal(HttpStatusCode.OK, (await teacher.GetAsync(Urls.MyReading)).Status);

        using var office = Visitor.Of(app);
        Assert.Equal(Urls.Today, (await office.SignInAsync(DemoSchool.Email(DemoStaffList.Office), DemoSchool.Password, Urls.Today)).Location);
        await AssertClosedAsync(office);

        // The first time they are led to set it up, and see who else can be seen only then.
        var page = await office.GetAsync(Urls.SecondStepReturningTo(Urls.Today));
        Assert.Equal("Set up your second step", page.Title);
        Assert.DoesNotContain("Amelia", page.Body, StringComparison.Ordinal);
        var appPage = (await office.SubmitAsync(Urls.SecondStepReturningTo(Urls.Today), "begin")).Location!;
        Assert.Equal($"{Urls.SecondStepApp}?returnUrl=%2Ftoday", appPage);
        var secret = SecondSteps.FromBase32(
            (await office.GetAsync(appPage)).Document.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal)
        );
        Assert.Equal(
            "The app is not set up yet",
            (await office.SubmitAsync(appPage, "confirm", ("Code", "12"))).Document.QuerySelector("[role=alert] h2")!.TextContent.Trim()
        );
        await AssertClosedAsync(office);
        var sheet = await office.SubmitAsync(appPage, "confirm", ("Code", Code(secret)));
        var recovery = sheet.Document.QuerySelectorAll(".recovery code").Select(code => code.TextContent).ToList();
        Assert.Equal(SecondStepService.CodesOnASheet, recovery.Count);
        Assert.Equal(Urls.Today, sheet.Document.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(Urls.Today)).Status);

        // From then on a password leads to the question, and nothing of what stands behind it can be changed before the answer.
        using var again = Visitor.Of(app);
        await again.SignInAsync(DemoStaffList.Office);
        await AssertClosedAsync(again);
        var question = Urls.SecondStepReturningTo(Urls.People);
        Assert.Equal("One more step", (await again.GetAsync(question)).Title);
        foreach (var url in new[] { Urls.Passkeys, Urls.Password, Urls.SecondStepApp, Urls.SecondStepCodes })
        {
            Assert.StartsWith($"{Urls.SecondStep}?", (await again.GetAsync(url)).Location, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await again.SubmitAsync(question, "second-step", ("Form.Code", Code(secret)))).Status);
        app.Clock.Now += TimeSpan.FromSeconds(30);
        var right = Code(secret);
        Assert.Equal(Urls.People, (await again.SubmitAsync(question, "second-step", ("Form.Code", right))).Location);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(Urls.People)).Status);

        // Whoever read it over a shoulder is too late; a recovery code works, and leads nowhere else.
        using var thief = Visitor.Of(app);
        await thief.SignInAsync(DemoStaffList.Office);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.SubmitAsync(question, "second-step", ("Form.Code", right))).Status);
        Assert.Equal(Urls.Home, (await thief.SubmitAsync(Urls.SecondStepReturningTo("//evil.example"), "second-step", ("Form.Code", recovery[0]))).Location);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(Urls.People)).Status);
    }

    private static async Task AssertClosedAsync(Visitor visitor)
    {
        foreach (var url in new[] { Urls.Home, Urls.Today, Urls.People, Urls.Register, Urls.MyReading, Urls.Help, Urls.MyInduction })
        {
            Assert.Equal(Urls.SecondStepReturningTo(url), (await visitor.GetAsync(url)).Location);
        }

        foreach (var url in new[] { Urls.SignInSlipsFile, Urls.KioskOpen, Urls.Remind, "/_blazor/negotiate?negotiateVersion=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(url, [])).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/_blazor?id=1")).Status);
    }

    private string Code(byte[] secret) => Totp.Code(secret, Totp.StepOf(app.Clock.Now));
}
