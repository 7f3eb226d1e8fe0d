using StocksGreen.Induction.Domain.Evidence;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>What became of an e-mail. One that was accepted may come back later; the latest outcome holds.</summary>
/// <param name="NoticeId">Of the <see cref="Notice"/>.</param>
/// <param name="Channel">How it was sent: "mail server mail.school.example:587".</param>
/// <param name="Detail">What the server said, or why.</param>
[Evidence("NoticeAnswered", "NoticeOutcomes", "outcome of an e-mail", GoesWithItsFacts = true)]
public sealed record NoticeOutcome(Guid Id, DateTimeOffset At, Guid NoticeId, NoticeResult Result, string Channel, string Detail) : SealedRecord(Id, At)
{
    public override string Form => "notice-outcome/1";
}
