using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Features.Questions;
using StocksGreen.Induction.Features.Reading;
using StocksGreen.Induction.Features.Reading.Quiz;
using StocksGreen.Induction.Features.Reading.Versions;
using StocksGreen.Induction.Tests.Support;
using StocksGreen.Induction.Tests.Support.Schools;

namespace StocksGreen.Induction.Tests.Features.Reading.Quiz;

/// <summary>Questions that show whether a part was understood: written by the office, answered by readers.</summary>
public sealed class QuizTests : IAsyncLifetime
{
    private const int Badges = 2;

    private TestSchool school = null!;
    private Actor amelia = null!;
    private VersionId version;
    private PolicyId policy;
    private Guid question;

    public async ValueTask InitializeAsync()
    {
        school = await TestSchool.OpenAsync();
        amelia = await school.HireAsync("Amelia Hart");
        version = await school.PublishAsync();
        policy = await school.PolicyOfAsync(version);
        question = await school.WriteQuizQuestionAsync(policy);
    }

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_question_comes_once_its_part_is_confirmed_and_signing_waits_for_the_right_answer()
    {
        Assert.True((await school.AnswerCheckAsync(amelia, version, Badges, question, 0)).IsNotFound());
        await school.ConfirmAsync(amelia, version, 0);
        await school.ConfirmAsync(amelia, version, 1);
        Assert.IsType<ConfirmOutcome.Quiz>((await school.ConfirmAsync(amelia, version, Badges)).Value());

        Assert.Equal([new ValidationError("Parts", "Answer the question about 1.1 Badges first.")], (await school.TrySignAsync(amelia, version)).Errors());
        Assert.IsType<QuizOutcome.Wrong>((await school.AnswerCheckAsync(amelia, version, Badges, question, 1)).Value());
        Assert.NotEmpty((await school.TrySignAsync(amelia, version)).Errors());
        Assert.IsType<QuizOutcome.Right>((await school.AnswerCheckAsync(amelia, version, Badges, question, 0, before: 1)).Value());
        Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, version)).Value());
    }

    [Fact]
    public async Task Wording_answer_and_time_of_each_attempt_are_evidence()
    {
        await school.ConfirmAsync(amelia, version, Badges);
        await school.AnswerCheckAsync(amelia, version, Badges, question, 1);

        var attempt = await school.LatestAsync<QuizAttempt>();
        Assert.Equal(
            new QuizAttempt(attempt.Id, school.Clock.Now, amelia.StaffId, version, Badges, question, 1, "In a pocket", false)
            {
                EvidenceNumber = attempt.EvidenceNumber,
            },
            attempt
        );
    }

    [Fact]
    public async Task A_second_tap_is_no_second_attempt()
    {
        await school.ConfirmAsync(amelia, version, Badges);
        Assert.IsType<QuizOutcome.Wrong>((await school.AnswerCheckAsync(amelia, version, Badges, question, 1)).Value());
        Assert.IsType<QuizOutcome.Wrong>((await school.AnswerCheckAsync(amelia, version, Badges, question, 1)).Value());
        Assert.IsType<QuizOutcome.Right>((await school.AnswerCheckAsync(amelia, version, Badges, question, 0, before: 1)).Value());
        Assert.IsType<QuizOutcome.Right>((await school.AnswerCheckAsync(amelia, version, Badges, question, 0, before: 1)).Value());
        Assert.IsType<QuizOutcome.Right>((await school.AnswerCheckAsync(amelia, version, Badges, question, 1, before: 2)).Value());

        Assert.Equal(2, await school.CountAsync<QuizAttempt>());
    }

    [Theory]
    [InlineData(null, 1, "Choose one of the answers.")]
    [InlineData(-1, 1, "Choose one of the answers.")]
    [InlineData(2, 1, "Choose one of the answers.")]
    [InlineData(0, 2, "This question was worded again just now. Please read it again.")]
    public async Task An_answer_is_one_of_those_on_the_page(int? chosen, int number, string sentence)
    {
        await school.ConfirmAsync(amelia, version, Badges);

        Assert.Equal(
            [new ValidationError("Answer", sentence)],
            (await school.AnswerCheckAsync(amelia, version, Badges, question, chosen, number: number)).Errors()
        );
        Assert.Equal(0, await school.CountAsync<QuizAttempt>());
    }

    [Fact]
    public async Task A_question_of_another_part_or_nobodys_is_not_found()
    {
        await school.ConfirmAsync(amelia, version, 1);
        await school.ConfirmAsync(amelia, version, Badges);

        Assert.True((await school.AnswerCheckAsync(amelia, version, 1, question, 0)).IsNotFound());
        Assert.True((await school.AnswerCheckAsync(amelia, version, Badges, Guid.NewGuid(), 0)).IsNotFound());
        Assert.True((await school.AnswerCheckAsync(amelia, VersionId.New(), Badges, question, 0)).IsNotFound());
    }

    [Fact]
    public async Task A_new_wording_keeps_the_old_one_and_asks_nobody_again_who_was_right()
    {
        await school.ConfirmAsync(amelia, version, Badges);
        await school.AnswerCheckAsync(amelia, version, Badges, question, 0);

        (await WriteAsync(school.Headteacher, CeremonySteps.QuizQuestionOn(text: "And where do you wear it?"), question)).Value();

        Assert.Equal(2, await school.CountAsync<QuizQuestion>());
        Assert.Equal(2, (await school.LatestAsync<QuizQuestion>()).Number);
        Assert.Null(
            (await school.AskAsync((PolicyToReadQuery query) => query.ExecuteAsync(amelia, version, TestContext.Current.CancellationToken)))!
                .Line(Badges)!
                .OpenQuestion
        );
    }

    [Fact]
    public async Task A_question_that_is_no_longer_asked_holds_nobody_up()
    {
        await school.ReadButCheckAsync(amelia, version);
        Assert.NotEmpty((await school.TrySignAsync(amelia, version)).Errors());

        await WriteAsync(school.Headteacher, CeremonySteps.QuizQuestionOn() with { IsInUse = false }, question);

        Assert.IsType<SignOutcome.Signed>((await school.TrySignAsync(amelia, version)).Value());
    }

    [Fact]
    public async Task A_second_tap_writes_no_question_twice()
    {
        await WriteAsync(school.Headteacher, CeremonySteps.QuizQuestionOn());
        await WriteAsync(school.Headteacher, CeremonySteps.QuizQuestionOn(), question);

        Assert.Equal(1, await school.CountAsync<QuizQuestion>());
    }

    [Fact]
    public async Task Teachers_and_governors_write_no_questions()
    {
        Assert.True((await WriteAsync(amelia, CeremonySteps.QuizQuestionOn(text: "Mine?"))).IsNotFound());
        Assert.True(
            (
                await WriteAsync(
                    await school.HireAsync("June Cooke", roles: AccessRoles.Staff | AccessRoles.Governor),
                    CeremonySteps.QuizQuestionOn(text: "Mine?")
                )
            ).IsNotFound()
        );
        Assert.True((await WriteAsync(school.Headteacher, CeremonySteps.QuizQuestionOn(text: "Mine?"), Guid.NewGuid())).IsNotFound());
        Assert.True(
            (
                await school.AskAsync(
                    (WriteQuizQuestion write) =>
                        write.ExecuteAsync(school.Headteacher, PolicyId.New(), null, CeremonySteps.QuizQuestionOn(), TestContext.Current.CancellationToken)
                )
            ).IsNotFound()
        );
        Assert.Null(await school.AskAsync((QuizQuery query) => query.ExecuteAsync(amelia, policy, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Everything_that_is_missing_from_a_question_is_told_at_once() =>
        Assert.Equal(
            [
                new ValidationError("Part", "Choose the part that the question is about."),
                new ValidationError("Text", "Write the question."),
                new ValidationError("Options[0]", "Write at least two answers."),
                new ValidationError("Right", "Mark the right answer."),
                new ValidationError("Why", "Say why it is right: readers see it once they have answered."),
            ],
            (await WriteAsync(school.Headteacher, new QuizQuestionForm("No such part", " ", ["", "One"], 0, null))).Errors()
        );

    [Fact]
    public async Task Two_answers_that_are_the_same_are_refused_and_long_ones_too()
    {
        Assert.Equal(
            [new ValidationError("Options[0]", "Two answers are the same.")],
            (await WriteAsync(school.Headteacher, new QuizQuestionForm("Badges", "Q?", ["Yes", "YES"], 0, "W"))).Errors()
        );
        Assert.Equal(
            [new ValidationError("Options[0]", "Shorten the answers to 300 characters each.")],
            (await WriteAsync(school.Headteacher, new QuizQuestionForm("Badges", "Q?", ["Yes", new string('x', 301)], 0, "W"))).Errors()
        );
    }

    [Fact]
    public void At_least_eight_good_questions_come_along_for_the_social_media_policy()
    {
        var samples = SampleQuiz.For("Social Media Policy");

        Assert.True(samples.Count >= 8);
        Assert.Equal(samples.Count, samples.Select(sample => sample.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            samples,
            sample =>
                Assert.True(sample is { Text.Length: > 20, Why.Length: > 20, Right: { } right } && sample.Options.Count >= 2 && right < sample.Options.Count)
        );
        foreach (var dilemma in new[] { "friend request", "former pupil", "fair", "surveyor" })
        {
            Assert.Contains(samples, sample => sample.Text!.Contains(dilemma, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Empty(SampleQuiz.For("Visitors Policy"));
    }

    [Fact]
    public async Task The_most_missed_parts_are_listed_for_the_lead_without_names()
    {
        foreach (var (name, isWrong) in new[] { ("One", true), ("Two", true), ("Three", false) })
        {
            var reader = await school.HireAsync(name);
            await school.ConfirmAsync(reader, version, Badges);
            await school.AnswerCheckAsync(reader, version, Badges, question, isWrong ? 1 : 0);
            await school.AnswerCheckAsync(reader, version, Badges, question, 0, before: 1);
        }

        var lead = await school.HireAsync("The Lead", roles: AccessRoles.Staff | AccessRoles.DesignatedSafeguardingLead);
        var questions = await school.AskAsync((QuestionsQuery query) => query.ExecuteAsync(lead, TestContext.Current.CancellationToken));

        Assert.Equal([new MissedPart("Visitors Policy", "1.1 Badges", 3, 2)], questions!.Missed);
        Assert.Null(await school.AskAsync((QuestionsQuery query) => query.ExecuteAsync(amelia, TestContext.Current.CancellationToken)));
    }

    private Task<Result<Unit>> WriteAsync(Actor actor, QuizQuestionForm form, Guid? id = null) =>
        school.AskAsync((WriteQuizQuestion write) => write.ExecuteAsync(actor, policy, id, form, TestContext.Current.CancellationToken));
}
