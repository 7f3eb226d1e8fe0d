using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.InductionPacks;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Onboarding;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Onboarding;

/// <summary>Packs, talks that both sides confirm, and how far a new starter is.</summary>
public sealed class OnboardingTests : IAsyncLifetime
{
    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor office = null!;
    private VersionId version;
    private PolicyId policy;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart", startsOn: new DateOnly(2026, 9, 14), jobTitle: "Teaching assistant");
        office = await school.HireOfficeAsync();
        version = await school.PublishAsync();
        policy = await school.PolicyOfAsync(version);
        (await school.DecidePackAsync(office, CeremonySteps.PackOf(policy))).Value();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task One_page_shows_a_new_starter_the_whole_way_and_how_far_they_are()
    {
        Assert.Equal((0, 2, false), Progress(await OwnAsync()));
        await school.SignAsync(amelia, version);
        Assert.Equal((1, 2, false), Progress(await OwnAsync()));
        await school.BriefAsync(school.Headteacher, amelia.StaffId);
        Assert.Equal((1, 2, false), Progress(await OwnAsync()));
        Assert.Single((await OwnAsync()).ToConfirm);

        (await school.ConfirmTalkAsync(amelia, (await school.LatestAsync<Briefing>()).Id)).Value();

        Assert.Equal((2, 2, true), Progress(await OwnAsync()));
        Assert.Empty((await OwnAsync()).ToConfirm);
    }

    [Fact]
    public async Task What_is_paused_stands_next_to_the_steps_and_never_among_them()
    {
        await school.SignAsync(amelia, version);
        await school.PauseAsync(amelia, new DateOnly(2026, 9, 14), new DateOnly(2026, 12, 18));

        var away = await OwnAsync();

        Assert.Equal((1, 1, false), Progress(away));
        Assert.Equal((1, "1 of 1 steps, 1 paused"), (away.Paused, away.StepsInWords));
        school.Clock.Now = new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal((1, 2, false), Progress(await OwnAsync()));
        Assert.Equal("1 of 2 steps", (await OwnAsync()).StepsInWords);
    }

    [Fact]
    public async Task What_someone_is_exempt_from_or_not_asked_is_no_step()
    {
        await school.BriefAsync(school.Headteacher, amelia.StaffId);
        await school.ConfirmTalkAsync(amelia, (await school.LatestAsync<Briefing>()).Id);
        Assert.Equal((1, 2, false), Progress(await OwnAsync()));

        await school.ExemptAsync(amelia, version, new DateOnly(2026, 9, 14));

        Assert.Equal((1, 1, true), Progress(await OwnAsync()));
    }

    [Fact]
    public async Task A_pack_has_its_own_due_rule()
    {
        var pack = (await school.LatestAsync<InductionPack>()).PackId;
        (await school.DecidePackAsync(office, CeremonySteps.PackOf(policy) with { DueSchoolDays = 2 }, pack)).Value();

        var own = await OwnAsync();

        // Monday the 14th counts as the first day.
        Assert.Equal((new DateOnly(2026, 9, 15), new DateOnly(2026, 9, 15)), (Assert.Single(own.Policies).DueOn, Assert.Single(own.Briefings).DueOn));
    }

    [Fact]
    public async Task Who_started_before_the_pack_or_in_another_group_has_none()
    {
        Assert.Null((await OwnAsync(await school.HireAsync("Grace Adeyemi"))).Pack);
        Assert.Null((await OwnAsync(await school.HireAsync("Priya Nair", Audience.Governor, new DateOnly(2026, 9, 14)))).Pack);
    }

    [Fact]
    public async Task A_decision_on_a_pack_is_another_record_and_a_second_tap_is_none()
    {
        var pack = await school.LatestAsync<InductionPack>();
        await school.DecidePackAsync(office, CeremonySteps.PackOf(policy));
        await school.DecidePackAsync(office, CeremonySteps.PackOf(policy), pack.PackId);
        Assert.Equal(1, await school.CountAsync<InductionPack>());

        await school.DecidePackAsync(office, CeremonySteps.PackOf(policy) with { IsInUse = false }, pack.PackId);

        Assert.Equal(
            (2, 2, false),
            (await school.CountAsync<InductionPack>(), (await school.LatestAsync<InductionPack>()).Number, (await school.LatestAsync<InductionPack>()).IsInUse)
        );
        Assert.Null((await OwnAsync()).Pack);
    }

    [Fact]
    public async Task Only_the_office_and_the_headteacher_decide_packs()
    {
        Assert.True((await school.DecidePackAsync(amelia, CeremonySteps.PackOf(policy))).IsNotFound());
        Assert.True(
            (
                await school.DecidePackAsync(
                    await school.HireAsync("The Lead", roles: AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead),
                    CeremonySteps.PackOf(policy)
                )
            ).IsNotFound()
        );
        Assert.True((await school.DecidePackAsync(office, CeremonySteps.PackOf(policy), Guid.NewGuid())).IsNotFound());
        Assert.Null(await school.AskAsync((InductionQuery query) => query.PacksAsync(amelia, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Everything_that_is_missing_from_a_pack_is_told_at_once() =>
        Assert.Equal(
            ["Name", "Policies", "Due", "From"],
            (await school.DecidePackAsync(office, new InductionPackForm(" ", Audience.Employee, null, [], [("", "")], 61, null)))
                .Errors()
                .Select(error => error.Key)
        );

    [Fact]
    public async Task Each_talk_of_a_pack_has_a_title_of_its_own_and_topics()
    {
        Assert.Equal(
            ["Briefings[0]"],
            Fields(await school.DecidePackAsync(office, CeremonySteps.PackOf(policy) with { Briefings = [("Without topics", " ")] }))
        );
        Assert.Equal(["Briefings[0]"], Fields(await school.DecidePackAsync(office, CeremonySteps.PackOf(policy) with { Briefings = [("", "A topic")] })));
        Assert.Equal(
            ["Briefings[0]"],
            Fields(await school.DecidePackAsync(office, CeremonySteps.PackOf(policy) with { Briefings = [("Same", "One"), ("SAME", "Two")] }))
        );
    }

    [Fact]
    public async Task A_talk_is_recorded_with_who_when_and_topics_in_the_words_that_were_ticked()
    {
        (await school.BriefAsync(school.Headteacher, amelia.StaffId, topics: [" Photographs ", "", "photographs"])).Value();

        var held = await school.LatestAsync<Briefing>();
        Assert.Equal(
            (amelia.StaffId, CeremonySteps.Talk, new DateOnly(2026, 9, 14), "Helen Ashdown"),
            (held.StaffId, held.Title, held.HeldOn, held.BriefedByName)
        );
        Assert.Equal(["Photographs"], held.Topics);
        Assert.Equal("I have talked Amelia Hart through “Safe use of social media”, and they could ask what they did not understand.", held.Statement);
    }

    [Fact]
    public async Task A_second_tap_records_no_talk_twice()
    {
        await school.BriefAsync(school.Headteacher, amelia.StaffId);
        await school.BriefAsync(school.Headteacher, amelia.StaffId);

        Assert.Equal(1, await school.CountAsync<Briefing>());
    }

    [Fact]
    public async Task Line_leads_the_office_the_lead_and_the_headteacher_brief_and_nobody_themselves()
    {
        var teacher = await school.HireAsync("Daniel Okafor");
        Assert.True((await school.BriefAsync(teacher, amelia.StaffId)).IsNotFound());
        Assert.True((await school.BriefAsync(amelia, amelia.StaffId)).IsNotFound());
        Assert.True((await school.BriefAsync(office, office.StaffId)).IsNotFound());
        Assert.True(
            (await school.BriefAsync(await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor), amelia.StaffId)).IsNotFound()
        );
        Assert.True((await school.BriefAsync(office, StaffId.New())).IsNotFound());
        Assert.True((await school.BriefAsync(office, (await school.HireAsync("Gone", endsOn: new DateOnly(2026, 9, 13))).StaffId)).IsNotFound());
        Assert.Null(await school.AskAsync((InductionQuery query) => query.AllAsync(teacher, TestContext.Current.CancellationToken)));

        await using (var db = await school.DbAsync())
        {
            (await db.People.FindAsync([amelia.StaffId], TestContext.Current.CancellationToken))!.LedBy(teacher.StaffId);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await school.BriefAsync(teacher, amelia.StaffId)).Value();
        Assert.Equal(
            ["Amelia Hart"],
            (await school.AskAsync((InductionQuery query) => query.AllAsync(teacher, TestContext.Current.CancellationToken)))!.Select(one =>
                one.Person.FullName
            )
        );
    }

    [Fact]
    public async Task Everything_that_is_missing_from_a_talk_is_told_at_once()
    {
        Assert.Equal(
            ["Title", "HeldOn", "Topics", "Affirms"],
            Fields(await school.BriefAsync(office, amelia.StaffId, " ", new DateOnly(2026, 9, 15), [" "], affirms: false))
        );
        Assert.Equal(["HeldOn"], Fields(await school.BriefAsync(office, amelia.StaffId, heldOn: new DateOnly(2024, 9, 13))));
        Assert.Equal(
            ["Topics"],
            Fields(await school.BriefAsync(office, amelia.StaffId, topics: [.. Enumerable.Range(0, 31).Select(number => $"Topic {number}")]))
        );
    }

    [Fact]
    public async Task A_talk_counts_only_for_the_topics_that_both_sides_confirm()
    {
        await school.BriefAsync(office, amelia.StaffId, topics: ["Photographs"]);
        await school.ConfirmTalkAsync(amelia, (await school.LatestAsync<Briefing>()).Id);

        Assert.Equal(["Friend requests"], Assert.Single((await OwnAsync()).Briefings).MissingTopics);
        Assert.Contains(
            "Photographs. I could ask what I did not understand.",
            (await school.LatestAsync<BriefingConfirmation>()).Statement,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_talk_that_the_person_says_was_not_so_does_not_count_and_the_first_word_stands()
    {
        await school.BriefAsync(office, amelia.StaffId);
        var talk = (await school.LatestAsync<Briefing>()).Id;

        (await school.ConfirmTalkAsync(amelia, talk, tookPlace: false)).Value();
        (await school.ConfirmTalkAsync(amelia, talk, tookPlace: true)).Value();

        Assert.False(Assert.Single((await OwnAsync()).Briefings).IsDone);
        Assert.Equal((1, false), (await school.CountAsync<BriefingConfirmation>(), (await school.LatestAsync<BriefingConfirmation>()).TookPlace));
    }

    [Fact]
    public async Task Nobody_confirms_someone_elses_talk()
    {
        await school.BriefAsync(office, amelia.StaffId);

        Assert.True((await school.ConfirmTalkAsync(school.Headteacher, (await school.LatestAsync<Briefing>()).Id)).IsNotFound());
        Assert.True((await school.ConfirmTalkAsync(amelia, Guid.NewGuid())).IsNotFound());
    }

    [Fact]
    public async Task Unconfirmed_talks_are_chased_like_signatures_and_confirmed_ones_and_the_absent_are_left_out()
    {
        var absent = await school.HireAsync("Wendy Away", startsOn: new DateOnly(2026, 9, 14));
        await school.PauseAsync(absent, new DateOnly(2026, 9, 14));

        Assert.True((await ChaseAsync(amelia, amelia)).IsNotFound());
        Assert.Equal(1, (await ChaseAsync(office, amelia, absent)).Value());
        Assert.Equal(1, (await ChaseAsync(office, amelia)).Value());
        Assert.Equal(1, await school.CountAsync<BriefingChase>());
        school.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, (await ChaseAsync(office, amelia)).Value());
        Assert.Equal(2, await school.CountAsync<BriefingChase>());
        await school.BriefAsync(office, amelia.StaffId);
        await school.ConfirmTalkAsync(amelia, (await school.LatestAsync<Briefing>()).Id);

        Assert.Equal(0, (await ChaseAsync(office, amelia)).Value());
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());

        Task<Result<int>> ChaseAsync(Actor actor, params Actor[] whom) =>
            school.AskAsync(
                (ChaseBriefings chase) =>
                    chase.ExecuteAsync(
                        actor,
                        [.. whom.Select(one => (one.StaffId, CeremonySteps.Talk))],
                        ChaseChannel.InPerson,
                        TestContext.Current.CancellationToken
                    )
            );
    }

    private static (int Done, int Total, bool IsComplete) Progress(PersonInduction own) => (own.Done, own.Total, own.IsComplete);

    private static IEnumerable<string> Fields(Result<Unit> result) => result.Errors().Select(error => error.Key);

    private async Task<PersonInduction> OwnAsync(Actor? who = null) =>
        (await school.AskAsync((InductionQuery query) => query.OwnAsync(who ?? amelia, TestContext.Current.CancellationToken)))!;
}
