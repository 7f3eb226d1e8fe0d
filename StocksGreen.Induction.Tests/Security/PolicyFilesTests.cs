using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Documents and pictures come from outside: no browser may run anything of them, and only readers of their text are given them.</summary>
public sealed class PolicyFilesTests(SharedSchool school)
{
    [Fact]
    public async Task The_original_is_offered_next_to_the_text_and_given_as_a_file_to_save()
    {
        var app = await school.WholeAppAsync();
        var version = await VersionAsync(app);
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);

        var page = await teacher.GetAsync(Urls.LibraryPolicy(version.PolicyId));
        var file = await teacher.GetAsync(Urls.PolicyOriginal(version.Id));

        Assert.Contains(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == Urls.PolicyOriginal(version.Id));
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (file.Status, file.ContentHeaders.ContentType?.MediaType));
        Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Contains("sandbox", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
        Assert.Equal(version.Original!.Sha256, Sha256Hex.Compute(await teacher.DownloadAsync(Urls.PolicyOriginal(version.Id))));
    }

    [Fact]
    public async Task What_is_not_there_and_what_one_may_not_read_look_alike()
    {
        var app = await school.WholeAppAsync();
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);
        using var nobody = Visitor.Of(app);

        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(Urls.PolicyPicture(new string('a', 64)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(Urls.PolicyPicture("short"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/policy-originals/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(Urls.DraftOriginal(Guid.NewGuid()))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(Urls.PolicyOriginal((await VersionAsync(app)).Id))).Status);
    }

    [Fact]
    public async Task The_office_decides_on_a_page_and_publishing_says_what_is_open()
    {
        var app = await school.WholeAppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);
        var draft = (await UploadAsync(office, "Swimming Policy\n\n1. Pool\n\nAsk [insert name] and [insert date] first.\n", "swimming.txt")).Location!;
        var id = Guid.Parse(draft[(draft.LastIndexOf('/') + 1)..]);

        Assert.Contains("2 things that the import left out", (await office.GetAsync(draft)).Body, StringComparison.Ordinal);
        Assert.Contains(
            (await office.GetAsync(Urls.PublishDraft(id))).Document.QuerySelectorAll("main a"),
            link => link.GetAttribute("href") == Urls.DraftFidelity(id)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(Urls.DraftFidelity(id))).Status);
        Assert.Equal("Swimming Policy\n\n1. Pool\n\nAsk [insert name] and [insert date] first.\n", (await office.GetAsync(Urls.DraftOriginal(id))).Body);

        Assert.Contains(
            "Choose one of the answers",
            (await office.SubmitAsync(Urls.DraftFidelity(id), "decide", ("Form.Do", "Nonsense x"))).Body,
            StringComparison.Ordinal
        );
        var decided = await office.SubmitAsync(Urls.DraftFidelity(id), "decide", ("Form.Do", "Stays all Placeholder"));
        Assert.Equal((HttpStatusCode.Redirect, Urls.DraftFidelity(id)), (decided.Status, decided.Location));
        var after = await office.GetAsync(Urls.DraftFidelity(id));
        Assert.Contains("Nothing is left to decide.", after.Body, StringComparison.Ordinal);
        var back = after.Document.QuerySelector("button[value^='back ']")!.GetAttribute("value")!;
        await office.SubmitAsync(Urls.DraftFidelity(id), "decide", ("Form.Do", back));
        Assert.Contains("1 thing that the import left out", (await office.GetAsync(Urls.DraftFidelity(id))).Body, StringComparison.Ordinal);
        await office.SubmitAsync(draft, "discard");
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.DraftOriginal(id))).Status);
    }

    private static Task<PolicyVersion> VersionAsync(RunningApp app) =>
        app.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<InductionDb>>().CreateDbContextAsync();
            var policy = await db.Policies.SingleAsync(row => row.Title == "Social Media Policy");
            return await db.Versions.Where(row => row.PolicyId == policy.Id).OrderByDescending(row => row.Number).FirstAsync();
        });

    private static Task<Answer> UploadAsync(Visitor visitor, string text, string name) =>
        visitor.UploadAsync(Urls.PolicyImport, "import", "Form.File", Encoding.UTF8.GetBytes(text), name);
}
