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
    public async Task The_text_is_offered_as_PDF_and_Word_to_those_who_may_read_all_of_it_and_giving_it_writes_nothing()
    {
        var app = await school.WholeAppAsync();
        var version = await VersionAsync(app);
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var nobody = Visitor.Of(app);
        var (pdf, word) = (Urls.PolicyText(version.Id, "pdf"), Urls.PolicyText(version.Id, "docx"));

        var links = (await teacher.GetAsync(Urls.LibraryPolicy(version.PolicyId))).Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href"));
        Assert.Superset(new HashSet<string?> { pdf, word }, links.ToHashSet());
        links = (await office.GetAsync(Urls.Policy(version.PolicyId))).Document.QuerySelectorAll("a").Select(link => link.GetAttribute("href"));
        Assert.Superset(new HashSet<string?> { pdf, word, Urls.PolicyOriginal(version.Id) }, links.ToHashSet());
        var before = await EntriesAsync(app);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await teacher.DownloadAsync(pdf)), StringComparison.Ordinal);
        Assert.StartsWith("PK", Encoding.Latin1.GetString(await teacher.DownloadAsync(word)), StringComparison.Ordinal);
        var file = await teacher.GetAsync(pdf);
        Assert.Contains(", version ", Uri.UnescapeDataString(file.Header("Content-Disposition") ?? ""), StringComparison.Ordinal);
        Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(before, await EntriesAsync(app));
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(Urls.PolicyText(version.Id, "exe"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/policy-versions/{Guid.NewGuid()}/pdf")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(pdf)).Status);
    }

    [Fact]
    public async Task A_draft_is_given_as_a_file_to_the_office_alone()
    {
        var app = await school.WholeAppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);
        var draft = (await UploadAsync(office, "Diving Policy\n\n1. Pool\n\nNo one dives.\n", "diving.txt")).Location!;
        var id = Guid.Parse(draft[(draft.LastIndexOf('/') + 1)..]);

        foreach (var format in (string[])["pdf", "docx"])
        {
            Assert.Contains((await office.GetAsync(draft)).Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == Urls.DraftText(id, format));
            Assert.NotEmpty(await office.DownloadAsync(Urls.DraftText(id, format)));
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(Urls.DraftText(id, format))).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.DraftText(id, "exe"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.DraftText(Guid.NewGuid(), "pdf"))).Status);
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

    private static async Task<int> EntriesAsync(RunningApp app)
    {
        await using var db = await app
            .Services.GetRequiredService<IDbContextFactory<InductionDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Evidence.CountAsync(TestContext.Current.CancellationToken);
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
