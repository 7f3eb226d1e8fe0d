using StocksGreen.Induction.Data;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Requirements;
using StocksGreen.Induction.Domain.Staff;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Questions;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Asking;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading.Asking;

/// <summary>"I don't understand this yet", and what comes of it.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private const int Badges = 2;

    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart", startsOn: new DateOnly(2026, 9, 14));
        version = await school.PublishAsync();
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_question_goes_to_a_person_by_name_and_is_kept_as_it_was_asked()
    {
        (await school.AskOfHeadAsync(amelia, version, Badges, "  What is\r\na badge?\u0007 ")).Value();

        var asked = await school.LatestAsync<ReaderQuestion>();
        Assert.Equal(
            new ReaderQuestion(
                asked.Id,
                school.Clock.Now,
                amelia.StaffId,
                version,
                Badges,
                "1.1 Badges",
                "What is\na badge?",
                school.Headteacher.StaffId,
                "Helen Ashdown"
            )
            {
                EvidenceNumber = asked.EvidenceNumber,
            },
            asked
        );
    }

    [Fact]
    public async Task The_office_sees_with_whom_a_question_waits_and_not_what_it_says()
    {
        var office = await school.HireOfficeAsync();
        (await school.AskOfHeadAsync(amelia, version, Badges, "Something private")).Value();

        var questions = (await school.AskAsync((QuestionsQuery query) => query.ExecuteAsync(office, TestContext.Current.CancellationToken)))!;

        Assert.Empty(questions.Open);
        Assert.Equal(
            [new WaitingElsewhere("Amelia Hart", "Visitors Policy, version 1", "1.1 Badges", "Helen Ashdown", school.Clock.Now, Email: null)],
            questions.Elsewhere.Select(waiting => waiting with { Email = null })
        );
        Assert.Empty(
            (await school.AskAsync((QuestionsQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)))!.Elsewhere
        );
    }

    [Fact]
    public async Task A_second_tap_asks_nothing_twice()
    {
        await school.AskOfHeadAsync(amelia, version, Badges);
        await school.AskOfHeadAsync(amelia, version, Badges);

        Assert.Equal(1, await school.CountAsync<ReaderQuestion>());
    }

    [Theory]
    [InlineData("", "Write what you do not understand yet. A few words are enough.")]
    [InlineData("\u0001 ", "Write what you do not understand yet. A few words are enough.")]
    [InlineData(null, "Write at most 2000 characters; this has 2001.")]
    public async Task A_question_has_words_and_not_too_many(string? text, string sentence)
    {
        var outcome = await school.AskOfHeadAsync(amelia, version, Badges, text ?? new string('x', 2001));

        Assert.Equal([new ValidationError("Text", sentence)], outcome.Errors());
        Assert.Equal(0, await school.CountAsync<ReaderQuestion>());
    }

    [Fact]
    public async Task Only_the_line_lead_the_safeguarding_lead_and_the_headteacher_are_asked()
    {
        var stranger = await school.HireAsync("Daniel Okafor");

        var outcome = await school.AskAsync(
            (AskQuestion ask) => ask.ExecuteAsync(amelia, version, Badges, "Why?", stranger.StaffId, TestContext.Current.CancellationToken)
        );

        Assert.Equal([new ValidationError("AskedOf", "Choose whom to ask.")], outcome.Errors());
        await LeadAsync(amelia, stranger);
        var page = await school.AskAsync((QuestionToAskQuery query) => query.ExecuteAsync(amelia, version, Badges, TestContext.Current.CancellationToken));
        Assert.Equal(
            [("Daniel Okafor", "Your line lead"), ("Helen Ashdown", "Designated Safeguarding Lead")],
            page!.People.Select(person => (person.FullName, person.Role))
        );
    }

    [Fact]
    public async Task A_part_that_is_not_asked_of_someone_cannot_be_asked_about()
    {
        Assert.True((await school.AskOfHeadAsync(amelia, version, 99)).IsNotFound());
        Assert.True((await school.AskOfHeadAsync(amelia, VersionId.New(), Badges)).IsNotFound());
        Assert.True((await school.AskOfHeadAsync(await school.HireAsync("A Visitor", Audience.Visitor), version, Badges)).IsNotFound());
        await school.SignAsync(amelia, version);
        Assert.True((await school.AskOfHeadAsync(amelia, version, Badges)).IsNotFound());
    }

    [Fact]
    public async Task Signing_waits_for_the_answer_without_blame_and_someone_who_understands_after_all_need_not_wait()
    {
        await school.ReadAsync(amelia, version);
        school.Clock.Now += TimeSpan.FromMinutes(1);
        await school.AskOfHeadAsync(amelia, version, Badges);

        Assert.Equal(
            [
                new ValidationError(
                    "Parts",
                    "Your question about 1.1 Badges is not answered yet, and signing waits for it. If you understand it now, confirm that part."
                ),
            ],
            (await school.TrySignAsync(amelia, version)).Errors()
        );
        school.Clock.Now += TimeSpan.FromDays(30);
        var standing = (
            await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken))
        )!.Standing;
        Assert.Equal((StandingKind.Due, true), (standing.Kind, standing.IsWaiting));

        (await school.AnswerAsync(school.Headteacher, (await school.LatestAsync<ReaderQuestion>()).Id)).Value();

        Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, version)).Value());
    }

    [Fact]
    public async Task Confirming_after_asking_says_that_it_is_understood_now()
    {
        await school.AskOfHeadAsync(amelia, version, Badges);
        school.Clock.Now += TimeSpan.FromMinutes(1);

        await school.SignAsync(amelia, version);

        (await school.AnswerAsync(school.Headteacher, (await school.LatestAsync<ReaderQuestion>()).Id)).Value();
    }

    [Fact]
    public async Task Anyone_who_waited_has_two_school_days_after_the_answer()
    {
        await school.AskOfHeadAsync(amelia, version, Badges);
        school.Clock.Now += TimeSpan.FromDays(10);
        (await school.AnswerAsync(school.Headteacher, (await school.LatestAsync<ReaderQuestion>()).Id)).Value();

        var reading = (await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken)))!;

        // Answered on Thursday 24 September; first due on Friday 18.
        Assert.Equal((new DateOnly(2026, 9, 28), StandingKind.Due), (reading.DueOn, reading.Standing.Kind));
    }

    [Fact]
    public async Task Only_the_person_asked_the_lead_and_the_headteacher_answer()
    {
        await school.AskOfHeadAsync(amelia, version, Badges);
        var question = (await school.LatestAsync<ReaderQuestion>()).Id;

        Assert.True((await school.AnswerAsync(await school.HireOfficeAsync(), question)).IsNotFound());
        Assert.True((await school.AnswerAsync(await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor), question)).IsNotFound());
        Assert.True((await school.AnswerAsync(amelia, question)).IsNotFound());
        Assert.True((await school.AnswerAsync(school.Headteacher, Guid.NewGuid())).IsNotFound());
        Assert.Equal([new ValidationError($"Answers[{question}]", "Write an answer.")], (await school.AnswerAsync(school.Headteacher, question, " ")).Errors());
        Assert.Equal(0, await school.CountAsync<ReaderAnswer>());
    }

    [Fact]
    public async Task Nobody_answers_a_question_of_their_own()
    {
        var deputy = await school.HireAsync("The Lead", roles: AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead);
        await school.AskOfHeadAsync(deputy, version, Badges);

        Assert.True((await school.AnswerAsync(deputy, (await school.LatestAsync<ReaderQuestion>()).Id)).IsNotFound());
    }

    [Fact]
    public async Task An_answer_is_kept_next_to_the_part_once_however_often_it_is_sent_and_a_second_one_may_follow()
    {
        await school.AskOfHeadAsync(amelia, version, Badges);
        var question = (await school.LatestAsync<ReaderQuestion>()).Id;
        await school.AnswerAsync(school.Headteacher, question, "A card.");
        await school.AnswerAsync(school.Headteacher, question, "A card.");
        await school.AnswerAsync(school.Headteacher, question, "With your name on it.");

        var line = (await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken)))!.Line(
            Badges
        )!;

        Assert.Equal(
            [("A card.", "Helen Ashdown"), ("With your name on it.", "Helen Ashdown")],
            Assert.Single(line.Questions).Answers.Select(answer => (answer.Text, answer.AnsweredByName))
        );
    }

    [Fact]
    public async Task Another_way_is_recorded_once_counted_and_moves_no_date()
    {
        var before = (await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken)))!.DueOn;
        await school.AskAnotherWayAsync(amelia, version);
        await school.AskAnotherWayAsync(amelia, version);

        var request = await school.LatestAsync<AdjustmentRequest>();
        Assert.Equal((1, Adjustment.LargePrint, "20 point"), (await school.CountAsync<AdjustmentRequest>(), request.Way, request.Note));
        Assert.Equal(
            before,
            (await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken)))!.DueOn
        );
        var way = Assert.Single(
            (await school.AskAsync((OtherWaysQuery query) => query.ExecuteAsync(school.Headteacher, TestContext.Current.CancellationToken)))!
        );
        Assert.Equal(("Amelia Hart", "Visitors Policy", 0), (way.FullName, way.Policy, way.Made.Count));
    }

    [Theory]
    [InlineData(null, "", "Way", "Choose what you need.")]
    [InlineData((Adjustment)99, "", "Way", "Choose what you need.")]
    [InlineData(Adjustment.Other, " ", "Note", "Say in a few words what you need.")]
    public async Task Another_way_says_which(Adjustment? way, string note, string key, string sentence) =>
        Assert.Equal([new ValidationError(key, sentence)], (await school.AskAnotherWayAsync(amelia, version, way, note)).Errors());

    [Fact]
    public async Task Another_way_of_what_someone_need_not_sign_is_not_found() =>
        Assert.True((await school.AskAnotherWayAsync(await school.HireAsync("A Visitor", Audience.Visitor), version)).IsNotFound());

    [Fact]
    public async Task The_office_records_what_was_done_and_nobody_else()
    {
        await school.AskAnotherWayAsync(amelia, version);
        var request = (await school.LatestAsync<AdjustmentRequest>()).Id;
        var office = await school.HireOfficeAsync();

        Assert.True((await DoneAsync(amelia, request)).IsNotFound());
        Assert.True((await DoneAsync(office, Guid.NewGuid())).IsNotFound());
        Assert.Equal([new ValidationError($"Adjustments[{request}]", "Say what was done, in a few words.")], (await DoneAsync(office, request, "")).Errors());
        (await DoneAsync(office, request)).Value();
        (await DoneAsync(office, request)).Value();

        var made = await school.LatestAsync<AdjustmentMade>();
        Assert.Equal((1, "Printed.", "Ruth Pemberton"), (await school.CountAsync<AdjustmentMade>(), made.What, made.MadeByName));

        Task<Result<Unit>> DoneAsync(Actor actor, Guid id, string what = "Printed.") =>
            school.AskAsync((RecordAdjustment record) => record.ExecuteAsync(actor, id, what, TestContext.Current.CancellationToken));
    }

    private async Task LeadAsync(Actor person, Actor lead)
    {
        await using var db = await school.DbAsync();
        (await db.People.FindAsync([person.StaffId], TestContext.Current.CancellationToken))!.LedBy(lead.StaffId);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
