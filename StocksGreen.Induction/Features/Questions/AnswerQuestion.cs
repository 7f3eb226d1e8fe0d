using Microsoft.EntityFrameworkCore;
using StocksGreen.Induction.Data.Evidence;
using StocksGreen.Induction.Domain.Access;
using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Permissions;
using StocksGreen.Induction.Domain.Questions;
using StocksGreen.Induction.Domain.Text;

namespace StocksGreen.Induction.Features.Questions;

/// <summary>Records an answer; the reader finds it next to the part that they asked about.</summary>
public sealed class AnswerQuestion(EvidenceWriter evidence, TimeProvider clock)
{
    /// <returns>Not found when there is no such question for the actor.</returns>
    /// <remarks>The same answer sent twice, by a second tap, is one answer.</remarks>
    public Task<Result<Unit>> ExecuteAsync(Actor actor, Guid question, string? text, CancellationToken cancellationToken) =>
        evidence.WriteAsync<Result<Unit>>(
            async (db, log) =>
            {
                if (
                    await db.ReaderQuestions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == question, cancellationToken) is not { } asked
                    || !Permissions.MayAnswer(actor, asked.AskedOf)
                    || asked.StaffId == actor.StaffId
                )
                {
                    return Result.NotFound;
                }

                var words = FreeText.Clean(text);
                if (FreeText.Errors($"Answers[{question}]", words, "Write an answer.", ReaderQuestion.LongestText).ToList() is [_, ..] errors)
                {
                    return Result.Invalid(errors);
                }

                if (
                    !await db.ReaderAnswers.AnyAsync(
                        row => row.QuestionId == question && row.Text == words && row.AnsweredBy == actor.StaffId,
                        cancellationToken
                    )
                )
                {
                    log.Record(
                        new ReaderAnswer(Guid.NewGuid(), EvidenceHash.ToWholeMilliseconds(clock.GetUtcNow()), question, words, actor.StaffId, actor.FullName)
                    );
                }

                return Result.Done;
            },
            cancellationToken
        );
}
