using System.Net;
using System.Text;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>A scan is published as pages without being sent twice, and the document stands next to what is checked, for those who publish alone.</summary>
public sealed class PagesTests(SharedSchool school)
{
    [Fact]
    public async Task A_scan_is_refused_with_a_button_that_makes_pages_of_it_and_its_pages_are_for_the_office_alone()
    {
        var app = await school.WholeAppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var head = await Visitor.AsAsync(app, DemoStaffList.Headteacher);
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);

        var refused = await office.UploadAsync(Urls.PolicyImport, "import", "Form.File", ScanFile.Of(2), "scan.pdf");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("publish it as pages", refused.Body, StringComparison.Ordinal);
        var held = refused.Document.QuerySelector("#as-pages input[name='Pages.Held']")!.GetAttribute("value")!;
        var fields = await office.HiddenFieldsAsync(Urls.PolicyImport, "import");

        Assert.Contains("no longer at hand", (await SendAsync(head, held)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(teacher, held)).Status);
        var sent = await SendAsync(office, held);
        Assert.EndsWith("/pages", sent.Location, StringComparison.Ordinal);
        Assert.Contains("no longer at hand", (await SendAsync(office, held)).Body, StringComparison.Ordinal);

        var list = await office.GetAsync(sent.Location!);
        Assert.Contains("2 pages, 0 of 2 with their words", list.Body, StringComparison.Ordinal);
        var words = await office.GetAsync(sent.Location + "/1");
        Assert.NotNull(words.Document.QuerySelector(".policy-picture--page img"));
        foreach (var closed in new[] { sent.Location!, sent.Location + "/0" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(closed)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(sent.Location + "/7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.DraftPages(Guid.NewGuid()))).Status);
        var saved = await office.SubmitAsync(sent.Location + "/1", "page", ("Form.Heading", "Page 2"), ("Form.Text", "Ring the bell."));
        Assert.Equal(sent.Location, saved.Location);
        Assert.Contains("1 of 2 with their words", (await office.GetAsync(sent.Location!)).Body, StringComparison.Ordinal);
        await office.SubmitAsync(sent.Location![..^"/pages".Length], "discard");

        async Task<Answer> SendAsync(Visitor visitor, string key)
        {
            var token =
                visitor == office ? fields
                : visitor == head ? await head.HiddenFieldsAsync(Urls.PolicyImport, "import")
                : [];
            return await visitor.PostAsync(
                Urls.PolicyImport,
                [
                    .. token.Where(field => field.Key == "__RequestVerificationToken"),
                    .. visitor == teacher
                        ? (await teacher.GetAsync(Urls.MyReading))
                            .Document.QuerySelectorAll("input[name=__RequestVerificationToken]")
                            .Take(1)
                            .Select(input => KeyValuePair.Create("__RequestVerificationToken", input.GetAttribute("value")!))
                        : [],
                    KeyValuePair.Create("_handler", "pages"),
                    KeyValuePair.Create("Pages.Held", key),
                ]
            );
        }
    }

    [Fact]
    public async Task A_PDF_stands_next_to_what_is_checked_and_only_there_may_the_browser_show_it()
    {
        var app = await school.WholeAppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        var file = Importing.Policies.Pdf.PdfShapeTests.Untagged();
        var draft = (await office.UploadAsync(Urls.PolicyImport, "import", "Form.File", file, "visitors.pdf")).Location!;
        var id = Guid.Parse(draft[(draft.LastIndexOf('/') + 1)..]);

        foreach (var (url, page) in new[] { (Urls.DraftSection(id, 0), 1), (Urls.DraftFidelity(id), 1), ($"{Urls.DraftFidelity(id)}?page=2", 2) })
        {
            var answer = await office.GetAsync(url);
            Assert.Equal($"{Urls.DraftOriginal(id)}#page={page}&navpanes=0", answer.Document.QuerySelector("object")!.GetAttribute("data"));
            Assert.Contains("object-src 'self'; frame-src 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        }

        Assert.Contains("object-src 'none'", (await office.GetAsync(draft)).Header("Content-Security-Policy"), StringComparison.Ordinal);
        await office.SubmitAsync(draft, "discard");
    }

    [Fact]
    public async Task The_words_of_a_text_stand_next_to_what_is_to_be_decided_and_each_point_leads_to_its_place()
    {
        var app = await school.WholeAppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        var text = Encoding.UTF8.GetBytes("Swimming Policy\n\n1. Pool\n\nAsk [insert name] first.\n");
        var draft = (await office.UploadAsync(Urls.PolicyImport, "import", "Form.File", text, "swimming.txt")).Location!;
        var id = Guid.Parse(draft[(draft.LastIndexOf('/') + 1)..]);

        var page = (await office.GetAsync(Urls.DraftFidelity(id))).Document;
        var mark = page.QuerySelector("mark")!;
        Assert.EndsWith("[insert name]", mark.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"{Urls.DraftFidelity(id)}#{mark.Id}");
        var section = (await office.GetAsync(Urls.DraftSection(id, 0))).Document;
        Assert.Equal("1. Pool", section.GetElementById("source-here")!.TextContent.Trim());
        await office.SubmitAsync(draft, "discard");
    }
}
