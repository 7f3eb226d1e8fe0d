using StocksGreen.Induction.Components;
using StocksGreen.Induction.Components.Text;
using StocksGreen.Induction.Data;
using StocksGreen.Induction.Data.Readers;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Chasing.Contact;
using StocksGreen.Induction.Features.Chasing.WhoHasNotSigned;
using StocksGreen.Induction.Features.DueDates;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.DueDates;

public sealed class ExceptionTests : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 9, 14);
    private static readonly DateOnly Due = new(2026, 9, 28);

    private TestSchool school = null!;
    private Actor amelia = null!;
    private Actor office = null!;
    private PolicyId policy;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        (amelia, office) = (await school.HireAsync("Amelia Hart"), await school.HireOfficeAsync());
        version = await school.PublishAsync();
        await using var db = await school.DbAsync();
        policy = (await db.ReadVersionsAsync(TestContext.Current.CancellationToken)).Single().PolicyId;
    }

    public async ValueTask DisposeAsync()
    {
        Assert.IsType<ChainVerdict.Intact>(await school.VerifyAsync());
        await school.DisposeAsync();
    }

    [Fact]
    public async Task An_extension_moves_the_due_day_is_seen_by_the_reader_and_leaves_earlier_days_as_they_were()
    {
        Later(9, 30);
        Assert.Equal((Due, StandingKind.Overdue), await AtAsync(amelia, new DateOnly(2026, 9, 30)));

        Assert.Equal(new ExtendedDue(1, 0), (await ExtendAsync(office, [amelia], new DateOnly(2026, 10, 9))).Value());

        Assert.Equal((new DateOnly(2026, 10, 9), StandingKind.Due), await AtAsync(amelia, new DateOnly(2026, 9, 30)));
        Assert.Equal((Due, StandingKind.Overdue), await AtAsync(amelia, new DateOnly(2026, 9, 29)));
        var open = Assert.Single((await school.AskAsync((MyReadingQuery query) => query.ExecuteAsync(amelia, TestContext.Current.CancellationToken)))!.ToSign);
        Assert.Equal("Extended to Friday 9 October 2026 by Ruth Pemberton", DueText.Extended(open.Extension!, open.DueOn));
    }

    [Fact]
    public async Task An_extension_to_a_day_on_which_someone_does_not_work_reaches_to_their_next_working_day()
    {
        await ExtendAsync(office, [amelia], new DateOnly(2026, 10, 10));

        Assert.Equal(new DateOnly(2026, 10, 12), (await AtAsync(amelia, Monday)).DueOn);
    }

    [Fact]
    public async Task Many_are_extended_at_once_each_with_an_entry_of_their_own_and_anyone_who_need_not_be_is_left_out()
    {
        var (signed, second) = (await school.HireAsync("Grace Adeyemi"), await school.HireAsync("Imogen Castell"));
        await school.SignAsync(signed, version);

        Assert.Equal(new ExtendedDue(2, 1), (await ExtendAsync(office, [amelia, signed, second], new DateOnly(2026, 10, 9))).Value());

        Assert.Equal(2L, await school.ScalarAsync("SELECT COUNT(*) FROM Evidence WHERE Kind = 'DueExtended'"));
    }

    [Fact]
    public async Task A_shorter_extension_never_takes_days_away()
    {
        await ExtendAsync(office, [amelia], new DateOnly(2026, 10, 9));

        Assert.Equal(["Until"], Fields(await ExtendAsync(office, [amelia], new DateOnly(2026, 10, 1))));
        Assert.Equal(new DateOnly(2026, 10, 9), (await AtAsync(amelia, Monday)).DueOn);
    }

    [Fact]
    public async Task An_extension_is_of_what_was_asked_then_and_not_of_a_later_version()
    {
        await ExtendAsync(office, [amelia], new DateOnly(2027, 1, 8));
        await school.SignAsync(amelia, version);
        Later(10, 5);
        await school.PublishAsync(SmallPolicy.Amended);

        Assert.Equal((new DateOnly(2026, 10, 19), StandingKind.Due), await AtAsync(amelia, new DateOnly(2026, 10, 5)));
    }

    [Fact]
    public async Task An_extension_without_reason_or_with_a_day_that_cannot_be_is_refused()
    {
        Assert.Equal(
            ["Reason", "Until"],
            Fields(
                await school.AskAsync(
                    (ExtendDue extend) => extend.ExecuteAsync(office, [(amelia.StaffId, policy)], " ", Monday, TestContext.Current.CancellationToken)
                )
            )
        );
        Assert.Equal(["Until"], Fields(await ExtendAsync(office, [amelia], Monday.AddYears(2))));
        Assert.True((await ExtendAsync(amelia, [amelia], new DateOnly(2026, 10, 9))).IsNotFound());
        Assert.True((await ExtendAsync(office, [], new DateOnly(2026, 10, 9))).IsNotFound());
        Assert.Equal(0L, await school.ScalarAsync("SELECT COUNT(*) FROM Extensions"));
    }

    [Fact]
    public async Task The_headteacher_alone_exempts_and_the_office_may_not()
    {
        Assert.True((await ExemptAsync(office)).IsNotFound());
        (await ExemptAsync(school.Headteacher)).Value();

        Assert.Equal(StandingKind.Exempt, (await AtAsync(amelia, Monday)).Kind);
        Assert.Equal(["Reason"], (await ExemptAsync(school.Headteacher)).Errors().Select(error => error.Key));
    }

    [Fact]
    public async Task An_exemption_counts_from_when_it_was_entered_whatever_day_it_names()
    {
        Later(10, 1);
        await ExemptAsync(school.Headteacher, from: Monday);

        Assert.Equal((Due, StandingKind.Overdue), await AtAsync(amelia, new DateOnly(2026, 9, 30)));
        Assert.Equal(StandingKind.Exempt, (await AtAsync(amelia, new DateOnly(2026, 10, 1))).Kind);
    }

    [Fact]
    public async Task After_an_exemption_that_ends_someone_has_as_long_as_a_new_starter()
    {
        await ExemptAsync(school.Headteacher, until: new DateOnly(2026, 11, 1));

        Assert.Equal(StandingKind.Exempt, (await AtAsync(amelia, new DateOnly(2026, 11, 1))).Kind);
        Assert.Equal((new DateOnly(2026, 11, 6), StandingKind.Due), await AtAsync(amelia, new DateOnly(2026, 11, 2)));
    }

    [Fact]
    public async Task Ending_an_exemption_is_a_decision_of_its_own_and_what_stood_before_stays()
    {
        await ExemptAsync(school.Headteacher);
        var exemption = Guid.Parse((string)(await school.ScalarAsync("SELECT Id FROM Exemptions"))!);
        Later(10, 5);
        Assert.True((await EndAsync(office, exemption, "Stays after all.")).IsNotFound());
        Assert.Equal(["Reason"], (await EndAsync(school.Headteacher, exemption, "")).Errors().Select(error => error.Key));

        (await EndAsync(school.Headteacher, exemption, "Stays after all.")).Value();

        Assert.Equal(StandingKind.Exempt, (await AtAsync(amelia, new DateOnly(2026, 10, 4))).Kind);
        Assert.Equal((new DateOnly(2026, 10, 9), StandingKind.Due), await AtAsync(amelia, new DateOnly(2026, 10, 5)));
        Assert.True((await EndAsync(school.Headteacher, exemption, "Twice.")).IsNotFound());
        Assert.Equal(1L, await school.ScalarAsync("SELECT COUNT(*) FROM ExemptionEnds"));
    }

    [Fact]
    public async Task Who_has_signed_or_is_not_asked_needs_no_exemption()
    {
        await school.SignAsync(amelia, version);
        var visitor = await school.HireAsync("A Visitor", Audience.Visitor);

        Assert.Equal(
            ["They have signed it, so there is nothing to exempt them from."],
            (await ExemptAsync(school.Headteacher)).Errors().Select(error => error.Sentence)
        );
        Assert.True(
            (
                await school.AskAsync(
                    (ExemptPerson exempt) =>
                        exempt.ExecuteAsync(school.Headteacher, visitor.StaffId, policy, "No.", Monday, null, TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
    }

    [Fact]
    public async Task The_office_sees_what_one_person_is_asked_and_what_is_not_issued_to_them()
    {
        await school.PublishAsync(SmallPolicy.Text with { Title = "Governors’ Policy" }, [Audience.Governor]);
        await ExtendAsync(office, [amelia], new DateOnly(2026, 10, 9));

        var seen = (
            await school.AskAsync((PersonRequirementsQuery query) => query.ExecuteAsync(office, amelia.StaffId, TestContext.Current.CancellationToken))
        )!;

        Assert.Equal(
            [("Governors’ Policy", StandingKind.NotIssued), ("Visitors Policy", StandingKind.Due)],
            seen.Lines.Select(line => (line.Policy.Title, line.Standing.Kind))
        );
        Assert.Equal("Ruth Pemberton", seen.Lines[1].Requirement!.Extension!.DecidedByName);
        Assert.Null(
            await school.AskAsync((PersonRequirementsQuery query) => query.ExecuteAsync(amelia, amelia.StaffId, TestContext.Current.CancellationToken))
        );
        Assert.Null(await school.AskAsync((PersonRequirementsQuery query) => query.ExecuteAsync(office, StaffId.New(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void An_address_names_whom_to_extend_and_nonsense_in_it_is_left_out()
    {
        (StaffId, PolicyId)[] whom = [(StaffId.New(), PolicyId.New()), (StaffId.New(), PolicyId.New())];
        var names = Urls.Extend(whom).Split('?')[1].Split('&').Select(pair => pair["for=".Length..]).ToList();

        Assert.Equal(whom, Urls.Extended([.. names, "", "nonsense", new string('!', 43), new string('é', 43)]));
        Assert.Empty(Urls.Extended(null));
    }

    /// <summary>An address holds some 150 of them; what was above that used to vanish without a word.</summary>
    [Fact]
    public async Task As_many_as_were_chosen_get_more_time_and_no_one_else_may_use_the_choice()
    {
        var people = new List<StaffId>();
        for (var number = 0; number < 160; number++)
        {
            people.Add((await school.HireAsync($"Many {number}")).StaffId);
        }

        var choice = (await school.AskAsync((ChoosePeople choose) => choose.ExecuteAsync(office, people, TestContext.Current.CancellationToken))).Value();

        var whom = await ChosenAsync(office);
        Assert.Equal(people.ToHashSet(), whom.Select(one => one.StaffId).ToHashSet());
        Assert.Equal(
            160,
            (await school.AskAsync((PersonRequirementsQuery query) => query.ToExtendAsync(office, whom, TestContext.Current.CancellationToken))).Count
        );
        Assert.Empty(await ChosenAsync(school.Headteacher));
        Assert.Empty(await ChosenAsync(office, PolicyId.New()));

        Task<IReadOnlyCollection<(StaffId StaffId, PolicyId PolicyId)>> ChosenAsync(Actor actor, PolicyId? policy = null) =>
            school.AskAsync((PersonRequirementsQuery query) => query.ChosenAsync(actor, choice, policy, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Fields(Result<ExtendedDue> result) => result.Errors().Select(error => error.Key);

    private void Later(int month, int day) => school.Clock.Now = new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.Zero);

    private async Task<(DateOnly DueOn, StandingKind Kind)> AtAsync(Actor person, DateOnly day)
    {
        await using var db = await school.DbAsync();
        var requirement = Assert.Single(
            (await db.ReadSchoolFactsAsync(person.StaffId, TestContext.Current.CancellationToken)).RequirementsAt(day),
            requirement => requirement.Policy.Id == policy
        );
        return (requirement.DueOn, requirement.Standing.Kind);
    }

    private Task<Result<ExtendedDue>> ExtendAsync(Actor actor, IReadOnlyList<Actor> whom, DateOnly until) =>
        school.AskAsync(
            (ExtendDue extend) =>
                extend.ExecuteAsync(
                    actor,
                    [.. whom.Select(person => (person.StaffId, policy))],
                    "On a course all week.",
                    until,
                    TestContext.Current.CancellationToken
                )
        );

    private Task<Result<Unit>> ExemptAsync(Actor actor, DateOnly? from = null, DateOnly? until = null) =>
        school.AskAsync(
            (ExemptPerson exempt) =>
                exempt.ExecuteAsync(actor, amelia.StaffId, policy, "Leaves at Christmas.", from ?? Monday, until, TestContext.Current.CancellationToken)
        );

    private Task<Result<Unit>> EndAsync(Actor actor, Guid exemption, string reason) =>
        school.AskAsync((EndExemption end) => end.ExecuteAsync(actor, exemption, reason, TestContext.Current.CancellationToken));
}
