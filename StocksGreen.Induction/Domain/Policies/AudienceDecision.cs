using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Policies;

/// <summary>A later decision on who must do what with a published version. The version itself and its signatures stay as they are.</summary>
[Evidence("AudiencesDecided", "AudienceDecisions", "decision on audiences")]
public sealed record AudienceDecision(Guid Id, DateTimeOffset At, VersionId VersionId, IReadOnlyList<AudienceDuty> Duties, string DecidedBy)
    : SealedRecord(Id, At)
{
    public override string Form => "audiences/1";
}
