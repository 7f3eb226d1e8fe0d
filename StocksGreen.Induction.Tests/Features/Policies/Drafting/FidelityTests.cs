using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Fidelity;
using StocksGreen.Induction.Domain.Policies.Files;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reading.Files;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Drafting;

/// <summary>What an import left out stops publishing until someone has decided it, and the document itself is kept with what came of it.</summary>
public sealed class FidelityTests : IAsyncLifetime
{
    private static readonly byte[] Document = "Visitors Policy\n\nSign in."u8.ToArray();
    private static readonly byte[] Gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0];
    private static readonly string GifHash = Sha256Hex.Compute(Gif);

    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task What_was_left_out_stops_publishing_until_each_is_decided_and_the_decisions_are_sealed()
    {
        var id = await StartAsync(
            SmallPolicy.Text,
            new(LeftOutKind.StruckOut, "may give pupils their mobile number", "under 1 Arriving"),
            new(LeftOutKind.StruckOut, new string('x', 400), "under 1.1 Badges"),
            new(LeftOutKind.Comment, "Is this right?", "under 1 Arriving")
        );

        var refused = await PublishAsync(id);
        Assert.Equal(
            [
                new ValidationError(
                    "Fidelity",
                    "2 things that the import left out or could not settle are still to be decided. "
                        + "Decide it on the page “What the import left out” of the draft."
                ),
            ],
            refused.Errors()
        );

        (await DecideAsync(id, 0, FidelityChoice.LeaveOut, "L0")).Value();
        Assert.Single((await PublishAsync(id)).Errors());
        (await DecideAsync(id, 1, FidelityChoice.PutIn, "L1")).Value();
        var version = Assert.IsType<PublishOutcome.Published>((await PublishAsync(id)).Value()).Id;

        await using var db = await school.DbAsync();
        var entry = await db.Evidence.OrderBy(row => row.Number).LastAsync(TestContext.Current.CancellationToken);
        var facts = PublicationFacts.Parse(entry.Payload!);
        Assert.Equal(new OriginalFile("text/plain", Document.Length, Sha256Hex.Compute(Document)), facts.Original);
        Assert.Equal(
            [
                new DecidedPoint("StruckOut", "may give pupils their mobile number", null, "under 1 Arriving", "LeaveOut", "Helen Ashdown", TestSchool.Monday),
                new DecidedPoint("StruckOut", null, Sha256Hex.Compute(new string('x', 400)), "under 1.1 Badges", "PutIn", "Helen Ashdown", TestSchool.Monday),
            ],
            facts.Fidelity!.Decided
        );
        Assert.Equal(Document, (await db.PolicyFiles.SingleAsync(TestContext.Current.CancellationToken)).Content);
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM DraftFiles"));
        Assert.Equal(version.ToString(), entry.Subject);
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task A_decision_is_undone_opened_again_and_never_made_twice()
    {
        var id = await StartAsync(SmallPolicy.Text, new(LeftOutKind.Hidden, "white words", "page 1"), new(LeftOutKind.Watermark, "DRAFT", "every page"));

        (await DecideAsync(id, 0, FidelityChoice.LeaveOut, "L0", "L1")).Value();
        Assert.Empty((await DraftAsync(id)).Fidelity.Open);
        Assert.Equal("Decided 2 things that were left out", (await DraftAsync(id)).Undo);
        Assert.NotEmpty((await DecideAsync(id, 1, FidelityChoice.LeaveOut, "L0")).Errors());
        Assert.IsType<EditOutcome.Stale>((await DecideAsync(id, 0, FidelityChoice.LeaveOut, "L0")).Value());
        (await EditAsync(id, 1, new DraftEdit.RenumberAll())).Value();
        Assert.Empty((await DraftAsync(id)).Fidelity.Open);
        (await school.AskAsync((EditDraft edit) => edit.TakeBackAsync(school.Headteacher, id, 2, "L1", TestContext.Current.CancellationToken))).Value();
        Assert.Equal(["DRAFT"], (await DraftAsync(id)).Fidelity.Open.Select(point => point.Text));
        (await school.AskAsync((EditDraft edit) => edit.StepAsync(school.Headteacher, id, 3, -1, TestContext.Current.CancellationToken))).Value();
        Assert.Empty((await DraftAsync(id)).Fidelity.Open);
        var teacher = await school.HireAsync("Amelia Hart");
        Assert.True(
            (
                await school.AskAsync(
                    (EditDraft edit) => edit.DecideAsync(teacher, id, 2, ["L0"], FidelityChoice.LeaveOut, TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
    }

    [Fact]
    public async Task Missing_words_stop_publishing_like_everything_else()
    {
        var id = await StartCountedAsync(SmallPolicy.Text, new Coverage(120, 118, ["two", "words"]));

        Assert.Equal(
            [(FidelityKind.MissingWords, "two"), (FidelityKind.MissingWords, "words")],
            (await DraftAsync(id)).Fidelity.Open.Select(point => (point.Kind, point.Text))
        );
        Assert.Equal("Fidelity", Assert.Single((await PublishAsync(id)).Errors()).Key);
        (await DecideAsync(id, 0, FidelityChoice.PutIn, "M0", "M1")).Value();
        Assert.IsType<PublishOutcome.Published>((await PublishAsync(id)).Value());
        await using var db = await school.DbAsync();
        var fidelity = (await db.Versions.SingleAsync(TestContext.Current.CancellationToken)).Fidelity!;
        Assert.Equal((120, 118, 2), (fidelity.SourceWords, fidelity.ResultWords, fidelity.Decided.Count));
    }

    [Fact]
    public async Task A_placeholder_that_is_filled_in_is_settled_and_a_new_one_stops()
    {
        var text = SmallPolicy.Text with { Preamble = [new Paragraph(RichText.FromPlainText("Ask [insert name] first."))] };
        var id = await StartAsync(text, new LeftOut(LeftOutKind.Placeholder, "[insert name]", "before the first section"));
        Assert.Equal(("[insert name]", "opening"), Assert.Single((await DraftAsync(id)).Fidelity.Open.Select(point => (point.Text, point.Where))));
        Assert.NotEmpty((await DecideAsync(id, 0, FidelityChoice.LeaveOut, (await DraftAsync(id)).Fidelity.Open[0].Key)).Errors());

        (await EditAsync(id, 0, new DraftEdit.Rewrite(0, "1", "Arriving", 1, "Agreed on XX/XX/20XX."))).Value();
        Assert.Equal(["[insert name]", "XX/XX/20XX"], (await DraftAsync(id)).Fidelity.Open.Select(point => point.Text));
        var head = SmallPolicy.Text;
        (
            await EditAsync(
                id,
                1,
                new DraftEdit.RewriteHead(head.Title, head.School, "", "Ask Peter first.", "Child protection policy", "KCSIE 2024", "2027-10")
            )
        ).Value();
        var state = (await DraftAsync(id)).Fidelity;
        Assert.Equal(("XX/XX/20XX", 1), (Assert.Single(state.Open).Text, state.FilledIn.Count));
        Assert.NotEmpty((await PublishAsync(id)).Errors());
        (await DecideAsync(id, 2, FidelityChoice.Stays, state.Open[0].Key)).Value();
        Assert.IsType<PublishOutcome.Published>((await PublishAsync(id)).Value());
        await using var db = await school.DbAsync();
        var decided = (await db.Versions.SingleAsync(TestContext.Current.CancellationToken)).Fidelity!.Decided;
        Assert.Equal([("XX/XX/20XX", "Stays"), ("[insert name]", "FilledIn")], decided.Select(point => (point.Text!, point.Decision)));
    }

    [Fact]
    public async Task A_picture_stops_publishing_until_it_is_described_and_is_then_kept_and_seen_by_readers()
    {
        var id = await StartAsync(WithPicture(null));
        var amelia = await school.HireAsync("Amelia Hart");
        Assert.Equal(FidelityKind.NotDescribed, Assert.Single((await DraftAsync(id)).Fidelity.Open).Kind);
        Assert.NotEmpty((await PublishAsync(id)).Errors());
        Assert.Equal(Gif, await PictureAsync(school.Headteacher));
        Assert.Null(await PictureAsync(amelia));

        (await EditAsync(id, 0, new DraftEdit.DescribePictures([new PictureDescription(GifHash, " The gate\nwith its lock. ")]))).Value();
        Assert.NotEmpty((await EditAsync(id, 1, new DraftEdit.DescribePictures([new PictureDescription(new string('0', 64), "x")]))).Errors());
        var version = Assert.IsType<PublishOutcome.Published>((await PublishAsync(id)).Value()).Id;

        Assert.Equal(Gif, await PictureAsync(amelia));
        var original = await school.AskAsync((PolicyFilesQuery query) => query.OriginalAsync(amelia, version, TestContext.Current.CancellationToken));
        Assert.Equal(Document, original!.Value.Content);
        var stranger = amelia with { Roles = AccessRoles.None };
        Assert.Null(await PictureAsync(stranger));
        Assert.Null(await school.AskAsync((PolicyFilesQuery query) => query.OriginalAsync(stranger, version, TestContext.Current.CancellationToken)));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.SqlAsync($"DROP TRIGGER PolicyFiles_never_go; DELETE FROM PolicyFiles WHERE Sha256 = '{GifHash}'");
        Assert.Equal("A picture of the text is gone.", Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason);
    }

    [Fact]
    public async Task A_text_with_a_picture_that_is_not_stored_is_not_published()
    {
        var id = await StartAsync(SmallPolicy.Text);
        (await EditAsync(id, 0, new DraftEdit.Rewrite(0, "1", "Arriving", 1, $"![A gate](sha256:{new string('a', 64)} \"image/png 1x1\")"))).Value();

        Assert.StartsWith(
            "The text shows a picture that is not stored (sha256:aaaaaaaaaaaa…).",
            Assert.Single((await PublishAsync(id)).Errors()).Sentence,
            StringComparison.Ordinal
        );
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM PolicyVersions"));
    }

    [Theory]
    [InlineData("UPDATE PolicyFiles SET Content = x'00'", "never_change", "The original document is not the one that was published.")]
    [InlineData("DELETE FROM PolicyFiles", "never_go", "The original document is gone.")]
    [InlineData("UPDATE PolicyVersions SET Original = NULL", "", "What is stored about the version is not what was published.")]
    [InlineData("UPDATE PolicyVersions SET Original = replace(Original, 'plain', 'html')", "", "What is stored about the version is not what was published.")]
    [InlineData("UPDATE PolicyVersions SET Fidelity = NULL", "", "What is stored about the version is not what was published.")]
    public async Task A_changed_original_or_decision_is_found(string sql, string trigger, string reason)
    {
        var id = await StartAsync(SmallPolicy.Text, new LeftOut(LeftOutKind.Symbol, "?", "page 1"));
        (await DecideAsync(id, 0, FidelityChoice.LeaveOut, "L0")).Value();
        (await PublishAsync(id)).Value();

        await school.SqlAsync($"DROP TRIGGER {(trigger.Length == 0 ? "PolicyVersions_never_change" : $"PolicyFiles_{trigger}")}; {sql}");

        Assert.Equal(reason, Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason);
    }

    [Fact]
    public async Task A_file_that_no_version_was_published_with_is_found()
    {
        await school.PublishAsync();
        await school.SqlAsync($"INSERT INTO PolicyFiles (Sha256, Content) VALUES ('{Sha256Hex.Compute([1])}', x'01')");

        Assert.StartsWith("A file is stored under ", Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_from_one_document_share_it_and_a_draft_that_is_thrown_away_takes_its_files_with_it()
    {
        (await PublishAsync(await StartAsync(SmallPolicy.Text))).Value();
        (await PublishAsync(await StartAsync(SmallPolicy.Text with { Title = "Another Policy" }))).Value();
        var thrown = await StartAsync(WithPicture("A gate"));
        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM DraftFiles"));
        (await school.AskAsync((EditDraft edit) => edit.DiscardAsync(school.Headteacher, thrown, TestContext.Current.CancellationToken))).Value();

        Assert.Equal((1L, 0L), (await school.ScalarAsync("SELECT COUNT(*) FROM PolicyFiles"), await school.ScalarAsync("SELECT COUNT(*) FROM DraftFiles")));
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    private static PolicyContent WithPicture(string? alt) =>
        SmallPolicy.Text with
        {
            Preamble = [new Paragraph(RichText.FromPlainText("Look:")), new Picture(GifHash, "image/gif", alt, 1, 1)],
        };

    private Task<Guid> StartAsync(PolicyContent text, params LeftOut[] leftOut) => StartCountedAsync(text, Coverage.Unknown, leftOut);

    private async Task<Guid> StartCountedAsync(PolicyContent text, Coverage coverage, params LeftOut[] leftOut) =>
        (
            await school.AskAsync(
                (StartDraft start) =>
                    start.ExecuteAsync(
                        school.Headteacher,
                        null,
                        new ImportOutcome.Imported(text, [])
                        {
                            LeftOut = leftOut,
                            Coverage = coverage,
                            Pictures = TextPlaces.PictureHashes(text).Count > 0 ? [new PictureFile(GifHash, "image/gif", Gif)] : [],
                        },
                        Document,
                        "visitors.txt",
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();

    private async Task<DraftDetails> DraftAsync(Guid id) =>
        (await school.AskAsync((DraftQuery query) => query.ExecuteAsync(school.Headteacher, id, TestContext.Current.CancellationToken)))!;

    private Task<Result<EditOutcome>> EditAsync(Guid id, int revision, DraftEdit edit) =>
        school.AskAsync((EditDraft editing) => editing.ExecuteAsync(school.Headteacher, id, revision, edit, TestContext.Current.CancellationToken));

    private Task<Result<EditOutcome>> DecideAsync(Guid id, int revision, FidelityChoice choice, params string[] keys) =>
        school.AskAsync((EditDraft edit) => edit.DecideAsync(school.Headteacher, id, revision, keys, choice, TestContext.Current.CancellationToken));

    private async Task<Result<PublishOutcome>> PublishAsync(Guid id)
    {
        var draft = await DraftAsync(id);
        var publication = Publication.First(draft.Text, draft.Draft.SourceName, "Helen Ashdown", SmallPolicy.ForEverybody) with { Draft = id };
        return await school.AskAsync((PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, publication, TestContext.Current.CancellationToken));
    }

    private Task<byte[]?> PictureAsync(Actor actor) =>
        school.AskAsync((PolicyFilesQuery query) => query.PictureAsync(actor, GifHash, TestContext.Current.CancellationToken));
}
