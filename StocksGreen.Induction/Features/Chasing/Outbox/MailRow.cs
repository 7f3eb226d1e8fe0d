using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>A mail as the office sees it, without its text.</summary>
/// <param name="Result">Null until it has ended.</param>
/// <param name="Words">What the last try or the end was about; blank where nothing happened yet.</param>
/// <param name="QueuedAt">UTC.</param>
/// <param name="NextTryAt">UTC.</param>
/// <param name="EndedAt">UTC; null until it has ended.</param>
/// <param name="AskedBy">Who pressed the button, or the rule.</param>
public sealed record MailRow(
    Guid Id,
    NoticeKind Kind,
    string ToName,
    string ToAddress,
    string Subject,
    OutboxState State,
    NoticeResult? Result,
    string Words,
    int Tries,
    DateTimeOffset QueuedAt,
    DateTimeOffset NextTryAt,
    DateTimeOffset? EndedAt,
    string AskedBy
);
