using System.Net;
using System.Net.Http.Headers;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Attestations;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Features.PaperCheck;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>The page that anyone may ask, over HTTP: forms without script, files of any kind and size, and people who ask too often.</summary>
public sealed class CheckPageTests(OwnSchool school) : IClassFixture<OwnSchool>
{
    [Fact]
    public async Task Anyone_who_holds_a_certificate_types_its_code_and_is_answered()
    {
        var app = school.App;
        var code = await CodeAsync(app);
        using var stranger = Visitor.Of(app);

        var typed = await stranger.GetAsync($"{Urls.Check()}?code={Uri.EscapeDataString($" {code.ToString().ToUpperInvariant()} ")}");
        Assert.Equal((HttpStatusCode.Redirect, Urls.Check(code)), (typed.Status, typed.Location));

        var answer = await stranger.GetAsync(Urls.Check(code));
        Assert.Equal((HttpStatusCode.OK, "Genuine: this signature is in the school’s records"), (answer.Status, answer.Title));
        Assert.Contains("Grace Adeyemi", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("@stocksgreen.example", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_in_a_code_is_said_at_the_field()
    {
        using var stranger = Visitor.Of(school.App);

        var answer = await stranger.GetAsync($"{Urls.Check()}?code=1042");

        Assert.Contains("A code is a number, a hyphen and twelve letters and digits", answer.Body, StringComparison.Ordinal);
        Assert.Equal("Unknown: the school has no record under this code", (await stranger.GetAsync($"{Urls.Check()}/1042-000000000000")).Title);
    }

    [Fact]
    public async Task A_downloaded_copy_is_genuine_and_one_changed_byte_is_not()
    {
        var app = school.App;
        using var owner = await Visitor.AsAsync(app, "Lewis Garside");
        var signature = Assert.Single(await app.SignaturesOfAsync(await app.IdOfAsync("Lewis Garside")));
        var token = (await owner.GetAsync(Urls.MyReading)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var copy = await owner.SendFileAsync(Urls.SignedCopy(signature.Id), [KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var stranger = Visitor.Of(app);

        var genuine = await stranger.UploadAsync(Urls.Check(), "file", "Form.File", copy);
        Assert.Equal("Genuine: this signature is in the school’s records", genuine.Title);
        Assert.Contains("It is the very file that the signer was given on", genuine.Body, StringComparison.Ordinal);

        copy[copy.Length / 2] ^= 1;
        Assert.Equal("Altered: this file is not as it was sealed", (await stranger.UploadAsync(Urls.Check(), "file", "Form.File", copy)).Title);
    }

    [Fact]
    public async Task A_form_without_a_file_says_so_and_a_picture_is_no_paper()
    {
        using var stranger = Visitor.Of(school.App);

        Assert.Contains(
            "Choose a PDF file that is not empty.",
            (await stranger.UploadAsync(Urls.Check(), "file", "Form.File", [])).Body,
            StringComparison.Ordinal
        );
        Assert.Equal("Unknown: this is no PDF", (await stranger.UploadAsync(Urls.Check(), "file", "Form.File", "GIF89a"u8.ToArray())).Title);
    }

    [Fact]
    public async Task A_file_of_20_megabytes_is_looked_at_and_a_larger_one_is_not()
    {
        var app = school.App;
        using var stranger = Visitor.Of(app);
        var before = Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Length;
        var large = new byte[PaperCheckLimits.LargestFile];
        "%PDF-1.7"u8.CopyTo(large);

        Assert.Equal("Unknown: this file carries no seal", (await stranger.UploadAsync(Urls.Check(), "file", "Form.File", large)).Title);
        var tooLarge = await stranger.UploadAsync(Urls.Check(), "file", "Form.File", new byte[PaperCheckLimits.LargestFile + (1024 * 1024)]);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "That did not work"), (tooLarge.Status, tooLarge.Title));
        Assert.Equal(before, Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Length);
    }

    [Fact]
    public async Task Anyone_who_asks_too_often_waits_and_no_other_page_does()
    {
        var folder = await DemoStore.CopyAsync();
        await using (var app = await RunningApp.StartAsync(folder))
        {
            using var stranger = Visitor.Of(app);
            for (var i = 0; i < PaperCheckLimits.PerAddress; i++)
            {
                Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(Urls.Check())).Status);
            }

            var refused = await stranger.GetAsync(Urls.Check());
            Assert.Equal((HttpStatusCode.TooManyRequests, "That did not work"), (refused.Status, refused.Title));
            Assert.Equal("60", refused.Headers.RetryAfter?.ToString());
            Assert.Contains("Too many tries in a short time. Wait a minute.", refused.Body, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(Urls.SignIn)).Status);

            // Behind a proxy that no one named, people cannot be told apart; one of them does not shut out the rest.
            var proxied = new HttpRequestMessage(HttpMethod.Get, Urls.Check());
            proxied.Headers.Add("X-Forwarded-For", "192.0.2.7");
            Assert.Equal(HttpStatusCode.OK, (await stranger.SendAsync(proxied)).Status);
        }

        DemoStore.Delete(folder);
    }

    private static async Task<PaperCode> CodeAsync(RunningApp app)
    {
        var signature = Assert.Single(await app.SignaturesOfAsync(await app.IdOfAsync("Grace Adeyemi")));
        return PaperCode.From(await app.EvidenceAsync(signature.EvidenceNumber));
    }
}
