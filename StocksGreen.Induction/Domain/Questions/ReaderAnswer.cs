using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>What a reader was answered; a question may get more than one answer.</summary>
[Evidence("QuestionAnswered", "ReaderAnswers", "answer", GoesWithItsFacts = true)]
public sealed record ReaderAnswer(Guid Id, DateTimeOffset At, Guid QuestionId, string Text, StaffId AnsweredBy, string AnsweredByName) : SealedRecord(Id, At)
{
    public override string Form => "answer/1";
}
