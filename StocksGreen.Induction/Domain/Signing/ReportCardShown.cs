using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>That a signer was shown where to report a concern.</summary>
/// <param name="Wording">Verbatim.</param>
[Evidence("ReportCardShown", "ReportCardsShown", "card that was shown")]
public sealed record ReportCardShown(Guid Id, DateTimeOffset At, AttestationId AttestationId, StaffId StaffId, string Wording) : SealedRecord(Id, At)
{
    public override string Form => "report-card/1";
}
