using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Reminders;

/// <summary>That an e-mail to a person was put in the outbox. What became of it is said by its <see cref="NoticeOutcome"/>.</summary>
/// <param name="Reason">What it is sent for, in a form that is the same for the same reason: no one is written to twice for one.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="TextHash">SHA-256 of its plain text.</param>
/// <param name="About">Versions that the person was told of; empty for a line lead.</param>
/// <param name="Of">People whom a line lead was told of; empty for anyone else.</param>
/// <param name="AskedBy">Name of who asked for it, or the rule that did.</param>
[Evidence("NoticeQueued", "Notices", "e-mail", GoesWithItsFacts = true)]
public sealed record Notice(
    Guid Id,
    DateTimeOffset At,
    string Reason,
    NoticeKind Kind,
    StaffId StaffId,
    string Address,
    string Subject,
    string TextHash,
    IReadOnlyList<VersionId> About,
    IReadOnlyList<StaffId> Of,
    string AskedBy
) : SealedRecord(Id, At)
{
    public override string Form => "notice/1";
}
