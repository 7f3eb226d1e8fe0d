using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;
using StocksGreen.Induction.Domain.Time;
using StocksGreen.Induction.Features.Reading.Versions;

namespace StocksGreen.Induction.Features.Reading.Quiz;

/// <summary>Records what a reader answered to a question about a part.</summary>
public sealed class AnswerQuiz(EvidenceWriter evidence, TimeProvider clock)
{
    /// <param name="question">Which question, by the id that all its wordings share.</param>
    /// <param name="number">The wording that was on the page.</param>
    /// <param name="chosen">Index of the answer on the page; null when none was chosen.</param>
    /// <param name="before">How often the reader had answered it when the page was shown.</param>
    /// <returns>Not found when there is no such question for the actor.</returns>
    /// <remarks>Nothing is added once the question is answered rightly, nor when the same page is sent twice, by a second tap.</remarks>
    public Task<Result<QuizOutcome>> ExecuteAsync(
        Actor actor,
        VersionId version,
        int ordinal,
        Guid question,
        int number,
        int? chosen,
        int before,
        CancellationToken cancellationToken
    ) =>
        evidence.WriteAsync<Result<QuizOutcome>>(
            async (db, log) =>
            {
                var now = EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow());
                var policy = await PolicyToReadQuery.LoadAsync(db, actor, version, LondonTime.DateIn(now), cancellationToken);
                if (
                    policy?.Line(ordinal) is not { Confirmation: not null } line
                    || policy.Attestation is not null
                    || line.Quiz.FirstOrDefault(asked => asked.Question.QuestionId == question) is not { } standing
                )
                {
                    return Result.NotFound;
                }

                if (standing.Passed is not null)
                {
                    return new QuizOutcome.Right();
                }

                if (standing.Question.Number != number)
                {
                    return Result.Invalid("Answer", "This question was worded again just now. Please read it again.");
                }

                if (chosen is not { } index || index < 0 || index >= standing.Question.Options.Count)
                {
                    return Result.Invalid("Answer", "Choose one of the answers.");
                }

                if (standing.Attempts.Count > before)
                {
                    return new QuizOutcome.Wrong();
                }

                var option = standing.Question.Options[index];
                log.Record(new QuizAttempt(Guid.NewGuid(), now, actor.StaffId, version, ordinal, question, number, option.Text, option.IsRight));
                return option.IsRight ? new QuizOutcome.Right() : new QuizOutcome.Wrong();
            },
            cancellationToken
        );
}
