using StocksGreen.Induction.Domain.Evidence;
using StocksGreen.Induction.Domain.Ids;

namespace StocksGreen.Induction.Domain.Questions;

/// <summary>That a person needs a policy in another way. It changes no date.</summary>
/// <param name="Note">In the person's own words; may be empty.</param>
[Evidence("AdjustmentAsked", "AdjustmentRequests", "request for another way", GoesWithItsFacts = true)]
public sealed record AdjustmentRequest(Guid Id, DateTimeOffset At, StaffId StaffId, VersionId VersionId, Adjustment Way, string Note) : SealedRecord(Id, At)
{
    public override string Form => "adjustment/1";
}
