using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Policies;
using StocksGreen.Induction.Domain.Policies.Comparison;
using StocksGreen.Induction.Domain.Policies.Drafting;
using StocksGreen.Induction.Domain.PolicyText;
using StocksGreen.Induction.Domain.PolicyText.Blocks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Policies.Drafting;
using StocksGreen.Induction.Features.Policies.Publishing;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Policies.Drafting;

public sealed class EditDraftTests : IAsyncLifetime
{
    private TestSchool school = null!;

    public async ValueTask InitializeAsync() => school = await TestSchool.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task A_mend_is_kept_at_once_and_undone_and_redone()
    {
        var id = await StartAsync();

        Assert.Equal(new EditOutcome.Edited("Merged “1.1 Badges” into “1 Arriving”"), (await EditAsync(id, 0, new DraftEdit.MergeIntoAbove(1))).Value());
        Assert.Equal(("Merged “1.1 Badges” into “1 Arriving”", null, 1), Of(await DraftAsync(id)));
        Assert.IsType<EditOutcome.Edited>((await StepAsync(id, 1, -1)).Value());
        Assert.Equal((null, "Merged “1.1 Badges” into “1 Arriving”", 2), Of(await DraftAsync(id)));
        Assert.Equal(PolicyMarkdown.Whole(SmallPolicy.Text), PolicyMarkdown.Whole((await DraftAsync(id))!.Text));
        Assert.NotEmpty((await StepAsync(id, 0, -1)).Errors());
        Assert.IsType<EditOutcome.Edited>((await StepAsync(id, 0, 1)).Value());
        Assert.Equal(("Merged “1.1 Badges” into “1 Arriving”", null, 1), Of(await DraftAsync(id)));
        Assert.IsType<EditOutcome.Edited>((await StepAsync(id, 1, -1)).Value());
        Assert.IsType<EditOutcome.Edited>((await EditAsync(id, 0, new DraftEdit.Remove(0))).Value());
        Assert.Equal(("Removed “1 Arriving”", null, 1), Of(await DraftAsync(id)));
    }

    [Fact]
    public async Task Of_two_tabs_the_second_is_told_and_changes_nothing()
    {
        var id = await StartAsync();
        await EditAsync(id, 0, new DraftEdit.RenumberAll());

        Assert.IsType<EditOutcome.Stale>((await EditAsync(id, 0, new DraftEdit.Remove(0))).Value());
        Assert.Equal(2, (await DraftAsync(id))!.Text.Sections.Count);
    }

    [Fact]
    public async Task Only_the_last_hundred_mends_are_kept()
    {
        var id = await StartAsync();
        for (var i = 0; i < 105; i++)
        {
            Assert.IsType<EditOutcome.Edited>((await EditAsync(id, i, new DraftEdit.RenumberAll())).Value());
        }

        Assert.Equal(101L, await school.ScalarAsync("SELECT COUNT(*) FROM DraftRevisions"));
    }

    [Fact]
    public async Task What_one_may_not_see_looks_as_if_it_were_not_there()
    {
        var id = await StartAsync();
        var teacher = await school.HireAsync("Amelia Hart");

        Assert.Null(await school.AskAsync((DraftQuery query) => query.ExecuteAsync(teacher, id, TestContext.Current.CancellationToken)));
        Assert.Empty(await school.AskAsync((DraftQuery query) => query.ListAsync(teacher, TestContext.Current.CancellationToken)));
        Assert.True(
            (
                await school.AskAsync(
                    (EditDraft details) => details.ExecuteAsync(teacher, id, 0, new DraftEdit.Remove(0), TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
        Assert.True((await school.AskAsync((EditDraft details) => details.DiscardAsync(teacher, id, TestContext.Current.CancellationToken))).IsNotFound());
        Assert.True(
            (
                await school.AskAsync(
                    (StartDraft start) => start.ExecuteAsync(teacher, null, SmallPolicy.Text, "x", "", [], TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
        Assert.True((await EditAsync(Guid.NewGuid(), 0, new DraftEdit.Remove(0))).IsNotFound());
        (await school.AskAsync((EditDraft details) => details.DiscardAsync(school.Headteacher, id, TestContext.Current.CancellationToken))).Value();
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM DraftRevisions"));
    }

    [Fact]
    public async Task A_draft_is_compared_planned_and_published_over_the_version_in_force_and_is_then_gone()
    {
        var amelia = await school.HireAsync("Amelia Hart");
        var first = await school.PublishAsync();
        await school.SignAsync(amelia, first);
        await using var db = await school.DbAsync();
        var policy = db.Policies.Single();
        var id = await StartAsync(policy.Id);
        await EditAsync(id, 0, new DraftEdit.Rewrite(0, "1", "Arriving", 1, "Sign in at reception."));

        var before = (await ToPublishAsync(id, null))!;
        Assert.Equal(["1 Arriving"], before.Comparison!.Where(line => line.NeedsDecision).Select(line => line.Heading));
        Assert.Equal("Changed: 1 Arriving.", before.Plan.Summary);
        Assert.Null(before.Asked);
        Assert.Contains("The next full review was due in October 2025: the policy would be overdue from its first day.", before.Doubts);

        var plan = before.Plan with
        {
            Reason = ReviewReason.LessonFromBreach,
            Note = "A visitor was missed.",
            Changes = [new PlannedChange(1, 1, ChangeWeight.Material, "Reception moved.")],
        };
        Assert.IsType<EditOutcome.Edited>(
            (await school.AskAsync((EditDraft details) => details.PlanAsync(school.Headteacher, id, 1, plan, TestContext.Current.CancellationToken))).Value()
        );
        Assert.Equal(
            "1 person reads and signs what has changed; 1 person reads and signs all of it; ".TrimEnd(' ', ';') + ".",
            (await ToPublishAsync(id, null))!.Asked!.Sentence
        );

        var publication = new Publication(policy.Id, first, (await DraftAsync(id))!.Text, "visitors.docx", plan, id);
        var published = Assert.IsType<PublishOutcome.Published>(
            (
                await school.AskAsync((PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, publication, TestContext.Current.CancellationToken))
            ).Value()
        );
        Assert.IsType<PublishOutcome.Superseded>(
            (
                await school.AskAsync((PublishPolicy publish) => publish.ExecuteAsync(school.Headteacher, publication, TestContext.Current.CancellationToken))
            ).Value()
        );
        Assert.Null(await DraftAsync(id));
        var release = db.Versions.Single(version => version.Id == published.Id).Release;
        Assert.Equal((ReviewReason.LessonFromBreach, "A visitor was missed.", "Helen Ashdown"), (release.Reason!.Value, release.Note, release.DecidedBy));
        Assert.Equal(new PartChange(1, 1, "1 Arriving", ChangeKind.Changed, ChangeWeight.Material, "Reception moved."), release.Changes[1]);
    }

    [Fact]
    public async Task What_is_undecided_is_told_field_by_field_and_nothing_is_published_or_lost()
    {
        var first = await school.PublishAsync();
        await using var db = await school.DbAsync();
        var policy = db.Policies.Single();
        var id = await StartAsync(policy.Id);
        await EditAsync(id, 0, new DraftEdit.Remove(1));
        var text = (await DraftAsync(id))!.Text;

        var empty = new PublishPlan(null, "", "", "", [], []);
        var outcome = await school.AskAsync(
            (PublishPolicy publish) =>
                publish.ExecuteAsync(school.Headteacher, new Publication(policy.Id, first, text, "x", empty, id), TestContext.Current.CancellationToken)
        );

        Assert.Equal(["Reason", "Changes[2]", "Changes[2].Reason", "Summary", "DecidedBy", "Duties"], outcome.Errors().Select(error => error.Key));
        Assert.NotNull(await DraftAsync(id));
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM PolicyVersions"));
    }

    [Fact]
    public async Task Audiences_are_decided_anew_without_touching_a_signature()
    {
        var contractor = await school.HireAsync("Marek Kowalczyk", Audience.Contractor);
        var version = await school.PublishAsync();

        Task<Result<Unit>> DecideAsync(Actor actor, VersionId of, IReadOnlyList<AudienceDuty> duties) =>
            school.AskAsync((DecideAudiences decide) => decide.ExecuteAsync(actor, of, duties, "Helen Ashdown", TestContext.Current.CancellationToken));

        (await DecideAsync(school.Headteacher, version, AudienceDuty.Usual)).Value();
        Assert.Equal("Duties", Assert.Single((await DecideAsync(school.Headteacher, version, [])).Errors()).Key);
        Assert.True((await DecideAsync(contractor, version, AudienceDuty.Usual)).IsNotFound());
        Assert.True((await DecideAsync(school.Headteacher, VersionId.New(), AudienceDuty.Usual)).IsNotFound());
        await school.ReadAsync(contractor, version);
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM AudienceDecisions"));
    }

    private async Task<Guid> StartAsync(PolicyId? policy = null) =>
        (
            await school.AskAsync(
                (StartDraft start) =>
                    start.ExecuteAsync(
                        school.Headteacher,
                        policy,
                        SmallPolicy.Text,
                        "visitors.docx",
                        "Visitors Policy",
                        ["Look."],
                        TestContext.Current.CancellationToken
                    )
            )
        ).Value();

    private Task<Result<EditOutcome>> EditAsync(Guid id, int revision, DraftEdit edit) =>
        school.AskAsync((EditDraft details) => details.ExecuteAsync(school.Headteacher, id, revision, edit, TestContext.Current.CancellationToken));

    private Task<Result<EditOutcome>> StepAsync(Guid id, int revision, int by) =>
        school.AskAsync((EditDraft details) => details.StepAsync(school.Headteacher, id, revision, by, TestContext.Current.CancellationToken));

    private Task<DraftDetails?> DraftAsync(Guid id) =>
        school.AskAsync((DraftQuery query) => query.ExecuteAsync(school.Headteacher, id, TestContext.Current.CancellationToken));

    private Task<DraftToPublish?> ToPublishAsync(Guid id, PublishPlan? plan) =>
        school.AskAsync((DraftToPublishQuery query) => query.ExecuteAsync(school.Headteacher, id, plan, TestContext.Current.CancellationToken));

    private static (string? Undo, string? Redo, int Sections) Of(DraftDetails? draft) => (draft!.Undo, draft.Redo, draft.Text.Sections.Count);
}
