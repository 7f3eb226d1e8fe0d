using StocksGreen.Induction.Domain.People;
using StocksGreen.Induction.Domain.Policies;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>That somebody reminded a person of a version they have not signed.</summary>
/// <param name="At">UTC.</param>
/// <param name="ChasedBy">Name of who did.</param>
/// <param name="EvidenceNumber">The entry that seals it.</param>
/// <param name="NoticeId">The e-mail from the outbox that did; null where somebody reminded them otherwise.</param>
public sealed record Chase(Guid Id, StaffId StaffId, VersionId VersionId, DateTimeOffset At, ChaseChannel Channel, string ChasedBy, long EvidenceNumber, Guid? NoticeId = null);
