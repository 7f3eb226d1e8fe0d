using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>What the school did about a request for another way.</summary>
[Evidence("AdjustmentMade", "AdjustmentsMade", "adjustment", GoesWithItsFacts = true)]
public sealed record AdjustmentMade(Guid Id, DateTimeOffset At, Guid RequestId, string What, StaffId MadeBy, string MadeByName) : SealedRecord(Id, At)
{
    public override string Form => "adjustment-made/1";
}
