using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reading.Files;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Images;
using StocksGreen.Induction.Importing.Policies.Child;
using StocksGreen.Induction.Tests.Importing.Policies.Pdf;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Pdf;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Drafting;

/// <summary>A document that cannot be read as text is published as pictures of its pages, and a person answers for the words of each.</summary>
public sealed class PagesTests : IAsyncLifetime
{
    private TestSchool school = null!;

    // Nothing is drawn, whatever the machine has: what is not one picture is asked of the person.
    public async ValueTask InitializeAsync() =>
        school = await TestSchool.OpenAsync(services => services.AddScoped(_ => new PageDrawing(ReadingLimits.Usual, "", path: "")));

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_scan_is_published_when_a_person_has_written_or_confirmed_the_words_of_each_page_and_is_then_read_and_signed()
    {
        var file = new ScanFile().Page(TestJpeg.Page(1)).Page(TestJpeg.Page(2), ["Leave by the nearest door."]).ToBytes();
        var id = (await StartAsync(file, "Fire_safety-policy.pdf")).Value();
        var draft = await DraftAsync(id);
        Assert.Equal(("Fire safety policy", "Page 1", "Page 2"), (draft.Text.Title, draft.Text.Sections[0].Heading, draft.Text.Sections[1].Heading));
        Assert.Equal(Sha256Hex.Compute(file), draft.Draft.Original!.Sha256);
        Assert.Equal(
            [(FidelityKind.PageText, "under Page 1", 0), (FidelityKind.PageText, "under Page 2", 1)],
            draft.Fidelity.Open.Select(point => (point.Kind, point.Where, point.Choices.Count))
        );
        Assert.Single((await PublishAsync(id)).Errors());

        Assert.Single((await WriteAsync(id, 0, 0, "Page 1", " \n")).Errors());
        (await WriteAsync(id, 0, 0, "Why we have it", "A fire is rare.\n\n- Ring the bell.")).Value();
        Assert.Single((await PublishAsync(id)).Errors());
        (await WriteAsync(id, 1, 1, "Page 2", "Leave by the nearest door.")).Value();
        Assert.Empty((await DraftAsync(id)).Fidelity.Open);
        var version = Assert.IsType<PublishOutcome.Published>((await PublishAsync(id)).Value()).Id;

        await using var db = await school.DbAsync();
        var published = await db.Versions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("PageText", "under Why we have it", "Confirmed"), ("PageText", "under Page 2", "Confirmed")],
            published.Fidelity!.Decided.Select(point => (point.Kind, point.Where, point.Decision))
        );
        Assert.Contains("A fire is rare.", published.Parts[1].Markdown, StringComparison.Ordinal);
        Assert.Contains(" page\")", published.Parts[1].Markdown, StringComparison.Ordinal);
        var amelia = await school.HireAsync("Amelia Hart");
        Assert.Equal(
            TestJpeg.Page(1),
            await school.AskAsync(
                (PolicyFilesQuery query) => query.PictureAsync(amelia, Sha256Hex.Compute(TestJpeg.Page(1)), TestContext.Current.CancellationToken)
            )
        );
        await school.ReadAsync(amelia, version);
        var signature = await school.SignAsync(amelia, version);
        var (certificate, _) = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, signature, TestContext.Current.CancellationToken))
        )!.Value;
        Assert.Equal("Published as 2 page pictures with text alternatives; the pictures are the school’s document.", certificate.Pages);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task Words_that_are_changed_after_they_were_confirmed_are_confirmed_again()
    {
        var id = (await StartAsync(ScanFile.Of(1), "a.pdf")).Value();
        (await WriteAsync(id, 0, 0, "Page 1", "Ring the bell.")).Value();
        Assert.Empty((await DraftAsync(id)).Fidelity.Open);

        var section = (await DraftAsync(id)).Text.Sections[0];
        var changed = PolicyMarkdown.Blocks(section.Blocks).Replace("Ring", "Do not ring", StringComparison.Ordinal);
        (await EditAsync(id, 1, new DraftEdit.Rewrite(0, "", "Page 1", 1, changed))).Value();
        Assert.Equal([FidelityChoice.Confirmed], Assert.Single((await DraftAsync(id)).Fidelity.Open).Choices);
        Assert.Single((await PublishAsync(id)).Errors());

        (await school.AskAsync((EditDraft edit) => edit.StepAsync(school.Headteacher, id, 2, -1, TestContext.Current.CancellationToken))).Value();
        Assert.Empty((await DraftAsync(id)).Fidelity.Open);
    }

    [Fact]
    public async Task A_page_that_cannot_be_drawn_is_asked_for_and_stops_publishing_until_it_is_given()
    {
        var id = (await StartAsync(new PdfFile().Text(60, 700, "Ring the bell.").ToBytes(), "bell.pdf")).Value();
        var draft = await DraftAsync(id);
        Assert.Contains("this server has no program that draws pages (pdftoppm)", draft.Draft.Warnings[0], StringComparison.Ordinal);
        Assert.Equal([FidelityKind.Placeholder], draft.Fidelity.Open.Select(point => point.Kind));
        (await WriteAsync(id, 0, 0, "Page 1", "Ring the bell.")).Value();
        Assert.Equal([FidelityKind.Placeholder], (await DraftAsync(id)).Fidelity.Open.Select(point => point.Kind));

        (await GiveAsync(id, 1, 0, (TestJpeg.Page(1), "photo.jpg"))).Value();
        Assert.Equal([FidelityKind.PageText], (await DraftAsync(id)).Fidelity.Open.Select(point => point.Kind));
        (await WriteAsync(id, 2, 0, "Page 1", "Ring the bell.")).Value();
        Assert.IsType<PublishOutcome.Published>((await PublishAsync(id)).Value());
    }

    [Fact]
    public async Task Paper_is_given_as_pictures_and_what_is_none_is_refused_with_nothing_stored()
    {
        var id = (
            await school.AskAsync(
                (StartDraft start) =>
                    start.ExecuteAsync(
                        school.Headteacher,
                        null,
                        new PolicyContent("Fire Policy", "", [], [], [], [], null, null),
                        "pages of paper",
                        "",
                        [],
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();
        var png = PngWriter.Write(new RasterImage(2, 2, new byte[16]));

        Assert.Contains(
            "neither a PNG nor a JPEG",
            Sentence(await GiveAsync(id, 0, -1, (png, "a.png"), ("GIF89a"u8.ToArray(), "b.gif"))),
            StringComparison.Ordinal
        );
        Assert.Contains("damaged", Sentence(await GiveAsync(id, 0, -1, (TestJpeg.Page(1)[..^9], "cut.jpg"))), StringComparison.Ordinal);
        Assert.Contains("dots large", Sentence(await GiveAsync(id, 0, -1, (TestJpeg.Create(600, 600, (_, _) => 200), "wide.jpg"))), StringComparison.Ordinal);
        Assert.Contains("5.0 MB at most", Sentence(await GiveAsync(id, 0, -1, (new byte[(5 * 1024 * 1024) + 1], "large.jpg"))), StringComparison.Ordinal);
        Assert.Contains("Choose the picture", Sentence(await GiveAsync(id, 0, -1)), StringComparison.Ordinal);
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM DraftFiles"));

        (await GiveAsync(id, 0, -1, (TestJpeg.Page(1), "1.jpg"), (png, "2.png"))).Value();
        Assert.Contains("Choose one picture", Sentence(await GiveAsync(id, 1, 0, (png, "a.png"), (png, "b.png"))), StringComparison.Ordinal);
        (await GiveAsync(id, 1, 1, (TestJpeg.Page(2), "better.jpg"))).Value();
        var text = (await DraftAsync(id)).Text;
        Assert.Equal(["Page 1", "Page 2"], text.Sections.Select(section => section.Heading));
        Assert.Equal(
            [("image/jpeg", 240, 336), ("image/jpeg", 240, 336)],
            text.Sections.SelectMany(section => PagePictures.In(section.Blocks)).Select(picture => (picture.MediaType, picture.Width, picture.Height))
        );
        var teacher = await school.HireAsync("Amelia Hart");
        Assert.True(
            (
                await school.AskAsync((EditDraft edit) => edit.GivePagesAsync(teacher, id, 2, -1, [(png, "a.png")], TestContext.Current.CancellationToken))
            ).IsNotFound()
        );
        var full = Enumerable.Range(3, 59).Select(number => (TestJpeg.Page(1), $"{number}.jpg")).ToArray();
        Assert.Contains("A policy may have 60 pages", Sentence(await GiveAsync(id, 2, -1, full)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_pages_that_look_alike_are_two_pages()
    {
        var file = new ScanFile().Page(TestJpeg.Page(1)).Page(TestJpeg.Page(1)).ToBytes();
        var id = (await StartAsync(file, "twice.pdf")).Value();

        Assert.Equal(2, (await DraftAsync(id)).Fidelity.Open.Count);
        (await WriteAsync(id, 0, 0, "Page 1", "This page is empty.")).Value();
        Assert.Equal("under Page 2", Assert.Single((await DraftAsync(id)).Fidelity.Open).Where);
    }

    [Fact]
    public async Task Someone_who_may_not_publish_begins_nothing()
    {
        var teacher = await school.HireAsync("Amelia Hart");

        var result = await school.AskAsync(
            (StartPages start) => start.ExecuteAsync(teacher, null, null, ScanFile.Of(1), "a.pdf", TestContext.Current.CancellationToken)
        );

        Assert.True(result.IsNotFound());
        Assert.Contains("Only a PDF", Sentence(await StartAsync("Text"u8.ToArray(), "a.txt")), StringComparison.Ordinal);
    }

    private static string Sentence<T>(Result<T> result) => result.Errors()[0].Sentence;

    private Task<Result<Guid>> StartAsync(byte[] file, string name) =>
        school.AskAsync((StartPages start) => start.ExecuteAsync(school.Headteacher, null, null, file, name, TestContext.Current.CancellationToken));

    private async Task<DraftDetails> DraftAsync(Guid id) =>
        (await school.AskAsync((DraftQuery query) => query.ExecuteAsync(school.Headteacher, id, TestContext.Current.CancellationToken)))!;

    private Task<Result<EditOutcome>> WriteAsync(Guid id, int revision, int section, string title, string markdown) =>
        EditAsync(id, revision, new DraftEdit.WritePage(section, title, markdown));

    private Task<Result<EditOutcome>> EditAsync(Guid id, int revision, DraftEdit edit) =>
        school.AskAsync((EditDraft editing) => editing.ExecuteAsync(school.Headteacher, id, revision, edit, TestContext.Current.CancellationToken));

    private Task<Result<EditOutcome>> GiveAsync(Guid id, int revision, int section, params (byte[] Content, string Name)[] files) =>
        school.AskAsync((EditDraft edit) => edit.GivePagesAsync(school.Headteacher, id, revision, section, files, TestContext.Current.CancellationToken));

    private async Task<Result<PublishOutcome>> PublishAsync(Guid id)
    {
        var draft = await DraftAsync(id);
        var publication = Publication.First(draft.Text, draft.Draft.SourceName, "Helen Ashdown", SmallPolicy.ForEverybody) with { Draft = id };
        return await school.AskAsync((PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, publication, TestContext.Current.CancellationToken));
    }
}
