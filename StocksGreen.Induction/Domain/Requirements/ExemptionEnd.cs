using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Requirements;

/// <summary>That an exemption was ended before its time: from the day of this decision on it does not hold.</summary>
[Evidence("ExemptionEnded", "ExemptionEnds", "end of an exemption", GoesWithItsFacts = true)]
public sealed record ExemptionEnd(Guid Id, DateTimeOffset At, Guid ExemptionId, string Reason, StaffId DecidedBy, string DecidedByName) : SealedRecord(Id, At)
{
    public override string Form => "exemption-end/1";
}
