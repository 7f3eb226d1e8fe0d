using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;
using StocksGreen.Induction.Domain.Time;

namespace StocksGreen.Induction.Domain.Privacy;

/// <summary>That a person asked for a correction of their record, or complained.</summary>
/// <param name="Text">In their own words.</param>
[Evidence("PrivacyAsked", "PrivacyRequests", "request about personal data", GoesWithItsFacts = true)]
public sealed record PrivacyRequest(Guid Id, DateTimeOffset At, StaffId StaffId, PrivacyRequestKind Kind, string Text) : SealedRecord(Id, At)
{
    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 2000;

    /// <summary>Days within which a complaint must be said to have arrived, and within which the school answers a request.</summary>
    /// <remarks>Data (Use and Access) Act 2025: a complaint is acknowledged within 30 days.</remarks>
    public const int AnswerDays = 30;

    /// <summary>Last day on which an answer is in time, in Europe/London.</summary>
    public DateOnly DueOn => LondonTime.DateIn(At).AddDays(AnswerDays);

    public override string Form => "privacy-request/1";
}
