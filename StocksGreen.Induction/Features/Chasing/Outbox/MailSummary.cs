using StocksGreen.Induction.Domain.Reminders;

namespace StocksGreen.Induction.Features.Chasing.Outbox;

/// <summary>How mail stands.</summary>
/// <param name="NeedSomeone">Those that did not arrive, or may not have; latest first.</param>
/// <param name="Waiting">On their way; the next one first.</param>
/// <param name="Ended">The latest that ended, whatever became of them.</param>
/// <param name="SentCount">How many were taken lately.</param>
/// <param name="ForSlips">Who would be written to today and cannot be.</param>
/// <param name="LeadsToTell">Line leads who would be told of their team and have no e-mail address that works.</param>
public sealed record MailSummary(
    IReadOnlyList<MailRow> NeedSomeone,
    IReadOnlyList<MailRow> Waiting,
    IReadOnlyList<MailRow> Ended,
    int SentCount,
    IReadOnlyList<Digest> ForSlips,
    IReadOnlyList<TeamDigest> LeadsToTell
);
