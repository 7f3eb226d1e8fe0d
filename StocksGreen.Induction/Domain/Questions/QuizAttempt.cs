using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>That a reader answered a question about a part, rightly or not.</summary>
/// <param name="QuestionNumber">Of the wording that was answered.</param>
/// <param name="Chosen">The answer, verbatim.</param>
[Evidence("QuizAnswered", "QuizAttempts", "answer to a quiz question", GoesWithItsFacts = true)]
public sealed record QuizAttempt(
    Guid Id,
    DateTimeOffset At,
    StaffId StaffId,
    VersionId VersionId,
    int Ordinal,
    Guid QuestionId,
    int QuestionNumber,
    string Chosen,
    bool IsRight
) : SealedRecord(Id, At)
{
    public override string Form => "attempt/1";
}
