using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.People;

namespace StocksGreen.Induction.Domain.Signing;

/// <summary>That an exemption was ended before its time: from the day of this decision on it does not hold.</summary>
[Evidence("ExemptionEnded", "ExemptionEnds", "end of an exemption")]
public sealed record ExemptionEnd(Guid Id, DateTimeOffset At, Guid ExemptionId, string Reason, StaffId DecidedBy, string DecidedByName)
    : SealedRecord(Id, At)
{
    public override string Form => "exemption-end/1";
}
