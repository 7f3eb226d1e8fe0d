using System.Net;
using System.Net.Http.Headers;
using System.Text;
using StocksGreen.Induction.Components;
using StocksGreen.Induction.Demo;
using StocksGreen.Induction.Tests.Importing.Policies.Word;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Security;

/// <summary>Whatever file is sent, the page answers with a draft or with one clear sentence, and what was there stays as it was.</summary>
public sealed class ImportPageTests(SharedSchool school)
{
    [Fact]
    public async Task A_Word_document_becomes_a_draft_that_shows_its_structure_next_to_its_words()
    {
        var file = new WordFile()
            .P("Swimming Policy", "Title")
            .P("1. Getting there", "Heading1")
            .P("We walk to the pool.")
            .P("3. In the water", "Heading1")
            .P("Two adults watch.")
            .ToBytes();

        using var visitor = await Visitor.AsAsync(await school.WholeAppAsync(), DemoStaffList.Office);
        var sent = await SendAsync(visitor, file, "swimming.docx");
        var draft = await visitor.GetAsync(sent.Location!);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (sent.Status, draft.Status));
        Assert.StartsWith(Urls.Policies + "/drafts/", sent.Location, StringComparison.Ordinal);
        Assert.Contains("We walk to the pool.", draft.Body, StringComparison.Ordinal);
        Assert.Contains("The numbering has a gap: 1 is followed by 3.", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.docx", "This is a zip archive and no Word document.")]
    [InlineData("empty.txt", "Choose the document first")]
    [InlineData("picture.md", "This looks like a picture.")]
    [InlineData("large.txt", "This file is 6.0 MB. A policy may be 5 MB at most")]
    [InlineData("larger.docx", "This Word document is 25.0 MB. It may be 20 MB at most")]
    public async Task A_file_that_is_no_policy_is_refused_in_a_sentence_and_nothing_is_stored(string name, string sentence)
    {
        byte[] file = name switch
        {
            "notes.docx" => WordFile.Zip(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.txt"] = "a" }),
            "picture.md" => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10],
            "large.txt" => Encoding.UTF8.GetBytes(new string('a', 6 * 1024 * 1024)),
            "larger.docx" => [.. "PK\u0003\u0004"u8, .. new byte[(25 * 1024 * 1024) - 4]],
            _ => [],
        };
        using var visitor = await Visitor.AsAsync(await school.WholeAppAsync(), DemoStaffList.Office);

        var answer = await SendAsync(visitor, file, name);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, WebUtility.HtmlDecode(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_another_number_and_an_import_by_a_teacher_are_not_there()
    {
        var app = await school.WholeAppAsync();
        using var office = await Visitor.AsAsync(app, DemoStaffList.Office);
        using var teacher = await Visitor.AsAsync(app, DemoStaffList.Teacher);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.Draft(Guid.NewGuid()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.PublishDraft(Guid.NewGuid()))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(Urls.DraftSection(Guid.NewGuid(), 0))).Status);
        foreach (var url in new[] { Urls.PolicyImport, Urls.Reviews, Urls.KeyRoles, Urls.Policies })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(url)).Status);
        }
    }

    private static async Task<Answer> SendAsync(Visitor visitor, byte[] file, string name)
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in await visitor.HiddenFieldsAsync(Urls.PolicyImport, "import"))
        {
            content.Add(new StringContent(value), field);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "Form.File", name);
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, Urls.PolicyImport) { Content = content });
    }
}
