using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.Policies.Extracts;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Features.Reports;
using StocksGreen.Induction.Importing.Policies.Recognition;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Drafting;

/// <summary>Only some parts of a document are the policy: what was chosen is sealed with the version and printed on every certificate.</summary>
public sealed class ExtractedPolicyTests : IAsyncLifetime
{
    private const string Chosen = "Part one For all staff, Annex B Further information of Visitors Policy, pages 7–16 and 56–60";

    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_choice_is_a_change_of_the_draft_that_can_be_undone_and_made_again()
    {
        var id = await StartAsync();

        (await EditAsync(id, 0, new DraftEdit.KeepOnly([0, 2]))).Value();
        var first = await DraftAsync(id);
        Assert.Equal((2, "Kept only “Part one For all staff”, “Annex B Further information”"), (first.Text.Sections.Count, first.Undo));
        Assert.Equal("Visitors Policy", first.Extract!.Document);
        (await EditAsync(id, 1, new DraftEdit.KeepOnly([0]))).Value();
        Assert.Equal(["Part two Managing", "Annex B Further information"], (await DraftAsync(id)).Extract!.LeftOut.Select(part => part.Heading));
        (await StepAsync(id, 2, -1)).Value();
        Assert.Equal(["Part two Managing"], (await DraftAsync(id)).Extract!.LeftOut.Select(part => part.Heading));
        (await StepAsync(id, 1, -1)).Value();
        var all = await DraftAsync(id);
        Assert.Equal((3, (DraftExtract?)null), (all.Text.Sections.Count, all.Extract));
    }

    [Fact]
    public async Task What_was_chosen_is_sealed_with_the_version_and_printed_on_the_certificate()
    {
        var id = await StartAsync();
        (await EditAsync(id, 0, new DraftEdit.KeepOnly([0, 2]))).Value();
        (await EditAsync(id, 1, new DraftEdit.RenumberAll())).Value();
        (await StepAsync(id, 2, -1)).Value();

        var version = await PublishAsync(id);

        await using var db = await school.DbAsync();
        var entry = await db.Evidence.OrderBy(row => row.Number).LastAsync(TestContext.Current.CancellationToken);
        var facts = PublicationFacts.Parse(entry.Payload!);
        Assert.Equivalent(
            new ExtractRecord(
                "Visitors Policy",
                ["Part one For all staff", "Annex B Further information"],
                [new PageSpan(7, 16), new PageSpan(56, 60)],
                [new LeftOutPart("Part two Managing", 5, new PageSpan(25, 55))],
                "Helen Ashdown",
                TestSchool.Monday
            ),
            facts.Extract,
            strict: true
        );
        var amelia = await school.HireAsync("Amelia Hart");
        var signed = await school.SignAsync(amelia, version);
        var (certificate, _) = (
            await school.AskAsync((CertificateQuery query) => query.ExecuteAsync(amelia, signed, TestContext.Current.CancellationToken))
        )!.Value;
        Assert.Equal(Chosen, certificate.Extract);
        Assert.Equal(
            $"{Chosen}; chosen by Helen Ashdown, {LondonTime.ToWords(TestSchool.Monday)}; 1 part left out, 5 words",
            certificate.Record.Single(line => line.Name == "Parts of that document").Value
        );
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
    }

    [Fact]
    public async Task The_text_in_force_names_no_pages_that_nothing_seals()
    {
        var version = await PublishAsync(await StartAsync());

        await using var db = await school.DbAsync();
        var stored = await db.Versions.SingleAsync(row => row.Id == version, TestContext.Current.CancellationToken);
        Assert.Null(stored.Extract);
        Assert.All(stored.Text.Sections, section => Assert.Null(section.Pages));
    }

    [Theory]
    [InlineData("UPDATE PolicyVersions SET Extract = NULL")]
    [InlineData("UPDATE PolicyVersions SET Extract = replace(Extract, '\"last\":16', '\"last\":160')")]
    public async Task A_changed_record_of_what_was_chosen_is_found(string sql)
    {
        var id = await StartAsync();
        (await EditAsync(id, 0, new DraftEdit.KeepOnly([0]))).Value();
        await PublishAsync(id);

        await school.SqlAsync($"DROP TRIGGER PolicyVersions_never_change; {sql}");

        Assert.Equal("What is stored about the version is not what was published.", Assert.IsType<ChainVerdict.Broken>(await school.VerifyAsync()).Reason);
    }

    private async Task<Guid> StartAsync() =>
        (
            await school.AskAsync(
                (StartDraft start) =>
                    start.ExecuteAsync(
                        school.Headteacher,
                        null,
                        new ImportOutcome.Imported(
                            SmallPolicy.Text with
                            {
                                Sections =
                                [
                                    Section("Part one", "For all staff", 7, 16),
                                    Section("Part two", "Managing", 25, 55),
                                    Section("Annex B", "Further information", 56, 60),
                                ],
                            },
                            []
                        ),
                        "Visitors Policy"u8.ToArray(),
                        "visitors.txt",
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();

    private static PolicySection Section(string number, string title, int first, int last) =>
        new(number, title, 1, BlockMarkdown.Parse("Read this.")) { Pages = new PageSpan(first, last) };

    private async Task<DraftDetails> DraftAsync(Guid id) =>
        (await school.AskAsync((DraftQuery query) => query.ExecuteAsync(school.Headteacher, id, TestContext.Current.CancellationToken)))!;

    private Task<Result<EditOutcome>> EditAsync(Guid id, int revision, DraftEdit edit) =>
        school.AskAsync((EditDraft editing) => editing.ExecuteAsync(school.Headteacher, id, revision, edit, TestContext.Current.CancellationToken));

    private Task<Result<EditOutcome>> StepAsync(Guid id, int revision, int by) =>
        school.AskAsync((EditDraft editing) => editing.StepAsync(school.Headteacher, id, revision, by, TestContext.Current.CancellationToken));

    private async Task<VersionId> PublishAsync(Guid id)
    {
        var draft = await DraftAsync(id);
        var publication = Publication.First(draft.Text, draft.Draft.SourceName, "Helen Ashdown", SmallPolicy.ForEverybody) with { Draft = id };
        var outcome = await school.AskAsync(
            (PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, publication, TestContext.Current.CancellationToken)
        );
        return Assert.IsType<PublishOutcome.Published>(outcome.Value()).Id;
    }
}
