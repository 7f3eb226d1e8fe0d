using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Privacy;

/// <summary>What the school answered to a request about personal data. Papers that were signed before keep what they said on their day.</summary>
[Evidence("PrivacyAnswered", "PrivacyAnswers", "answer about personal data", GoesWithItsFacts = true)]
public sealed record PrivacyAnswer(Guid Id, DateTimeOffset At, Guid RequestId, string Text, StaffId AnsweredBy, string AnsweredByName) : SealedRecord(Id, At)
{
    public override string Form => "privacy-answer/1";
}
